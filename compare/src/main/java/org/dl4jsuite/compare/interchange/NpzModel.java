package org.dl4jsuite.compare.interchange;

import java.io.IOException;
import java.nio.DoubleBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.dl4jsuite.compare.UserError;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.Side;
import org.dl4jsuite.compare.model.Tensor;
import org.dl4jsuite.compare.training.SavedModel;
import org.dl4jsuite.scratch.Activation;
import org.dl4jsuite.scratch.Loss;
import org.dl4jsuite.scratch.Reduction;
import org.jspecify.annotations.Nullable;

/**
 * A network as a {@code .npz}: W1 (out, in), b1, W2, … and settings as 0-d arrays: {@code activations}, {@code
 * loss_function}, {@code reduction}, {@code rate}, and in {@code provenance} what the suite knows beyond. Weights of shape
 * (in, out) are read as well.
 */
final class NpzModel {
    private static final String PROVENANCE = "provenance";

    private NpzModel() {}

    static void write(Path file, SavedModel model) throws IOException {
        NetworkSpec network = model.network();
        boolean single = ModelFile.isSingle(model);
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        for (Tensor tensor : network.tensors()) {
            double[] values = Arrays.copyOfRange(model.parameters(), tensor.from(), tensor.to());
            arrays.put(
                    tensor.name(),
                    single ? NpyArray.ofFloats(values, tensor.shape()) : NpyArray.of(values, tensor.shape()));
        }
        List<String> activations =
                network.activations().stream().map(NpzModel::label).toList();
        arrays.put("activations", NpyArray.text(String.join(",", activations)));
        arrays.put("loss_function", NpyArray.text(label(network.loss())));
        arrays.put("reduction", NpyArray.text(label(network.reduction())));
        arrays.put("rate", NpyArray.number(network.rate()));
        arrays.put(PROVENANCE, NpyArray.text(model.description()));
        Npz.write(file, arrays);
    }

    static SavedModel read(Path file) throws IOException {
        return of(Npz.read(file), file);
    }

    /**
     * Returns the network that a file's arrays are.
     *
     * @throws UserError if they are none, in one sentence that names the file
     */
    static SavedModel of(Map<String, NpyArray> arrays, Path file) {
        List<NpyArray> weights = numbered(arrays, "W");
        List<NpyArray> biases = numbered(arrays, "b");
        require(!weights.isEmpty(), file, "has no W1; name the weights W1, W2, … and the biases b1, b2, …");
        require(
                biases.isEmpty() || biases.size() == weights.size(),
                file,
                "has " + weights.size() + " matrices of weights and " + biases.size()
                        + " of biases; give a bias for each, or none");
        for (NpyArray w : weights) {
            require(
                    w.shape().size() == 2 && w.values().length > 0,
                    file,
                    "has weights of shape " + w.shape() + "; use (out, in) or (in, out)");
        }
        List<Integer> layers = layers(weights, biases, 1);
        boolean transposed = layers == null;
        if (layers == null) {
            layers = layers(weights, biases, 0);
        }
        if (layers == null) {
            throw new UserError(file + ": weights of shapes "
                    + weights.stream().map(NpyArray::shape).toList() + " and biases of "
                    + biases.stream().map(NpyArray::shape).toList()
                    + " do not follow on each other; use (out, in) or (in, out) for all.");
        }
        double[] parameters = flat(weights, biases, transposed);
        NpyArray provenance = arrays.get(PROVENANCE);
        if (provenance != null) {
            SavedModel model = SavedModel.of(provenance.text(), parameters, file + ": " + PROVENANCE);
            require(
                    model.network().layers().equals(layers) && model.network().bias() == !biases.isEmpty(),
                    file,
                    PROVENANCE + " tells of another network than the weights; leave it out");
            return model;
        }
        return ModelFile.ofForeign(file, Side.SCRATCH, settings(arrays, layers, !biases.isEmpty(), file), parameters);
    }

    /** The arrays X1, X2, … as far as they go without a gap. */
    private static List<NpyArray> numbered(Map<String, NpyArray> arrays, String prefix) {
        List<NpyArray> found = new ArrayList<>();
        for (NpyArray next = arrays.get(prefix + 1); next != null; next = arrays.get(prefix + (found.size() + 1))) {
            found.add(next);
        }
        return found;
    }

    /** Returns the nodes of each layer if the weights have their inputs along this axis, or null if they cannot. */
    private static @Nullable List<Integer> layers(List<NpyArray> weights, List<NpyArray> biases, int inputAxis) {
        List<Integer> layers = new ArrayList<>(List.of(weights.get(0).shape().get(inputAxis)));
        for (int l = 0; l < weights.size(); l++) {
            List<Integer> shape = weights.get(l).shape();
            int out = shape.get(1 - inputAxis);
            boolean follows = shape.get(inputAxis).equals(layers.get(l));
            if (!follows || (!biases.isEmpty() && biases.get(l).values().length != out)) {
                return null;
            }
            layers.add(out);
        }
        return layers;
    }

    private static double[] flat(List<NpyArray> weights, List<NpyArray> biases, boolean transposed) {
        int length = Stream.concat(weights.stream(), biases.stream())
                .mapToInt(array -> array.values().length)
                .sum();
        DoubleBuffer parts = DoubleBuffer.allocate(length);
        for (int l = 0; l < weights.size(); l++) {
            parts.put(transposed ? transpose(weights.get(l)) : weights.get(l).values());
            if (!biases.isEmpty()) {
                parts.put(biases.get(l).values());
            }
        }
        return parts.array();
    }

    /** (in, out) to (out, in), both row by row. */
    private static double[] transpose(NpyArray matrix) {
        int rows = matrix.shape().get(0);
        int columns = matrix.shape().get(1);
        double[] transposed = new double[rows * columns];
        for (int i = 0; i < transposed.length; i++) {
            transposed[i] = matrix.values()[i % rows * columns + i / rows];
        }
        return transposed;
    }

    private static NetworkSpec settings(Map<String, NpyArray> arrays, List<Integer> layers, boolean bias, Path file) {
        NetworkSpec network = NetworkSpec.of(layers.toArray(Integer[]::new)).withBias(bias);
        NpyArray activations = arrays.get("activations");
        if (activations != null) {
            List<String> names = Arrays.asList(activations.text().split(",", -1));
            require(
                    names.size() == layers.size() - 1,
                    file,
                    "activations \"" + CheckedZip.printable(activations.text()) + "\" are " + names.size() + " for "
                            + (layers.size() - 1) + " layers; give one for each");
            network = network.withActivations(names.stream()
                    .map(name -> setting(Activation.values(), name, "activations", file))
                    .toArray(Activation[]::new));
        }
        NpyArray loss = arrays.get("loss_function");
        if (loss != null) {
            network = network.withLoss(setting(Loss.values(), loss.text(), "loss_function", file));
        }
        NpyArray reduction = arrays.get("reduction");
        if (reduction != null) {
            network = network.withReduction(setting(Reduction.values(), reduction.text(), "reduction", file));
        }
        NpyArray rate = arrays.get("rate");
        if (rate != null) {
            require(rate.values().length == 1, file, "rate is of shape " + rate.shape() + "; use a single number");
            network = network.withRate(rate.values()[0]);
        }
        return network;
    }

    private static <E extends Enum<E>> E setting(E[] known, String name, String setting, Path file) {
        List<String> labels = new ArrayList<>();
        for (E value : known) {
            labels.add(label(value));
            if (label(value).equals(name.strip().toLowerCase(Locale.ROOT))) {
                return value;
            }
        }
        throw new UserError(file + ": " + setting + " \"" + CheckedZip.printable(name) + "\" is unknown; use one of "
                + labels + ".");
    }

    private static String label(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static void require(boolean condition, Path file, String message) {
        if (!condition) {
            throw new UserError(file + ": " + message + ".");
        }
    }
}
