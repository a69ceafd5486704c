package org.dl4jsuite.compare.interchange;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dl4jsuite.compare.AtomicFile;
import org.dl4jsuite.compare.UserError;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.Precision;
import org.dl4jsuite.compare.model.Side;
import org.dl4jsuite.compare.training.SavedModel;
import org.dl4jsuite.scratch.Variant;
import org.jspecify.annotations.Nullable;

/**
 * The zip of DL4J's {@code ModelSerializer}, read and written without DL4J or ND4J: a {@code MultiLayerNetwork} of dense
 * layers runs on a bare JDK. Both keep the parameters in the same order, so they keep their bytes.
 *
 * <p>What the suite knows beyond DL4J (who trained it, on what) is in an entry of its own, which DL4J passes over. The rest
 * of a zip is not read: updater state, which {@code Sgd} has none of, a normalizer, and anything that is a serialized object.
 */
final class Dl4jZip {
    private static final String CONFIGURATION = "configuration.json";
    private static final String COEFFICIENTS = "coefficients.bin";
    private static final String PROVENANCE = "provenance.json";
    private static final int MAX_ENTRIES = 100;
    private static final int MAX_TEXT_BYTES = 4 << 20;
    private static final long MAX_PARAMETERS =
            Math.min(1L << 27, Runtime.getRuntime().maxMemory() / Npz.HEAP_BYTES_PER_VALUE);

    private Dl4jZip() {}

    /**
     * Reads a network.
     *
     * @throws UserError if it is none, or none that the suite computes, in one sentence that names what it has
     */
    static SavedModel read(Path file) throws IOException {
        try (CheckedZip zip =
                CheckedZip.open(file, "a network's zip; write one with DL4J's ModelSerializer", MAX_ENTRIES)) {
            byte[] configuration = text(zip, CONFIGURATION, file);
            NetworkSpec network =
                    Dl4jConfiguration.parse(required(configuration, CONFIGURATION, file), file + ": " + CONFIGURATION);
            if (network.parameterCount() > MAX_PARAMETERS) {
                throw new UserError(
                        file + ": a network of " + network.layers() + " nodes has " + network.parameterCount()
                                + " parameters, more than the " + MAX_PARAMETERS
                                + " that are read; set JAVA_TOOL_OPTIONS=-Xmx8g.");
            }
            Nd4jVector.Vector vector = coefficients(zip, network, file);
            network = network.withPrecision(vector.single() ? Precision.FLOAT : Precision.DOUBLE);
            byte[] description = text(zip, PROVENANCE, file);
            return description == null
                    ? ModelFile.ofForeign(file, Side.DL4J, network, vector.values())
                    : described(description, network, vector.values(), file);
        }
    }

    private static Nd4jVector.Vector coefficients(CheckedZip zip, NetworkSpec network, Path file) throws IOException {
        ZipEntry entry = required(zip.find(COEFFICIENTS), COEFFICIENTS, file);
        String where = file + ": " + COEFFICIENTS;
        return zip.read(entry, stream -> Nd4jVector.read(stream, entry.getSize(), network.parameterCount(), where));
    }

    private static SavedModel described(byte[] description, NetworkSpec network, double[] parameters, Path file) {
        String json = new String(description, StandardCharsets.UTF_8);
        SavedModel model = SavedModel.of(json, parameters, file + ": " + PROVENANCE);
        // DL4J's configuration does not know the book's rule
        if (!model.network().withVariant(Variant.TRUE_GRADIENT).equals(network)) {
            throw new UserError(file + ": " + PROVENANCE + " tells of another network than " + CONFIGURATION
                    + "; convert the original again.");
        }
        return model;
    }

    private static byte @Nullable [] text(CheckedZip zip, String name, Path file) throws IOException {
        ZipEntry entry = zip.find(name);
        if (entry == null) {
            return null;
        }
        if (entry.getSize() > MAX_TEXT_BYTES) {
            throw new UserError(file + ": " + name + " has " + entry.getSize() + " bytes, more than the "
                    + MAX_TEXT_BYTES + " that are read.");
        }
        return zip.read(entry, stream -> stream.readNBytes((int) entry.getSize()));
    }

    private static <T> T required(@Nullable T part, String name, Path file) {
        if (part == null) {
            throw new UserError(
                    file + ": has no " + name + "; write the network with DL4J's ModelSerializer.writeModel.");
        }
        return part;
    }

    /** Writes a network that {@code ModelSerializer.restoreMultiLayerNetwork} loads; the same one gives the same bytes. */
    static void write(Path file, SavedModel model) throws IOException {
        boolean single = ModelFile.isSingle(model);
        if (!single && model.network().precision() == Precision.FLOAT) {
            throw new UserError(file + ": the network computes in FLOAT, but its parameters are no floats, so they"
                    + " would change; set its precision to DOUBLE.");
        }
        AtomicFile.write(file, stream -> {
            ZipOutputStream zip = new ZipOutputStream(stream);
            zip.putNextEntry(CheckedZip.timeless(CONFIGURATION));
            zip.write(Dl4jConfigurationWriter.write(model.network()));
            zip.putNextEntry(CheckedZip.timeless(COEFFICIENTS));
            DataOutputStream coefficients = new DataOutputStream(new BufferedOutputStream(zip, 1 << 16));
            Nd4jVector.write(coefficients, new Nd4jVector.Vector(model.parameters(), single));
            coefficients.flush();
            zip.putNextEntry(CheckedZip.timeless(PROVENANCE));
            zip.write(model.description().getBytes(StandardCharsets.UTF_8));
            zip.finish();
        });
    }
}
