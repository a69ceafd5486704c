package org.dl4jsuite.compare.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.dl4jsuite.compare.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code suite train --checkpoint}, and a training that goes wrong, as a user sees them. */
class CheckpointedTrainTest {
    private static final String TRAIN = "train --side scratch-fast --train 100 --test 50 --hidden 5 --epochs 2";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private Path checkpoints() {
        return folder.resolve("checkpoints");
    }

    /** Runs a command with checkpoints in the test's folder, and returns what it printed. */
    private String checkpointed(int exitCode, String command) {
        return run(exitCode, command + " --every 30 --checkpoint " + checkpoints());
    }

    private String run(int exitCode, String command) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        assertThat(Main.execute(new PrintWriter(out), new PrintWriter(err), command.split(" ")))
                .as(err.toString())
                .isEqualTo(exitCode);
        return out.toString();
    }

    private JsonNode saved(String name) throws IOException {
        return Json.MAPPER.readTree(folder.resolve(name).toFile()).get("parameters");
    }

    @Test
    void printsAndSavesTheSameWithAndWithoutCheckpoints() throws IOException {
        String printed = run(0, TRAIN + " --save " + folder.resolve("plain.json"));
        assertThat(printed.lines()).hasSize(2);
        assertThat(checkpointed(0, TRAIN + " --save " + folder.resolve("checkpointed.json")))
                .isEqualTo(printed);
        assertThat(saved("checkpointed.json")).isEqualTo(saved("plain.json"));
        assertThat(err.toString()).isEmpty();

        // back to image 50 of epoch 2
        Files.delete(checkpoints().resolve("200.checkpoint"));
        assertThat(checkpointed(0, TRAIN + " --resume --save " + folder.resolve("resumed.json")))
                .isEqualTo(printed);
        assertThat(err.toString())
                .isEqualTo("suite: going on from " + checkpoints().resolve("180.checkpoint") + ", after 180 images."
                        + System.lineSeparator());
        assertThat(saved("resumed.json")).isEqualTo(saved("plain.json"));

        // the training is finished: nothing is left to do but to save
        assertThat(checkpointed(0, TRAIN + " --resume --save " + folder.resolve("again.json")))
                .isEqualTo(printed);
        assertThat(saved("again.json")).isEqualTo(saved("plain.json"));
    }

    @Test
    void moreEpochsGoOnFromFewer() throws IOException {
        String three = TRAIN.replace("--epochs 2", "--epochs 3");
        String printed = run(0, three + " --save " + folder.resolve("plain.json"));
        checkpointed(0, TRAIN);
        assertThat(checkpointed(0, three + " --resume --save " + folder.resolve("resumed.json")))
                .isEqualTo(printed);
        assertThat(saved("resumed.json")).isEqualTo(saved("plain.json"));
    }

    @Test
    void withoutACheckpointResumeStartsAfresh() {
        String printed = run(0, TRAIN);
        assertThat(checkpointed(0, TRAIN + " --resume")).isEqualTo(printed);
        assertThat(err.toString())
                .contains("no checkpoint is in " + checkpoints() + ", so the training starts afresh.");
    }

    @Test
    void otherOptionsAreRefused() {
        checkpointed(0, TRAIN);
        assertRefused("--rate 0.2", "--rate 0.1");
        assertRefused("--seed 2", "--seed 1");
        assertRefused("--hidden 6", "--hidden 5");
        assertRefused("--batch 2", "--batch 1");
        assertRefused("--variant BOOK_RULE", "--variant TRUE_GRADIENT");
        assertRefused("--init OWN_NODES", "--init INCOMING_LINKS");
        assertRefused("--shuffle-seed 3", "--shuffle-seed none");
        assertRefused("--train 90", "--train 100");
        assertRefused("--test 40", "--test 50");
        assertRefused("--side scratch", "--side scratch-fast");
    }

    private void assertRefused(String now, String then) {
        String option = now.split(" ")[0];
        String command = TRAIN.replaceFirst(option + " \\S+", "") + " " + now + " --resume";
        assertThat(checkpointed(2, command.replaceAll(" +", " "))).isEmpty();
        assertThat(err.toString())
                .startsWith("suite: " + now + ": " + checkpoints().resolve("200.checkpoint"))
                .contains("is of a training with " + then + ";")
                .hasLineCount(1);
    }

    @Test
    void otherDataAreRefused() throws IOException {
        List<String> sets = new ArrayList<>();
        for (int pixel : new int[] {1, 2}) {
            String rows = ("3" + ("," + pixel).repeat(784) + "\n").repeat(3);
            Path data = Files.createDirectory(folder.resolve("data" + pixel));
            Files.writeString(data.resolve("train.csv"), rows);
            Files.writeString(data.resolve("test.csv"), rows);
            sets.add(data.toString());
        }
        String train = "train --side scratch-fast --hidden 2 --data ";
        checkpointed(0, train + sets.get(0));
        checkpointed(2, train + sets.get(1) + " --resume");
        assertThat(err.toString()).startsWith("suite: SHA-256 of train.csv ").hasLineCount(1);
    }

    @Test
    void anEarlierTrainingIsNotOverwritten() {
        checkpointed(0, TRAIN);
        assertThat(checkpointed(2, TRAIN)).isEmpty();
        assertThat(err.toString()).contains("200.checkpoint of an earlier training; go on with it by --resume");
    }

    @ParameterizedTest
    @CsvSource({
        "--resume, --checkpoint DIR",
        "--every 10, --checkpoint DIR",
        "--checkpoint FOLDER --every 0, --every 0",
        "--checkpoint FOLDER/taken, is a file",
    })
    void optionsThatCannotBe(String options, String named) throws IOException {
        Files.writeString(folder.resolve("taken"), "mine");
        run(2, TRAIN + " " + options.replace("FOLDER", folder.toString()));
        assertThat(err.toString()).startsWith("suite: --").contains(named).hasLineCount(1);
    }

    /** With the exit code of a failed check, not of the suite's own faults. */
    @Test
    void aTrainingThatGoesWrongSaysSoAndSavesNothing() throws IOException {
        Path save = folder.resolve("saved.json");
        String wrong = "train --side scratch-fast --train 500 --test 50 --rate 1000 --save " + save;
        assertThat(run(1, wrong)).isEmpty();
        assertThat(err.toString())
                .startsWith("suite: training went wrong in steps 1 to 500 (epoch 1): layer ")
                .contains("saturated", "lower --rate, which is 1000.0")
                .hasLineCount(1);
        assertThat(save).doesNotExist();
    }

    @Test
    void aModelWithNumbersThatAreNotFiniteIsRefused() throws IOException {
        Path model = folder.resolve("model.json");
        run(0, TRAIN + " --save " + model);
        for (String bad : List.of("\"NaN\"", "\"Infinity\"", "1e999")) {
            Path changed = Files.copy(model, folder.resolve("bad.json"), StandardCopyOption.REPLACE_EXISTING);
            Files.writeString(
                    changed, Files.readString(model).replaceFirst("\"parameters\":\\[[^,]*", "\"parameters\":[" + bad));
            run(2, "evaluate --model " + changed);
            assertThat(err.toString())
                    .contains("parameter 0 is ", "not a number")
                    .hasLineCount(1);
        }
    }
}
