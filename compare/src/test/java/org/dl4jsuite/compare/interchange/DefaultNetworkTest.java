package org.dl4jsuite.compare.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.dl4jsuite.compare.UserError;
import org.dl4jsuite.compare.training.SavedModel;
import org.junit.jupiter.api.Test;

class DefaultNetworkTest {
    @Test
    void itIsReadWithItsOrigin() throws IOException {
        SavedModel model = DefaultNetwork.read();
        assertThat(model.network().layers()).isEqualTo(List.of(784, 200, 10));
        assertThat(model.origin().configuration()).containsEntry("epochs", 5).containsEntry("trainingImages", 60_000);
        assertThat(model.origin().data()).containsEntry("source", "MNIST");
    }

    @Test
    void aBitThatIsWrongIsNoticed() throws IOException {
        byte[] bytes;
        try (InputStream file =
                Objects.requireNonNull(DefaultNetwork.class.getResourceAsStream("default-network.npz"))) {
            bytes = file.readAllBytes();
        }
        bytes[bytes.length / 2] ^= 1;
        assertThatThrownBy(() -> DefaultNetwork.read(bytes))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("default-network.npz, is damaged: its SHA-256 is ")
                .hasMessageEndingWith("; build the suite again, or name a network with --model.");
    }
}
