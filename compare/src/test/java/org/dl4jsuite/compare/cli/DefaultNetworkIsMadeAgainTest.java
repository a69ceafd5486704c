package org.dl4jsuite.compare.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.dl4jsuite.compare.interchange.DefaultNetwork;
import org.dl4jsuite.compare.interchange.ModelFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command that {@link DefaultNetwork} names makes the network that comes with the suite, to the last bit. */
@Tag("long")
class DefaultNetworkIsMadeAgainTest {
    @TempDir
    private Path folder;

    @Test
    void itsCommandGivesItsBits() throws IOException {
        Path file = folder.resolve("default-network.npz");
        String[] command = {"train", "--side", "scratch-fast", "--epochs", "5", "--save", file.toString()};
        StringWriter out = new StringWriter();
        PrintWriter writer = new PrintWriter(out);
        assertThat(Main.execute(writer, writer, command)).as("%s", out).isZero();
        assertThat(ModelFile.read(file).parameters())
                .isEqualTo(DefaultNetwork.read().parameters());
    }
}
