package org.dl4jsuite.scratch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program of one file against the network of many, on images of noise. */
class MnistNetworkTest {
    private static final int PIXELS = 784;

    @TempDir
    private Path folder;

    private static byte[] noise(int length, Random random) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] labels(int images, Random random) {
        byte[] labels = new byte[images];
        for (int i = 0; i < images; i++) {
            labels[i] = (byte) random.nextInt(10);
        }
        return labels;
    }

    /** Both add up in the same order: the same bits after every step. */
    @Test
    void theProgramTakesTheStepsOfTheNetwork() {
        Random random = new Random(1);
        byte[] pixels = noise(12 * PIXELS, random);
        byte[] labels = labels(12, random);
        double[][] w1 = MnistNetwork.firstWeights(8, PIXELS, random);
        double[][] w2 = MnistNetwork.firstWeights(10, 8, random);
        Network network = new Network(
                List.of(new Layer(PIXELS, 8, false, Activation.SIGMOID), new Layer(8, 10, false, Activation.SIGMOID)),
                Loss.HALF_SQUARED_ERROR,
                Variant.TRUE_GRADIENT,
                Reduction.SUM);
        network.setParameters(flat(w1, w2));
        for (int image = 0; image < 12; image++) {
            Matrix x = Matrix.of(MnistNetwork.input(pixels, image));
            double[] t = new double[10];
            Arrays.fill(t, 0.01);
            t[labels[image]] = 0.99;
            network.train(x, Matrix.of(t), 0.1);
        }
        MnistNetwork.train(w1, w2, 0.1, pixels, labels);
        assertThat(Arrays.mismatch(flat(w1, w2), network.parameters()))
                .as("first weight that differs")
                .isEqualTo(-1);
    }

    private static double[] flat(double[][] w1, double[][] w2) {
        return FlatParameters.join(Stream.of(w1, w2).flatMap(Stream::of).toList());
    }

    @Test
    void pixelsFrom0To255AreInputsFrom001To1() {
        byte[] pixels = new byte[2 * PIXELS];
        pixels[PIXELS + 1] = (byte) 255;
        pixels[PIXELS + 2] = (byte) 128;
        double[] second = MnistNetwork.input(pixels, 1);
        assertThat(second).hasSize(PIXELS);
        assertThat(Arrays.copyOf(second, 4)).containsExactly(0.01, 1, 128 / 255.0 * 0.99 + 0.01, 0.01);
        assertThat(MnistNetwork.input(pixels, 0)).containsOnly(0.01);
    }

    @Test
    void theFirstWeightsAreDrawnRowByRow() {
        double[][] w = MnistNetwork.firstWeights(2, 4, new Random(7));
        Random random = new Random(7);
        for (int i = 0; i < 8; i++) {
            assertThat(w[i / 4][i % 4]).isEqualTo(random.nextGaussian() / 2); // sqrt(4)
        }
    }

    @Test
    void theAnswerIsTheLargestOutput() {
        double[][] w1 = new double[4][PIXELS]; // every hidden node gives 0.5
        double[][] w2 = new double[10][4];
        byte[] pixels = new byte[4 * PIXELS];
        w2[3][0] = 0.2;
        w2[7][1] = 0.1;
        assertThat(MnistNetwork.accuracy(w1, w2, pixels, new byte[] {3, 7, 0, 3}))
                .isEqualTo(0.5);
        w2[0][2] = 0.3;
        assertThat(MnistNetwork.accuracy(w1, w2, pixels, new byte[] {3, 7, 0, 3}))
                .isEqualTo(0.25);
        // of equal outputs it is the first
        assertThat(MnistNetwork.accuracy(w1, new double[10][4], pixels, new byte[] {0, 9, 1, 9}))
                .isEqualTo(0.25);
    }

    @Test
    void theProgramReadsItsFilesAndPrintsTheAccuracy() throws IOException {
        Random random = new Random(2);
        byte[] pixels = noise(40 * PIXELS, random);
        byte[] labels = labels(40, random);
        byte[] testPixels = noise(30 * PIXELS, random);
        byte[] testLabels = labels(30, random);
        write("train-images-idx3-ubyte.gz", 16, pixels);
        write("train-labels-idx1-ubyte.gz", 8, labels);
        write("t10k-images-idx3-ubyte.gz", 16, testPixels);
        write("t10k-labels-idx1-ubyte.gz", 8, testLabels);
        Random weights = new Random(1);
        double[][] w1 = MnistNetwork.firstWeights(200, PIXELS, weights);
        double[][] w2 = MnistNetwork.firstWeights(10, 200, weights);
        MnistNetwork.train(w1, w2, 0.1, pixels, labels);
        assertThat(printed(() -> MnistNetwork.main(new String[] {folder.toString()})))
                .isEqualTo("test accuracy " + MnistNetwork.accuracy(w1, w2, testPixels, testLabels));
    }

    /** An IDX file; what its header says is of no account here, only its length. */
    private void write(String name, int header, byte[] content) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            out.write(new byte[header]);
            out.write(content);
        }
    }

    private interface Program {
        void run() throws IOException;
    }

    private static String printed(Program program) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            program.run();
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8).strip();
    }
}
