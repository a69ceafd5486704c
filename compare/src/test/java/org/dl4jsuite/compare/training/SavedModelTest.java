package org.dl4jsuite.compare.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dl4jsuite.compare.Json;
import org.dl4jsuite.compare.Provenance;
import org.dl4jsuite.compare.UserError;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.Side;
import org.dl4jsuite.scratch.Variant;
import org.dl4jsuite.scratch.fast.FastNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedModelTest {
    private static final SavedModel MODEL = SavedModel.of(
            Side.SCRATCH_FAST,
            NetworkSpec.digits(1, 0.3, Variant.BOOK_RULE),
            Provenance.withoutDl4j(Map.of("seed", 7), Map.of()),
            new double[794]);

    @TempDir
    private Path folder;

    @Test
    void aModelSaysHowPixelsBecomeInputs() {
        ObjectNode tree = Json.MAPPER.valueToTree(MODEL);
        assertThat(tree.get("format").asText()).isEqualTo("dl4jsuite-model-2");
        assertThat(tree.get("inputScaling")).hasToString("{\"divisor\":255.0,\"factor\":0.99,\"offset\":0.01}");
        assertThat(tree.get("targets")).hasToString("{\"on\":0.99,\"off\":0.01}");
        assertThat(tree.at("/network/activations")).hasToString("[\"sigmoid\",\"sigmoid\"]");
        assertThat(tree.at("/network/reduction").asText()).isEqualTo("mean");
        assertThat(tree.at("/network/lossFunction").asText()).isEqualTo("HALF_SQUARED_ERROR");
    }

    @Test
    void anOriginNamesTheKernelsToo() {
        assertThat(MODEL.origin().configuration())
                .containsExactly(Map.entry("seed", 7), Map.entry("kernels", FastNetwork.chosenKernels()));
    }

    @Test
    void aModelOfTheFirstFormatIsRead() throws IOException {
        ObjectNode tree = Json.MAPPER.valueToTree(MODEL);
        tree.put("format", "dl4jsuite-model-1").remove(List.of("inputScaling", "targets"));
        ObjectNode network = (ObjectNode) tree.get("network");
        network.putArray("activations").add("SIGMOID").add("SIGMOID");
        network.put("reduction", "MEAN").set("loss", network.remove("lossFunction"));
        SavedModel read = SavedModel.read(written(tree));
        assertThat(read.network()).isEqualTo(MODEL.network());
        assertThat(read.inputScaling()).isEqualTo(MODEL.inputScaling());
        assertThat(read.parameters()).isEqualTo(MODEL.parameters());
    }

    @Test
    void aModelWithInputsOfAnotherScaleIsRefused() throws IOException {
        ObjectNode tree = Json.MAPPER.valueToTree(MODEL);
        tree.withObject("inputScaling").put("factor", 1).put("offset", 0);
        Path file = written(tree);
        assertThatThrownBy(() -> SavedModel.read(file))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("factor=1.0, offset=0.0")
                .hasMessageContaining("factor=0.99, offset=0.01");
    }

    private Path written(ObjectNode tree) throws IOException {
        Path file = folder.resolve("model.json");
        Json.write(file, tree);
        return file;
    }
}
