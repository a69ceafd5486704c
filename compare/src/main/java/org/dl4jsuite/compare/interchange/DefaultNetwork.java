package org.dl4jsuite.compare.interchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Objects;
import org.dl4jsuite.compare.Sha256;
import org.dl4jsuite.compare.UserError;
import org.dl4jsuite.compare.training.SavedModel;

/**
 * The network that comes with the suite, 784-200-10, for commands that need a trained one and are told of none. It is what
 * {@code ./suite train --side scratch-fast --epochs 5 --save default-network.npz} writes; a test trains it again.
 */
public final class DefaultNetwork {
    private static final String FILE = "default-network.npz";
    /** Of the file; whoever makes the network anew puts the new one here. */
    private static final String SHA_256 = "f752a445775b48a2b8d02c89d5727da46fcf21511f51f78eb8e83c267a3d01c0";

    private DefaultNetwork() {}

    /**
     * Returns the network with its origin.
     *
     * @throws UserError if the file is not the one that the suite was built with
     */
    public static SavedModel read() throws IOException {
        try (InputStream resource = Objects.requireNonNull(DefaultNetwork.class.getResourceAsStream(FILE), FILE)) {
            return read(resource.readAllBytes());
        }
    }

    static SavedModel read(byte[] bytes) throws IOException {
        String sum = Sha256.of(bytes);
        if (!sum.equals(SHA_256)) {
            throw new UserError("The network that comes with the suite, " + FILE + ", is damaged: its SHA-256 is " + sum
                    + ", not " + SHA_256 + "; build the suite again, or name a network with --model.");
        }
        return NpzModel.of(Npz.readSound(bytes, FILE), Path.of(FILE)).forImages(FILE);
    }
}
