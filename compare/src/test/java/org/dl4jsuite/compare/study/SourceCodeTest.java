package org.dl4jsuite.compare.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dl4jsuite.compare.document.Block.Source;
import org.dl4jsuite.compare.document.Block.Token;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages' code is that of the sources. */
class SourceCodeTest {
    private static final SourceCode SCRATCH = new SourceCode("scratch");

    @Test
    void aFileIsTheSource() throws IOException {
        Path source = Path.of("../scratch/src/main/java/org/dl4jsuite/scratch/lessons/ThreeLayerToy.java");
        assertThat(SCRATCH.file("ThreeLayerToy").text()).isEqualTo(Files.readString(source));
    }

    @Test
    void aMethodComesWithoutItsDocumentationAndAnnotations() {
        Source step = SCRATCH.find("NetworkLesson.step");
        assertThat(step.place()).isEqualTo("NetworkLesson.step");
        assertThat(step.text()).isEqualTo("public void step() {\n    network.train(x, y, rate);\n}\n");
        assertThat(step.tokens()).contains(new Token(Token.Kind.KEYWORD, "public"));
    }

    @Test
    void statementsAreThoseThatDeclareOrChangeTheVariable() {
        assertThat(SCRATCH.find("MnistNetwork.train:h").text())
                .isEqualTo("double[] h = activations(w1, x);\n");
        assertThat(SCRATCH.find("MnistNetwork.outputDelta:outputDelta").text())
                .startsWith("double[] outputDelta = new double[OUTPUTS];\nfor (int k = 0;")
                .contains("outputDelta[k] = ");
    }

    @Test
    void otherwiseTheyAreThoseThatMentionIt() {
        assertThat(SCRATCH.find("MnistNetwork.train:descend").text().lines()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ThreeLayerToy.noSuchMethod",
                "ThreeLayerToy.pass:noSuchVariable",
                "NoSuchClass.step",
                "ThreeLayerToy",
                "ThreeLayerToy.pass.x"
            })
    void aNameThatMatchesNothingIsRefused(String name) {
        assertThatThrownBy(() -> SCRATCH.find(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(name.replaceAll("\\..*", ""));
    }
}
