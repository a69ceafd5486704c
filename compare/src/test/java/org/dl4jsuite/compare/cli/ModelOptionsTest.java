package org.dl4jsuite.compare.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be no option beside {@code --model}: it is refused, and not passed over in silence. */
class ModelOptionsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--hidden 50",
                "--rate 0.2",
                "--batch 10",
                "--seed 3",
                "--variant BOOK_RULE",
                "--init OWN_NODES",
                "--shuffle-seed 4",
                "--epochs 2"
            })
    void optionsOfTrainingAreRefused(String option) {
        assertRefused(option, "recognise", "7.png");
        assertRefused(option, "back-query", "--out", folder.resolve("out").toString());
        assertThat(folder).isEmptyDirectory();
    }

    /** The page of back-query shows the data's images beside the network's. */
    @ParameterizedTest
    @ValueSource(strings = {"--data digits", "--train 100", "--test 10"})
    void dataThatNobodyLooksAtAreRefused(String option) {
        assertRefused(option, "recognise", "7.png");
    }

    private static void assertRefused(String option, String... command) {
        StringWriter err = new StringWriter();
        String[] arguments = Stream.of(
                        Stream.of(command), Stream.of("--model", "mine.json"), Stream.of(option.split(" ")))
                .flatMap(words -> words)
                .toArray(String[]::new);
        assertThat(Main.execute(new PrintWriter(new StringWriter()), new PrintWriter(err), arguments))
                .isEqualTo(2);
        assertThat(err.toString().strip())
                .isEqualTo("suite: " + option + ": --model mine.json is trained already; leave one of the two out.");
    }
}
