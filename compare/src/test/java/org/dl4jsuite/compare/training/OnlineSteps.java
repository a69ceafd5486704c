package org.dl4jsuite.compare.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Random;
import org.bytedeco.javacpp.Pointer;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.dl4jsuite.data.LabelledImages;
import org.dl4jsuite.data.Mnist;
import org.dl4jsuite.dl4j.MnistNetwork;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * A program that trains DL4J's 784-200-10 online on MNIST and prints the memory of its process as it goes: the steps taken,
 * the resident memory (VmRSS) and the bytes of native arrays (JavaCPP's count), both in bytes. It takes the number of fits,
 * the images of each, and the steps from one line to the next.
 */
final class OnlineSteps extends BaseTrainingListener {
    private final int interval;
    private int steps;

    private OnlineSteps(int interval) {
        this.interval = interval;
    }

    public static void main(String[] arguments) {
        int fits = Integer.parseInt(arguments[0]);
        LabelledImages images = Mnist.load().train().first(Integer.parseInt(arguments[1]));
        double[] weights = new Random(1).doubles(200 * (784 + 10), -0.05, 0.05).toArray();
        MnistNetwork.train(
                weights,
                0.1,
                DataType.FLOAT,
                () -> Collections.nCopies(fits, images).stream()
                        .map(each -> MnistNetwork.digits(each.recordReader(), 1))
                        .iterator(),
                new OnlineSteps(Integer.parseInt(arguments[2])));
    }

    @Override
    public void iterationDone(Model model, int iteration, int epoch) {
        if (++steps % interval == 0) {
            System.out.println(steps + " " + residentBytes() + " " + Pointer.totalBytes());
        }
    }

    private static long residentBytes() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
