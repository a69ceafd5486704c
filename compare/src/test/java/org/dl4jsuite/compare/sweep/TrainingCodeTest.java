package org.dl4jsuite.compare.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingCodeTest {
    private static final String SOURCE = """
            package one;

            import java.util.List;

            /** What it does. */
            final class Step {
                static String of(double x) { // a step
                    return "a // b  /* c */" + '"' + 0.5 * x;
                }
            }
            """;

    private static String digest(String... sources) {
        return TrainingCode.digest(List.of(sources));
    }

    @Test
    void whatDoesNotChangeTheCodeDoesNotChangeItsDigest() {
        String same = SOURCE.replace("package one;", "package other;")
                .replace("import java.util.List;\n", "")
                .replace("What it does", "Says what it does")
                .replace("// a step", "/* one\n step */")
                .replace("    ", "\t")
                .replace("\n", "\r\n");
        assertThat(digest(same)).isEqualTo(digest(SOURCE)).hasSize(16);
        assertThat(digest(SOURCE, "class Other {}")).isEqualTo(digest("class Other {}", SOURCE));
        assertThat(TrainingCode.digest())
                .isEqualTo(TrainingCode.digest(TrainingCode.sources().values()));
    }

    @Test
    void whatChangesTheCodeChangesItsDigest() {
        assertThat(List.of(
                        digest(SOURCE),
                        digest(SOURCE.replace("0.5", "0.25")),
                        digest(SOURCE.replace("b  /*", "b /*")),
                        digest(SOURCE.replace("\" + '", "\" - '")),
                        digest(SOURCE, "class Other {}")))
                .doesNotHaveDuplicates();
    }

    @Test
    void allThatANumberDependsOnIsInIt() {
        List<String> names = TrainingCode.sources().keySet().stream()
                .map(path -> Path.of(path).getFileName().toString().replace(".java", ""))
                .toList();
        assertThat(names)
                .contains("FastNetwork", "Kernels", "PlainKernels", "VectorKernels", "FloatExp", "FastInputs")
                .contains("Network", "Layer", "Matrix", "Activation", "Loss", "InitialWeights", "NumpyRandomState")
                .contains(
                        "MnistNetwork",
                        "FeedForward",
                        "BookRule",
                        "Dl4jModel",
                        "FastModel",
                        "ScratchModel",
                        "NetworkSpec")
                .contains("LabelledImages", "Rotation", "Scaling")
                .contains("Training", "FastTraining", "TrainingPlan", "InputChecksum", "Predictions", "ConfusionMatrix")
                .contains("SweepRun", "SweepConfiguration")
                .doesNotContain("package-info", "BackQuery", "ThreeLayerToy");
    }
}
