package org.dl4jsuite.compare.interchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.dl4jsuite.compare.AtomicFile;
import org.dl4jsuite.compare.Provenance;
import org.dl4jsuite.compare.UserError;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.Precision;
import org.dl4jsuite.compare.model.Side;
import org.dl4jsuite.compare.training.SavedModel;

/** A trained network as a file of any format that the suite knows; the name's ending decides. */
public enum ModelFile {
    /** The suite's own: {@link SavedModel}. */
    JSON,
    /** DL4J's own: {@link Dl4jZip}. */
    ZIP,
    /** NumPy's: {@link NpzModel}. */
    NPZ;

    /** Returns the format of a file's name; JSON if its ending is none of the three. */
    public static ModelFile of(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return name.endsWith(".zip") ? ZIP : name.endsWith(".npz") ? NPZ : JSON;
    }

    /** Returns whether a file's name ends in {@code .json}, {@code .zip} or {@code .npz}. */
    public static boolean hasKnownEnding(Path file) {
        return of(file) != JSON
                || String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".json");
    }

    /**
     * Reads a network.
     *
     * @throws UserError if it is none, in one sentence
     */
    public static SavedModel read(Path file) {
        try {
            return switch (of(file)) {
                case JSON -> SavedModel.read(file);
                case ZIP -> Dl4jZip.read(file);
                case NPZ -> NpzModel.read(file);
            };
        } catch (IOException e) { // of the disk: what a file holds is told as a UserError
            throw AtomicFile.unreadable(file, e);
        }
    }

    /** Reads a network that takes images of 28x28 pixels to ten classes. */
    public static SavedModel readForImages(Path file) {
        return read(file).forImages(file.toString());
    }

    /** Writes a network, whole or not at all. */
    public static void write(Path file, SavedModel model) throws IOException {
        switch (of(file)) {
            case JSON -> model.write(file);
            case ZIP -> Dl4jZip.write(file, model);
            case NPZ -> NpzModel.write(file, model);
        }
    }

    /** Returns a network of a file that does not say where it comes from. */
    static SavedModel ofForeign(Path file, Side side, NetworkSpec network, double[] parameters) {
        Provenance origin =
                Provenance.withoutDl4j(Map.of("convertedFrom", String.valueOf(file.getFileName())), Map.of());
        return SavedModel.of(side, network, origin, parameters).validated(file.toString());
    }

    /**
     * Returns whether the parameters are written as 32 bits: the network computes in them, and they lose nothing.
     */
    static boolean isSingle(SavedModel model) {
        for (double parameter : model.parameters()) {
            if (parameter != (float) parameter) {
                return false;
            }
        }
        return model.network().precision() == Precision.FLOAT;
    }
}
