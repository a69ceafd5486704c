package org.dl4jsuite.compare.diagnose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dl4jsuite.compare.diagnose.Diagnosis.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a dump may look like, and what is refused in one sentence. */
class DumpTest {
    /** 2-1, identity: z = 0.5 * 2 + 0.25 * 4 = 2. */
    private static final String NETWORK = "\"W1\": [[2, 4]], \"x\": [[0.5, 0.25]], \"activations\": \"identity\"";

    @TempDir
    private Path folder;

    private Diagnosis diagnosis(String json) throws IOException {
        Path file = Files.writeString(folder.resolve("dump.json"), json);
        return Diagnosis.of(DumpFile.read(file, Settings.UNSET));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"W1\": [[2, 4]], \"x\": [[0.5, 0.25]], \"activations\": \"identity\", \"output\": [[2]]}",
                "{\"W1\": [[2], [4]], \"x\": [[0.5, 0.25]], \"activations\": [\"linear\"], \"output\": [[2]]}",
                "{\"W1\": [[2], [4]], \"x\": [0.5, 0.25], \"activations\": \"Identity\", \"output\": [2]}",
                "{\"W1\": [[2, 4]], \"b1\": [[0]], \"x\": [0.5, 0.25], \"activations\": \"identity\", \"z1\": 2}",
            })
    void weightsEitherWayRoundAndVectorsAreRead(String json) throws IOException {
        assertThat(diagnosis(json).verdict()).isEqualTo(Verdict.SAME);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{`x`: [[1]], `output`: [[1]]} | no W1",
                "{`W1`: [[1]], `output`: [[1]]} | no x",
                "{`W1`: [[1, 2]], `x`: [[1, 2, 3]], `output`: [[1]]} | W1 has the shape (1, 2), but x has 3 inputs",
                "{`W1`: [[1, 2]], `x`: [[1, 2]]} | nothing that the network computed",
                "{`W1`: [[1, 2]], `x`: [[1, 2]], `loss`: 1} | loss needs the targets",
                "{`W1`: [[1, 2]], `x`: [[1, 2]], `output`: [[1, 2]]} | output has the shape (1, 2)",
                "{`W1`: [[1, 2]], `x`: [[1, 2]], `output`: [[1]], `weights`: 1} | \"weights\" is no name that diagnose knows",
                "{`W1`: [[1, 2]], `x`: [[1, 2]], `output`: [[1]], `a2`: [[1]]} | a2 belongs to a layer without weights",
                "{`W1`: [[1, 2], [3]], `x`: [[1, 2]], `output`: [[1]]} | W1 is ragged",
                "{`W1`: [[1, null]], `x`: [[1, 2]], `output`: [[1]]} | W1 holds null",
                "{`W1`: [[1, NaN]], `x`: [[1, 2]], `output`: [[1]]} | W1[0][1] is NaN",
                "{`W1`: [[1, 2]], `x`: [[1, 2]], `output`: [[1]], `activations`: `step`} | activations: \"step\" is none",
                "{`W1`: [[1, 2]], `x`: [[1, 2]], `output`: [[1]], `activations`: `tanh,tanh`} | 2 activations for 1 layers",
                "{`W1`: [[1, 2]], `x`: [[1, 2]], `output`: [[1]], `rate`: -1} | rate: -1 is no rate",
                "{`W1`: [[1, 2]], `x`: [[1, 2]], `output`: [[1]], `reduction`: `max`} | use mean or sum",
                "{`W1`: [[1, 2]], `x`: [[1, 2]], `output`: [[1]], `activations`: `tanh`, `loss_function`: `cross-entropy`}"
                        + " | does not go with TANH outputs",
                "{`W1`: [[1, 2]], `x`: [[1, 2]], `t`: [[1]], `db1`: [1]} | db1 needs the biases",
                "{`W1`: [1, 2], `x`: [[1, 2]], `output`: [[1]]} | weights are a matrix",
                "{`W1`: [[]], `x`: [[1, 2]], `output`: [[1]]} | W1 is empty",
                "[1] | no JSON object",
                "{ | is no JSON",
            })
    void aDumpThatCannotBeIsRefused(String json, String message) {
        assertThatExceptionOfType(InvalidDumpException.class)
                .isThrownBy(() -> diagnosis(json.replace('`', '"')))
                .withMessageContaining(message);
    }

    @Test
    void aResultThatIsNotFiniteDiffersAndSaysSo() throws IOException {
        Diagnosis diagnosis = diagnosis("{" + NETWORK + ", \"output\": [[NaN]]}");
        assertThat(diagnosis.verdict()).isEqualTo(Verdict.DIFFERS);
        assertThat(diagnosis.unknown()).isTrue();
        assertThat(diagnosis.pattern()).isEqualTo("output has 1 of 1 values that are not finite");
    }

    @Test
    void theFirstDifferenceHasTheUsersOwnSubscripts() throws IOException {
        // dW = (o - t) x = [1, 0.5], (in, out) as W1 is
        Diagnosis diagnosis =
                diagnosis("{\"W1\": [[2], [4]], \"x\": [[0.5, 0.25]], \"t\": [[0]], \"activations\": \"identity\","
                        + " \"output\": [[2]], \"dW1\": [[1], [0.7]]}");
        assertThat(diagnosis.first())
                .isEqualTo(new FirstDifference(
                        "weight-gradient", 1, "dW1", "dW1[1][0]", 0.7, 0.5, (0.7 - 0.5) / Math.ulp(0.7)));
        assertThat(diagnosis.sentences().get(0))
                .startsWith("Differs. The first difference is dW1[1][0] (layer 1): yours 0.7, ours 0.5, 1.80e+15 ULP");
    }

    @Test
    void squareWeightsAgreeEitherWayRoundAndTheNoteSaysWhich() throws IOException {
        String network = "{\"W1\": [[1, 2], [3, 4]], \"x\": [[1, 0]], \"activations\": \"identity\", \"output\": ";
        assertThat(diagnosis(network + "[[1, 3]]}").note()).isNull();
        assertThat(diagnosis(network + "[[1, 2]]}").verdict()).isEqualTo(Verdict.SAME);
        assertThat(diagnosis(network + "[[1, 2]]}").note()).contains("kept as (in, out)");
    }

    @Test
    void aRateThatIsMissingIsFoundFromTheStep() throws IOException {
        String step = "{" + NETWORK + ", \"t\": [[0]], \"W1_after\": ";
        assertThat(diagnosis(step + "[[1.9, 3.95]]}").verdict()).isEqualTo(Verdict.SAME);
        assertThat(diagnosis(step + "[[2.1, 4.05]]}").causes())
                .extracting(Finding::id)
                .contains("sign");
    }

    @Test
    void roundingToFloat32IsNoMistake() throws IOException {
        String dump = "{\"W1\": [[0.3, 0.7]], \"x\": [[0.1, 0.9]], \"output\": [["
                + (double) (float) (1 / (1 + Math.exp(-0.66))) + "]]}";
        Diagnosis diagnosis = diagnosis(dump);
        assertThat(diagnosis.verdict()).isEqualTo(Verdict.DIFFERS);
        assertThat(diagnosis.causes()).extracting(Finding::id).containsExactly("float32");
        assertThat(diagnosis.unknown()).isFalse();
    }

    @Test
    void aMistakeIsFoundInFloat32Too() throws IOException {
        String dump = "{\"W1\": [[0.3, 0.7]], \"x\": [[0.1, 0.9]], \"t\": [[1]], \"loss\": "
                + (double) (float) Math.pow(1 - 1 / (1 + Math.exp(-0.66)), 2) + "}";
        assertThat(diagnosis(dump).causes()).extracting(Finding::id).containsExactly("half-missing", "float32");
    }
}
