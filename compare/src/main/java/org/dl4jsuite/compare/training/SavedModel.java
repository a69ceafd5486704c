package org.dl4jsuite.compare.training;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dl4jsuite.compare.Json;
import org.dl4jsuite.compare.Provenance;
import org.dl4jsuite.compare.UserError;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.Side;
import org.dl4jsuite.data.LabelledImages;
import org.dl4jsuite.data.Scaling;

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
        SavedModel model;
        try {
            JsonNode tree = Json.MAPPER.readTree(file.toFile());
            String format = tree == null ? "" : tree.path("format").asText();
            if (format.equals(OLD_FORMAT)) {
                ((ObjectNode) tree).putPOJO("inputScaling", InputScaling.SUITE).putPOJO("targets", Targets.SUITE);
            } else if (!format.equals(FORMAT)) {
                throw new UserError(file + ": not a saved model: its format is \"" + format + "\", not \"" + FORMAT
                        + "\"; save one with: suite train --save FILE");
            }
            model = Json.MAPPER
                    .readerFor(SavedModel.class)
                    .with(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                    .readValue(tree);
        } catch (JacksonException e) {
            throw new UserError(file + ": not a saved model: " + e.getOriginalMessage()
                    + "; save one with: suite train --save FILE");
        }
        model.validate(file);
        return model;
    }

    private void validate(Path file) {
        List<Integer> layers = network.layers();
        boolean takesImages = layers.size() >= 2
                && layers.stream().allMatch(nodes -> nodes != null && nodes >= 1)
                && network.inputs() == LabelledImages.PIXELS
                && network.outputs() == LabelledImages.CLASSES
                && network.activations().size() == layers.size() - 1;
        if (!takesImages) {
            throw new UserError(file + ": a network of " + layers + " nodes does not take images of "
                    + LabelledImages.PIXELS + " pixels to " + LabelledImages.CLASSES + " classes.");
        }
        if (!inputScaling.equals(InputScaling.SUITE)) {
            throw new UserError(file + ": its inputs are scaled by " + inputScaling + "; the suite runs networks with "
                    + InputScaling.SUITE + " only.");
        }
        if (network.parameterCount() != parameters.length) {
            throw new UserError(file + ": a network of " + layers + " nodes has " + network.parameterCount()
                    + " parameters, the file has " + parameters.length + ".");
        }
        for (int i = 0; i < parameters.length; i++) {
            if (!Double.isFinite(parameters[i])) {
                throw new UserError(file + ": parameter " + i + " is " + parameters[i] + ", not a number.");
            }
        }
    }
}
