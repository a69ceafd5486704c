package org.dl4jsuite.compare.training;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.dl4jsuite.compare.Json;
import org.dl4jsuite.compare.Provenance;
import org.dl4jsuite.compare.UserError;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.ScratchModel;
import org.dl4jsuite.compare.model.Side;
import org.dl4jsuite.data.LabelledImages;
import org.dl4jsuite.data.Scaling;
import org.jspecify.annotations.Nullable;

/**
 * A trained network as a file: JSON that any language reads, and that either side can run; docs/FORMATS.md shows how.
 *
 * @param format always {@value #FORMAT}
 * @param side who trained it
 * @param network its description
 * @param inputScaling how a pixel becomes an input
 * @param targets what the outputs were trained towards
 * @param origin where it comes from
 * @param parameters flat: W1 (out x in) row by row, b1, W2, …
 */
public record SavedModel(
        String format,
        Side side,
        NetworkSpec network,
        InputScaling inputScaling,
        Targets targets,
        Provenance origin,
        double[] parameters) {
    private static final String FORMAT = "dl4jsuite-model-2";
    /** Had no scaling and no targets, which were the same; enums in capitals, {@code loss} for {@code lossFunction}. */
    private static final String OLD_FORMAT = "dl4jsuite-model-1";
    /** A network of the largest number of hidden nodes that the command line allows stays below this. */
    private static final long MAX_FILE_BYTES = 4L << 30;

    /** More than any network of dense layers has that learns. */
    private static final int MAX_LAYERS = 100;

    /** An input is {@code pixel / divisor * factor + offset}, in this order. */
    public record InputScaling(double divisor, double factor, double offset) {
        private static final InputScaling SUITE = new InputScaling(Scaling.DIVISOR, Scaling.FACTOR, Scaling.OFFSET);
    }

    /** The target {@code on} of the label's output, and {@code off} of the others. */
    public record Targets(double on, double off) {
        private static final Targets SUITE = new Targets(Scaling.ON, Scaling.OFF);
    }

    public static SavedModel of(Side side, NetworkSpec network, Provenance origin, double[] parameters) {
        return new SavedModel(FORMAT, side, network, InputScaling.SUITE, Targets.SUITE, origin, parameters);
    }

    public void write(Path file) throws IOException {
        Json.write(file, this);
    }

    /**
     * Reads a file that {@link #write} wrote.
     *
     * @throws UserError if it is none, in one clear sentence
     */
    public static SavedModel read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new UserError(file + ": no such file; save a model with: suite train --save " + file);
        }
        if (Files.size(file) > MAX_FILE_BYTES) {
            throw new UserError(file + ": " + Files.size(file) + " bytes are more than any model has.");
        }
        try (InputStream stream = Files.newInputStream(file)) {
            return parsed(Json.tree(stream), file.toString()).validated(file.toString());
        } catch (JacksonException e) {
            throw notAModel(file.toString(), e);
        }
    }

    /**
     * Returns a model whose parameters are in another place than its description, as in a file of another format.
     *
     * @param description what {@link #description} returned
     * @param where the file, for a message
     * @throws UserError if it is no description, or of another network than has these parameters
     */
    public static SavedModel of(String description, double[] parameters, String where) {
        try {
            JsonNode tree = Json.MAPPER.readTree(description);
            if (tree instanceof ObjectNode object) {
                object.putArray("parameters");
            }
            SavedModel model = parsed(tree, where);
            return new SavedModel(
                            model.format,
                            model.side,
                            model.network,
                            model.inputScaling,
                            model.targets,
                            model.origin,
                            parameters)
                    .validated(where);
        } catch (JacksonException e) {
            throw notAModel(where, e);
        }
    }

    /** Returns all but the parameters as JSON. */
    public String description() {
        return Json.MAPPER
                .<ObjectNode>valueToTree(of(side, network, origin, new double[0]))
                .without("parameters")
                .toString();
    }

    private static SavedModel parsed(@Nullable JsonNode tree, String where) throws JacksonException {
        String format = tree == null ? "" : tree.path("format").asText();
        if (format.equals(OLD_FORMAT) && tree instanceof ObjectNode object) {
            object.putPOJO("inputScaling", InputScaling.SUITE).putPOJO("targets", Targets.SUITE);
        } else if (!format.equals(FORMAT)) {
            throw new UserError(where + ": not a saved model: its format is \"" + format + "\", not \"" + FORMAT
                    + "\"; save one with: suite train --save FILE");
        }
        return Json.MAPPER
                .reader()
                .with(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .treeToValue(tree, SavedModel.class);
    }

    private static UserError notAModel(String where, JacksonException e) {
        return new UserError(
                where + ": not a saved model: " + e.getOriginalMessage() + "; save one with: suite train --save FILE");
    }

    /**
     * Returns this model if its description and its parameters fit each other.
     *
     * @param where the file that it comes from, for a message
     */
    public SavedModel validated(String where) {
        List<Integer> layers = network.layers();
        boolean isNetwork = layers.size() >= 2
                && layers.size() <= MAX_LAYERS
                && layers.stream().allMatch(nodes -> nodes != null && nodes >= 1)
                && network.activations().size() == layers.size() - 1
                && network.activations().stream().allMatch(Objects::nonNull);
        if (!isNetwork) {
            throw new UserError(where + ": layers of " + layers + " nodes with the activations " + network.activations()
                    + " are no network.");
        }
        if (!Double.isFinite(network.rate()) || network.rate() < 0) {
            throw new UserError(where + ": its learning rate is " + network.rate() + "; it must be finite, 0 or more.");
        }
        if (!inputScaling.equals(InputScaling.SUITE)) {
            throw new UserError(where + ": its inputs are scaled by " + inputScaling + "; the suite runs networks with "
                    + InputScaling.SUITE + " only.");
        }
        if (network.parameterCount() != parameters.length) {
            throw new UserError(where + ": a network of " + layers + " nodes has " + network.parameterCount()
                    + " parameters, the file has " + parameters.length + ".");
        }
        for (int i = 0; i < parameters.length; i++) {
            if (!Double.isFinite(parameters[i])) {
                throw new UserError(where + ": parameter " + i + " is " + parameters[i] + ", not a number.");
            }
        }
        try {
            ScratchModel.network(network);
        } catch (IllegalArgumentException e) { // the loss or the rule of learning is not defined for these activations
            throw new UserError(where + ": " + e.getMessage() + ".");
        }
        return this;
    }

    /**
     * Returns this model if it takes images of 28x28 pixels to ten classes.
     *
     * @param where the file that it comes from, for a message
     */
    public SavedModel forImages(String where) {
        if (network.inputs() != LabelledImages.PIXELS || network.outputs() != LabelledImages.CLASSES) {
            throw new UserError(where + ": a network of " + network.layers()
                    + " nodes does not take images of " + LabelledImages.PIXELS + " pixels to " + LabelledImages.CLASSES
                    + " classes.");
        }
        return this;
    }
}
