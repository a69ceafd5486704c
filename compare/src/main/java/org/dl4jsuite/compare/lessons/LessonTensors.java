package org.dl4jsuite.compare.lessons;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.Tensor;

/** The names and shapes of a lesson's parameters. */
public final class LessonTensors {
    private LessonTensors() {}

    /** Returns the layers of a lesson that is run with these options. */
    public static NetworkSpec network(LessonEntry entry, LessonOptions options) {
        Integer[] layers =
                Stream.of(entry.layers().split("-")).map(Integer::valueOf).toArray(Integer[]::new);
        if (options.hidden() > 0) {
            layers[1] = options.hidden();
        }
        return NetworkSpec.of(layers);
    }

    /** Returns weights, and biases if there are more parameters than weights; or the parameters, if they are neither. */
    public static List<Tensor> of(LessonEntry entry, LessonOptions options, int parameters) {
        NetworkSpec weights = network(entry, options);
        NetworkSpec network = weights.withBias(weights.parameterCount() < parameters);
        return network.parameterCount() == parameters
                ? network.tensors()
                : List.of(new Tensor("parameters", List.of(parameters), 0));
    }

    /** Returns a tensor as a matrix row by row, biases as one row. */
    public static double[][] rows(Tensor tensor, double[] flat) {
        int columns = tensor.shape().get(tensor.shape().size() - 1);
        double[][] rows = new double[tensor.size() / columns][];
        for (int row = 0; row < rows.length; row++) {
            int from = tensor.from() + row * columns;
            rows[row] = Arrays.copyOfRange(flat, from, from + columns);
        }
        return rows;
    }
}
