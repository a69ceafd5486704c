package org.dl4jsuite.compare.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dl4jsuite.compare.Json;
import org.dl4jsuite.compare.lessons.LessonEntry;
import org.dl4jsuite.compare.lessons.LessonTensors;
import org.dl4jsuite.compare.lessons.Lessons;
import org.dl4jsuite.compare.model.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LessonCommandTest {
    @TempDir
    private Path folder;

    @Test
    void parametersArePrintedAsMatrices() {
        assertThat(run(0, "four-steps", "--hidden", "2", "--iterations", "0"))
                .startsWith("four-steps, 3-2-1: ")
                .containsPattern("\\nW1 \\(2 × 3\\)\\nscratch +DL4J\\n(\\[.*, .*, .*] +\\[.*, .*, .*]\\n){2}\\n")
                .containsPattern("\\nW2 \\(1 × 2\\)\\nscratch +DL4J\\n(\\[.*, .*] +\\[.*, .*]\\n){1}\\n");
        assertThat(run(0, "spam-neuron"))
                .contains("\nW1 (1 × 2)\nscratch     DL4J\n[7.0, 3.0]  [7.0, 3.0]\n")
                .contains("\nb1 (1)\nscratch  DL4J\n[-2.0]   [-2.0]\n");
    }

    @Test
    void theMatricesHoldAllParametersOfEveryLesson() {
        for (LessonEntry entry : Lessons.all()) {
            int parameters = entry.scratch().apply(entry.defaults()).parameters().length;
            List<Tensor> tensors = LessonTensors.of(entry, entry.defaults(), parameters);
            assertThat(tensors.get(tensors.size() - 1).to()).as(entry.id()).isEqualTo(parameters);
            // which learns its hidden nodes' outputs
            String first = entry.id().equals("errors-by-hand") ? "parameters" : "W1";
            assertThat(tensors.get(0).name()).as(entry.id()).isEqualTo(first);
        }
    }

    /** The source prints its errors at iterations 0 and 1100. */
    @Test
    void figuresAreCheckedWhateverIsLogged() throws IOException {
        JsonNode usual = figures("hot-and-cold");
        JsonNode rarely = figures("hot-and-cold", "--log-every", "700");
        assertThat(usual.at("/figures"))
                .isNotEmpty()
                .anyMatch(figure -> figure.at("/name").asText().equals("errors"));
        assertThat(rarely.at("/figures")).isEqualTo(usual.at("/figures"));
        assertThat(rarely.at("/scratch/log")).hasSize(2);
        assertThat(rarely.at("/dl4j/log/1/iteration").asInt()).isEqualTo(700);
        assertThat(figures("hot-and-cold", "--rate", "0.002").at("/figures")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"toes", "boolean-functions", "weight-update-by-hand"})
    void aSeedOfNothingRandomIsRefused(String id) {
        assertThat(run(2, id, "--seed", "3"))
                .isEqualTo("suite: --seed 3: nothing is random in " + id + "; leave the option out.\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Toes | toes",
                "toess | toes",
                "TWO_LAYER_TOY | two-layer-toy",
                "kilometers-to-miles | kilometres-to-miles",
                "three-layer | three-layer-toy or three-layers-by-hand",
                "digit | digits or digits-true-gradient"
            })
    void anIdNearlyRightIsSuggested(String typed, String meant) {
        assertThat(run(2, typed))
                .isEqualTo("suite: There is no lesson \"" + typed + "\"; did you mean " + meant + "?\n");
    }

    @Test
    void anIdLikeNoneGetsThemAll() {
        assertThat(run(2, "exclusive-or"))
                .contains("the lessons are toes, hot-and-cold, ", ", digits-true-gradient, mnist.");
    }

    @Test
    void otherWeightsAndExamplesAreLearnedFrom() throws IOException {
        JsonNode or = figures(
                "two-layer-toy",
                "--iterations",
                "1",
                "--weights",
                "-1,0,2.5",
                "--trace",
                "--examples",
                "0,0,1=0",
                "1,1,0=1");
        JsonNode step = or.at("/trace/0/quantities");
        assertThat(step.at("/W1/dl4j/0").toString()).isEqualTo("[-1.0,0.0,2.5]");
        assertThat(step.at("/x/scratch").toString()).isEqualTo("[[0.0,0.0,1.0],[1.0,1.0,0.0]]");
        assertThat(or.at("/options/examples/1/targets/0").asDouble()).isEqualTo(1);
        assertThat(or.at("/figures")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "two-layer-toy --weights 1,2 | two-layer-toy takes 3 finite numbers",
                "two-layer-toy --weights 1,2,NaN | two-layer-toy takes 3 finite numbers",
                "two-layer-toy --examples 1,2=3 | two-layer-toy takes 3 finite inputs and 1 targets",
                "two-layer-toy --examples 1,2,3 | is not of the form inputs=targets",
                "two-layer-toy --examples 1,2,x=1 | is not a list of numbers",
                "errors-by-hand --examples 1,2=1,1 | the examples of errors-by-hand cannot be replaced"
            })
    void weightsAndExamplesThatDoNotFitAreRefused(String arguments, String reason) {
        assertThat(run(2, arguments.split(" "))).contains(reason);
    }

    @Test
    void theTraceIsPrinted() {
        assertThat(run(0, "weight-update-by-hand", "--trace"))
                .contains("step 0, z1 (1 × 1), largest difference 0 ulp")
                .contains("step 0, W1 after (1 × 2)");
    }

    private JsonNode figures(String... arguments) throws IOException {
        Path json = folder.resolve("lesson.json");
        run(
                0,
                Stream.concat(Stream.of(arguments), Stream.of("--json", json.toString()))
                        .toArray(String[]::new));
        return Json.MAPPER.readTree(json.toFile());
    }

    private static String run(int expectedExitCode, String... arguments) {
        StringWriter out = new StringWriter();
        String[] all = Stream.concat(Stream.of("lesson"), Stream.of(arguments)).toArray(String[]::new);
        assertThat(Main.execute(new PrintWriter(out), new PrintWriter(out), all))
                .isEqualTo(expectedExitCode);
        return out.toString().replace(System.lineSeparator(), "\n").replace('\u00a0', ' ');
    }
}
