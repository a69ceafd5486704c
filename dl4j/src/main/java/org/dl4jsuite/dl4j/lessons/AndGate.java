package org.dl4jsuite.dl4j.lessons;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.dl4jsuite.dl4j.FeedForward;
import org.nd4j.linalg.activations.Activation;

/** The logical and with biases and tanh, saved and loaded by DL4J itself: the twin of the from-scratch {@code AndGate}. */
public final class AndGate extends Lesson {
    private static final double DESIRED_ERROR = 1e-5;

    /** Inputs are (4, 2), targets (4, 1); the parameters are set afterwards. */
    public AndGate(double rate, int hidden, double[][] inputs, double[][] targets) {
        super(
                FeedForward.of(rate, inputs[0].length, hidden, targets[0].length)
                        .withActivation(Activation.TANH)
                        .withBias(),
                inputs,
                targets);
    }

    @Override
    public void step() {
        if (error() <= DESIRED_ERROR) {
            return;
        }
        for (int example = 0; example < x.rows(); example++) {
            network.fit(x.getRow(example, true), y.getRow(example, true));
        }
    }

    /** Returns the mean squared error. */
    @Override
    public double error() {
        return 2 * loss() / y.length();
    }

    /** Does as the source does at its end, in DL4J's own format: the file holds configuration and parameters. */
    @Override
    public Map<String, double[]> figures() {
        try {
            Path file = Files.createTempFile("and-gate", ".zip");
            try {
                network.save(file.toFile());
                MultiLayerNetwork loaded = MultiLayerNetwork.load(file.toFile(), false);
                return Map.of("loaded outputs", loaded.output(x).toDoubleVector());
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
