package org.dl4jsuite.compare.fuzz;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.dl4jsuite.compare.UserError;
import org.dl4jsuite.compare.cli.HostileArguments;
import org.dl4jsuite.compare.diagnose.Diagnosis;
import org.dl4jsuite.compare.diagnose.DumpFile;
import org.dl4jsuite.compare.diagnose.Settings;
import org.dl4jsuite.compare.interchange.ModelFile;
import org.dl4jsuite.compare.report.Report.Sweeps;
import org.dl4jsuite.compare.serve.HostileRequests;
import org.dl4jsuite.compare.sweep.SweepFile;
import org.dl4jsuite.compare.training.HostileCheckpoint;
import org.dl4jsuite.data.DataException;
import org.dl4jsuite.data.DataFolder;
import org.dl4jsuite.data.FannFile;
import org.dl4jsuite.data.handwriting.Handwriting;
import org.dl4jsuite.data.handwriting.HostilePicture;

/** What reads bytes that a stranger may have made. A new reader is a constant here and a folder of examples. */
public enum FuzzTarget {
    IDX_IMAGES(input -> DataFolder.load(HostileFiles.idx("train-images-idx3-ubyte", input))),
    IDX_LABELS(input -> DataFolder.load(HostileFiles.idx("train-labels-idx1-ubyte", input))),
    CSV(input -> DataFolder.load(HostileFiles.csv(input))),
    /** The names of the files in a data folder, a line each. */
    FOLDER(input -> DataFolder.load(HostileFiles.folderOf(input))),
    FANN(input -> FannFile.parse("and.data", new String(input, StandardCharsets.UTF_8))),
    PNG(FuzzTarget::picture),
    JPEG(FuzzTarget::picture),
    GIF(FuzzTarget::picture),
    BMP(FuzzTarget::picture),
    /** The Exif segment of a sound photograph. */
    EXIF(input -> HostilePicture.decode(HostileFiles.photographWithExif(input))),
    MODEL_JSON(input -> ModelFile.read(HostileFiles.file("model.json", input))),
    NPZ(input -> ModelFile.read(HostileFiles.file("model.npz", input))),
    /** W1 in a sound {@code .npz}. */
    NPY(input -> ModelFile.read(HostileFiles.npz(input))),
    DL4J_ZIP(input -> ModelFile.read(HostileFiles.file("model.zip", input))),
    /** The entries of a sound zip of DL4J's. */
    DL4J_CONFIGURATION(input -> ModelFile.read(HostileFiles.dl4jZip("configuration.json", input))),
    DL4J_COEFFICIENTS(input -> ModelFile.read(HostileFiles.dl4jZip("coefficients.bin", input))),
    DL4J_PROVENANCE(input -> ModelFile.read(HostileFiles.dl4jZip("provenance.json", input))),
    DUMP_JSON(input -> diagnose(HostileFiles.file("dump.json", input))),
    DUMP_NPZ(input -> diagnose(HostileFiles.file("dump.npz", input))),
    SWEEP(input -> Sweeps.of("sweep.jsonl", SweepFile.read(HostileFiles.file("sweep.jsonl", input)))),
    /** A checkpoint without its checksum, which is added. */
    CHECKPOINT(input -> HostileCheckpoint.read(HostileFiles.checkpoint(input))),
    /** A report's part without its checksum, which is added. */
    PART(HostilePart::read),
    /** A whole request, of which the host's port is written PORT. */
    HTTP(HostileRequests::send),
    /** The words of a command line, one per line. */
    ARGUMENTS(HostileArguments::run);

    /** Longer than any sentence needs to be; a message may quote a hostile value, but not all of it. */
    private static final int MAX_MESSAGE_LENGTH = 1000;

    private final Reader reader;

    /** Returns if it accepts the bytes. */
    @FunctionalInterface
    interface Reader {
        void read(byte[] input) throws Exception;
    }

    FuzzTarget(Reader reader) {
        this.reader = reader;
    }

    /**
     * Returns whether the bytes are accepted; refused they may be only by the documented exceptions, with a message of one
     * line.
     */
    public boolean accepts(byte[] input) throws Exception {
        try {
            reader.read(input);
            return true;
        } catch (UserError | DataException e) {
            String message = String.valueOf(e.getMessage());
            if (message.length() > MAX_MESSAGE_LENGTH || message.chars().anyMatch(Character::isISOControl)) {
                throw new AssertionError("No message for a person: " + message, e);
            }
            return false;
        }
    }

    /** Returns its name as its folder has it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static void picture(byte[] input) throws Exception {
        Handwriting.read("picture", new ByteArrayInputStream(input));
    }

    private static void diagnose(Path dump) throws Exception {
        Diagnosis.of(DumpFile.read(dump, Settings.UNSET)).sentences();
    }
}
