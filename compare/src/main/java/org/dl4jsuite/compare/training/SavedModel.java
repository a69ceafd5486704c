package org.dl4jsuite.compare.training;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dl4jsuite.compare.Json;
import org.dl4jsuite.compare.Origin;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.Side;
import org.dl4jsuite.data.LabelledImages;

/**
 * A trained network as a file: JSON that any language reads, and that either side can run.
 *
 * @param format always {@value #FORMAT}
 * @param side who trained it
 * @param network its description
 * @param origin where it comes from
 * @param parameters flat: W1 (out x in) row by row, b1, W2, …
 */
public record SavedModel(String format, Side side, NetworkSpec network, Origin origin, double[] parameters) {
    private static final String FORMAT = "dl4jsuite-model-1";
    /** A network of the largest number of hidden nodes that the command line allows stays below this. */
    private static final long LARGEST_FILE = 4L << 30;

    public static SavedModel of(Side side, NetworkSpec network, Origin origin, double[] parameters) {
        return new SavedModel(FORMAT, side, network, origin, parameters);
    }

    public void write(Path file) throws IOException {
        Json.write(file, this);
    }

    /**
     * Reads a file that {@link #write} wrote.
     *
     * @throws InvalidModelException if it is none, in one clear sentence
     */
    public static SavedModel read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new InvalidModelException(file + ": no such file; save a model with: suite train --save " + file);
        }
        if (Files.size(file) > LARGEST_FILE) {
            throw new InvalidModelException(file + ": " + Files.size(file) + " bytes are more than any model has.");
        }
        SavedModel model;
        try {
            JsonNode tree = Json.MAPPER.readTree(file.toFile());
            String format = tree == null ? "" : tree.path("format").asText();
            if (!format.equals(FORMAT)) {
                throw new InvalidModelException(file + ": not a saved model: its format is \"" + format + "\", not \""
                        + FORMAT + "\"; save one with: suite train --save FILE");
            }
            model = Json.MAPPER
                    .readerFor(SavedModel.class)
                    .with(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                    .readValue(tree);
        } catch (JacksonException e) {
            throw new InvalidModelException(file + ": not a saved model: " + e.getOriginalMessage()
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
            throw new InvalidModelException(file + ": a network of " + layers + " nodes does not take images of "
                    + LabelledImages.PIXELS + " pixels to " + LabelledImages.CLASSES + " classes.");
        }
        long count = 0; // int overflows: a file may ask for anything
        for (int l = 1; l < layers.size(); l++) {
            count += (long) layers.get(l) * (layers.get(l - 1) + (network.bias() ? 1 : 0));
        }
        if (count != parameters.length) {
            throw new InvalidModelException(file + ": a network of " + layers + " nodes has " + count
                    + " parameters, the file has " + parameters.length + ".");
        }
        for (int i = 0; i < parameters.length; i++) {
            if (!Double.isFinite(parameters[i])) {
                throw new InvalidModelException(file + ": parameter " + i + " is " + parameters[i] + ", not a number.");
            }
        }
    }

    /** A file that is no saved model; the message says why in one sentence. */
    public static final class InvalidModelException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        InvalidModelException(String message) {
            super(message);
        }
    }
}
