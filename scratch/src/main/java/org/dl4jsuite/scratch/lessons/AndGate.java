package org.dl4jsuite.scratch.lessons;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.dl4jsuite.scratch.Activation;
import org.dl4jsuite.scratch.Layer;
import org.dl4jsuite.scratch.Loss;
import org.dl4jsuite.scratch.Matrix;
import org.dl4jsuite.scratch.NumpyRandomState;

/**
 * The logical and, with -1 for false and 1 for true: biases, and tanh, which the source's library calls the symmetric sigmoid.
 *
 * <pre>
 * a     = tanh(x W^T + b)
 * delta = (a - t) * (1 - a²)
 * W    -= rate delta^T x,  b -= rate delta
 * </pre>
 *
 * <p>An iteration is an epoch of four online steps, one per example, each along the gradient of E = 1/2 (t - o)². Training
 * stops once the mean squared error is at most 1e-5.
 *
 * <p>Source: the tutorial of the Fast Artificial Neural Network library: 2-4-1, rate 0.7, at most 10,000 epochs, a report
 * every 1,000; then the network is saved, loaded into a new object and run.
 */
public final class AndGate extends NetworkLesson {
    private static final double DESIRED_ERROR = 1e-5;

    /** Weights and biases uniform in [-0.1, 0.1), as that library draws them; inputs are (4, 2), targets (4, 1). */
    public AndGate(long seed, double rate, int hidden, double[][] inputs, double[][] targets) {
        super(
                network(
                        Loss.HALF_SQUARED_ERROR,
                        new Layer(inputs[0].length, hidden, true, Activation.TANH),
                        new Layer(hidden, targets[0].length, true, Activation.TANH)),
                Matrix.of(inputs),
                Matrix.of(targets),
                rate);
        NumpyRandomState random = new NumpyRandomState(seed);
        setParameters(Arrays.stream(random.randomSample(network.parameterCount()))
                .map(sample -> 0.2 * sample - 0.1)
                .toArray());
    }

    @Override
    public void step() {
        if (error() <= DESIRED_ERROR) {
            return;
        }
        for (int example = 0; example < x.rows(); example++) {
            network.train(x.row(example), y.row(example), rate);
        }
    }

    /** Returns the mean squared error. */
    @Override
    public double error() {
        return 2 * loss() / (y.rows() * y.columns());
    }

    /** Does as the source does at its end: the network as it is now is saved, loaded into a new one, and that is run. */
    @Override
    public Map<String, double[]> figures() {
        try {
            Path file = Files.createTempFile("and-gate", ".txt");
            try {
                Files.write(
                        file,
                        Arrays.stream(parameters()).mapToObj(Double::toString).toList()); // one a line
                int hidden = network.layers().get(0).bias().length;
                AndGate loaded = new AndGate(0, rate, hidden, x.toRows(), y.toRows());
                loaded.setParameters(Files.readAllLines(file).stream()
                        .mapToDouble(Double::parseDouble)
                        .toArray());
                return Map.of("loaded outputs", loaded.network.query(x).values());
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
