package org.dl4jsuite.compare.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dl4jsuite.compare.Provenance;
import org.dl4jsuite.compare.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A line of a result file is what somebody can have trained, or is refused with its reason. */
class SweepLinesTest {
    private static final String HEADER = SweepLines.header(SweepExamples.DATA);
    private static final String ORIGIN_ID = SweepLines.id(SweepExamples.ORIGIN);
    private static final String LINE = SweepLines.result(SweepExamples.result(SweepExamples.byTheBook(4), 7, 0.5));

    @TempDir
    private Path folder;

    private static List<SweepResult> read(String line) throws IOException {
        List<SweepResult> results = new ArrayList<>();
        SweepLines.read(line, Map.of(ORIGIN_ID, SweepExamples.ORIGIN), results);
        return results;
    }

    private static String changed(String from, String to) {
        assertThat(LINE).contains(from);
        return LINE.replace(from, to);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"hidden\":4 | \"hidden\":0",
                "\"rate\":0.1 | \"rate\":0.0",
                "\"rate\":0.1 | \"rate\":1e999",
                "\"rotation\":0.0 | \"rotation\":-0.5",
                "\"rotation\":0.0 | \"rotation\":1e999",
                "\"seed\":7 | \"seed\":-1",
                "\"epochs\":1,\"seed\":7},\"accuracy\":[0.5],\"loss\":[0.05]"
                        + "| \"epochs\":0,\"seed\":7},\"accuracy\":[],\"loss\":[]",
            })
    void settingsThatNobodyCanTrainAreRefused(String from, String to) {
        assertThatThrownBy(() -> read(changed(from, to)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("nobody can train {\"side\":");
    }

    @Test
    void theLeastThatCanBeTrainedIsRead() throws IOException {
        String least = changed("\"hidden\":4", "\"hidden\":1")
                .replace("\"rate\":0.1", "\"rate\":4.9E-324")
                .replace("\"seed\":7", "\"seed\":0");
        SweepConfiguration configuration = read(least).get(0).configuration();
        assertThat(configuration.hidden()).isEqualTo(1);
        assertThat(configuration.rate()).isEqualTo(Double.MIN_VALUE);
        assertThat(configuration.seed()).isZero();
        assertThat(configuration.epochs()).isEqualTo(1);
    }

    @Test
    void anAccuracyIsAShareOfOne() throws IOException {
        for (String accuracy : List.of("0.0", "1.0")) {
            assertThat(read(changed("[0.5]", "[" + accuracy + "]")).get(0).accuracyAfter(1))
                    .isEqualTo(Double.parseDouble(accuracy));
        }
        for (String accuracy : List.of("-0.1", "1.1")) {
            assertThatThrownBy(() -> read(changed("[0.5]", "[" + accuracy + "]")))
                    .hasMessage("an accuracy is " + accuracy + ", not a share of 1");
        }
        assertThatThrownBy(() -> read(changed("[0.5]", "[0.5,0.6]")))
                .rootCause()
                .hasMessage("1 epochs have as many accuracies and losses: got 2 and 1");
        assertThatThrownBy(() -> read(changed("[0.05]", "[]")))
                .rootCause()
                .hasMessage("1 epochs have as many accuracies and losses: got 1 and 0");
    }

    @Test
    void aLineIsAnObjectWithAKnownOrigin() {
        assertThatThrownBy(() -> read("[1]")).hasMessage("it is no object");
        assertThatThrownBy(() -> read(LINE.replace(ORIGIN_ID, "0123")))
                .hasMessage("no line above it tells the origin 0123");
        assertThatThrownBy(() -> read(changed(",\"origin\":\"" + ORIGIN_ID + "\"", "")))
                .hasMessageContaining("origin");
    }

    /** The name of an origin leaves out the time, and nothing else. */
    @Test
    void oneMachineHasOneName() {
        Provenance later =
                SweepExamples.ORIGIN.begunAt(SweepExamples.ORIGIN.created().plusSeconds(60));
        assertThat(SweepLines.id(later)).isEqualTo(ORIGIN_ID).hasSize(12);
        assertThat(SweepLines.id(later.with("code", "1"))).isNotEqualTo(ORIGIN_ID);
        // of two runs, the first one's time is told
        List<SweepResult> results = List.of(
                SweepExamples.result(SweepExamples.byTheBook(4), 1, 0.5).from(later),
                SweepExamples.result(SweepExamples.byTheBook(4), 2, 0.5),
                SweepExamples.result(SweepExamples.byTheBook(4), 3, 0.5).from(later));
        assertThat(SweepResults.of(SweepExamples.DATA, results).origins()).containsExactly(SweepExamples.ORIGIN);
    }

    @Test
    void aHeaderIsOfAtLeastOneImage() throws IOException {
        String one = HEADER.replace("60000", "1").replace("10000", "1");
        assertThat(SweepLines.readHeader(one).trainingImages()).isEqualTo(1);
        assertThatThrownBy(() -> SweepLines.readHeader(HEADER.replace("60000", "0")))
                .hasMessage("no sweep is of MNIST (0 training and 10000 test images)");
        assertThatThrownBy(() -> SweepLines.readHeader(HEADER.replace("10000", "0")))
                .hasMessage("no sweep is of MNIST (60000 training and 0 test images)");
        assertThatThrownBy(() -> SweepLines.readHeader("{\"format\":\"dl4jsuite-sweep-1\"}"))
                .hasMessage("its data is missing");
        assertThatThrownBy(() -> SweepLines.readHeader("{\"format\":\"other\"}"))
                .hasMessage("its format is \"other\", not \"dl4jsuite-sweep-1\"");
    }

    @Test
    void otherImagesAreThoseOfAnotherNumberOrChecksum() {
        SweepData data = SweepExamples.DATA;
        assertThat(data.sameImages(new SweepData("elsewhere", 60_000, 10_000, data.checksums())))
                .isTrue();
        assertThat(data.sameImages(new SweepData("MNIST", 59_999, 10_000, data.checksums())))
                .isFalse();
        assertThat(data.sameImages(new SweepData("MNIST", 60_000, 9_999, data.checksums())))
                .isFalse();
        assertThat(data.sameImages(new SweepData("MNIST", 60_000, 10_000, Map.of("file", "0124"))))
                .isFalse();
    }

    @Test
    void aMessageNamesTheLine() throws IOException {
        Path file = folder.resolve("wrong.jsonl");
        String origin = SweepLines.origin(SweepExamples.ORIGIN);
        Files.write(file, List.of(HEADER, origin, LINE, "", "[1]"));
        assertThatThrownBy(() -> SweepFile.read(file))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("wrong.jsonl: no results of a sweep: line 5: it is no object;");
        Files.write(file, List.of(HEADER, origin, LINE, "{\"configuration\":}"));
        assertThatThrownBy(() -> SweepFile.read(file)).hasMessageContaining("line 4: ");
        Files.write(file, List.of(HEADER, origin, LINE, "\"text"));
        assertThatThrownBy(() -> SweepFile.read(file)).hasMessageContaining("line 4: ");
        Files.write(file, List.of());
        assertThatThrownBy(() -> SweepFile.read(file)).hasMessageContaining("line 1: is missing");
        assertThatThrownBy(() -> SweepFile.read(folder.resolve("none")))
                .isInstanceOf(UserError.class)
                .hasMessageEndingWith("none: no such file; make one with: suite sweep --out " + folder.resolve("none"));
    }
}
