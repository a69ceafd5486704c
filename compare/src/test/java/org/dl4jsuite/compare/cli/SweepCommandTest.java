package org.dl4jsuite.compare.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SweepCommandTest {
    @TempDir
    private Path folder;

    @Test
    void listsAndRanges() {
        assertThat(Numbers.whole("--seeds", "7,1..3,2", 0, 10)).isEqualTo(List.of(1L, 2L, 3L, 7L));
        assertThat(Numbers.ints("--hidden", " 5, 10 ", 1, 10)).isEqualTo(List.of(5, 10));
        assertThat(Numbers.real("--rates", "0.3,0.01,0.3", 0, false, 1)).isEqualTo(List.of(0.01, 0.3));
        assertThat(Numbers.real("--rotations", "-0,1e1", 0, true, 180)).isEqualTo(List.of(0.0, 10.0));
        assertThatThrownBy(() -> Numbers.whole("--seeds", "0..99999", 0, 1_000_000))
                .hasMessageContaining("100000 values");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--rates 0 | --rates 0",
                "--rates 0.1,x | \"x\"",
                "--rates NaN | --rates NaN",
                "--rates 0.1,, | \"\"",
                "--epochs 0 | --epochs 0",
                "--epochs 3..1 | --epochs 3..1",
                "--epochs 1.. | \"1..\"",
                "--epochs 1.5 | \"1.5\"",
                "--epochs 1..1001 | --epochs 1..1001",
                "--hidden 10001 | --hidden 10001",
                "--hidden -1 | \"-1\"",
                "--rotations 181 | --rotations 181",
                "--rotations -5 | --rotations -5",
                "--seeds 4294967296 | --seeds 4294967296",
                "--seeds 99999999999 | \"99999999999\"",
                "--seeds 1..10000 --epochs 1..200 | 2000000 combinations",
                "--side torch | --side torch",
                "--variant MINE | 'MINE'",
                "--threads 0 | --threads 0",
                "--engine abacus | --engine abacus",
                "--master local[2] | --master local[2] requires --engine spark",
                "--engine spark --master local[2] --threads 2 | --threads 2 has no effect on --master local[2]",
                "--book --rates 0.1 | --book",
                "--train 0 | --train 0"
            })
    void optionsThatCannotBe(String options, String named) {
        Path out = folder.resolve("sweep.jsonl");
        StringWriter err = new StringWriter();
        String[] arguments = Stream.concat(Stream.of("sweep", "--out", out.toString()), Stream.of(options.split(" ")))
                .toArray(String[]::new);
        assertThat(Main.execute(new PrintWriter(new StringWriter()), new PrintWriter(err), arguments))
                .isEqualTo(2);
        assertThat(err.toString().strip()).startsWith("suite: ").contains(named).hasLineCount(1);
        assertThat(out).doesNotExist();
    }

    @Test
    void everyCombinationAskedForHasARow() throws IOException {
        Path out = folder.resolve("sweep.jsonl");
        StringWriter printed = new StringWriter();
        String options = "--train 200 --test 100 --rates 0.1,0.3 --epochs 1,3 --hidden 5 --rotations 0,10 --seeds 1..2"
                + " --side scratch-fast,scratch --threads 2";
        String[] arguments = Stream.concat(Stream.of("sweep", "--out", out.toString()), Stream.of(options.split(" ")))
                .toArray(String[]::new);
        assertThat(Main.execute(new PrintWriter(printed), new PrintWriter(new StringWriter()), arguments))
                .isZero();
        List<String> rows = printed.toString()
                .lines()
                .filter(line -> line.startsWith("scratch"))
                .toList();
        assertThat(rows).hasSize(2 * 2 * 2 * 2);
        assertThat(rows.get(0))
                .matches("scratch +TRUE_GRADIENT +INCOMING_LINKS +0 +5 +0\\.1 +1 +2 +0\\.\\d{5} +0\\.\\d{5} +.* to .*");
        assertThat(rows.get(15)).matches("scratch-fast +TRUE_GRADIENT +INCOMING_LINKS +10 +5 +0\\.3 +3 +2 .*");
        assertThat(Files.readAllLines(out)).hasSize(1 + 1 + 2 * 2 * 2 * 2);
    }
}
