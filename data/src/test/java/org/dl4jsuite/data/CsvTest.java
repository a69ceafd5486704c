package org.dl4jsuite.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dl4jsuite.data.ImageAssertions.assertSame;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The book's CSV form, right and wrong. */
class CsvTest {
    private static final String HEADER = "label" + ",pixel".repeat(784) + "\n";
    private static final String MARK = "\ufeff";

    private final LabelledImages images = TestFiles.images(3, 1);
    private final String good = TestFiles.csv(images);

    @TempDir
    private Path folder;

    @Test
    void givesTheImagesThatIdxGives() {
        LabelledImages mnist = Mnist.load().first(100, 1).train();
        assertSame(read(TestFiles.csv(mnist)), mnist);
    }

    @Test
    void lineEndsDoNotMatter() {
        assertSame(read(good.replace("\n", "\r\n")), images);
        assertSame(read(good.replace("\n", "\r")), images);
        assertSame(read(good.stripTrailing()), images);
    }

    @Test
    void blanksAndQuotesDoNotMatter() {
        assertSame(read(good.replace(",", ", ")), images);
        assertSame(read(good.replace(",", "\",\"").replace("\n", "\"\n").replaceAll("(?m)^(?=\\d)", "\"")), images);
    }

    @Test
    void mayBeGzipped() {
        Path file = TestFiles.write(folder, "small.csv", TestFiles.gzip(good.getBytes(StandardCharsets.US_ASCII)));
        assertSame(ImageFiles.csv(file.toUri(), new DataFiles()), images);
    }

    @Test
    void aValueTooFew() {
        assertFails(dropLastValue(good))
                .hasMessage(path() + ": row 3 has 784 values; it must have 785, the label, then 784 pixels.");
    }

    @Test
    void aValueTooMany() {
        assertFails(good.stripTrailing() + ",0\n").hasMessageContaining("row 3 has 786 values; it must have 785");
    }

    @Test
    void blankRowsAreNoData() {
        assertSame(read("\n" + good.replace("\n", "\n\n") + " \n" + ",".repeat(784) + "\n"), images);
    }

    @Test
    void aByteOrderMarkIsNoData() {
        assertSame(read(MARK + good), images);
        assertSame(read(MARK + HEADER + good), images);
        assertFails(MARK).hasMessageContaining("is empty");
    }

    @Test
    void aCommaAtTheEndIsNoValue() {
        assertSame(read((HEADER + good).replace("\n", ",\n")), images);
        assertFails(good.stripTrailing() + ",,\n").hasMessageContaining("row 3 has 787 values; it must have 785");
    }

    @Test
    void aHeaderIsNoData() {
        assertSame(read(HEADER + good), images);
        assertSame(read("\n" + HEADER + good), images);
        String numbered = IntStream.range(0, 784).mapToObj(k -> "," + k).collect(Collectors.joining("", "label", "\n"));
        assertSame(read(numbered + good), images);
        assertFails(HEADER).hasMessageContaining("is empty");
        assertFails(good + HEADER).hasMessageContaining("row 4, value 1 is \"label\"; the label must be");
        assertFails(HEADER + good + "five" + good.substring(1)).hasMessageContaining("row 5, value 1 is \"five\"");
    }

    @Test
    void aHeaderThatNamesTheLabelsLastIsRefused() {
        assertFails("pixel,".repeat(784) + "Class\n" + good)
                .hasMessage(path() + ": row 1 names the last column \"Class\"; move the labels to the first column.");
    }

    @ParameterizedTest
    @CsvSource({"';', semicolons", "'\t', tabs"})
    void anotherSeparatorIsNamed(String separator, String name) {
        String remedy = path() + ": row 1 has " + name + " between its values; save the file with commas instead.";
        assertFails(good.replace(",", separator)).hasMessage(remedy);
        assertFails(HEADER.replace(",", separator)).hasMessage(remedy);
    }

    /** All at once, as people have it: the same images. */
    @Test
    void asSpreadsheetsSaveIt() {
        assertSame(read((MARK + HEADER + good + "\n").replace("\n", "\r\n")), images);
    }

    @ParameterizedTest
    @ValueSource(strings = {"256", "-1", "abc", "", "1.5", "1e2", "1000", "99999999999", "0x1", "NaN"})
    void aPixelThatIsNone(String pixel) {
        assertFails(dropLastValue(good) + "," + pixel + "\n")
                .hasMessage(path() + ": row 3, value 785 is \"" + pixel
                        + "\"; a pixel must be a whole number from 0 to 255.");
    }

    @ParameterizedTest
    @CsvSource({"10", "-1", "five"})
    void aLabelThatIsNone(String label) {
        assertFails(label + good.substring(1)).hasMessageContaining("row 1, value 1 is \"" + label + "\"; the label");
        assertFails(good + label + good.substring(1))
                .hasMessage(path() + ": row 4, value 1 is \"" + label
                        + "\"; the label must be a whole number from 0 to 9.");
    }

    @Test
    void anEmptyFile() {
        assertFails("").hasMessage(path() + ": is empty; each row must be the label, then 784 pixels.");
    }

    @Test
    void aQuoteLeftOpen() {
        assertFails(good + "\"" + good.substring(0, 100))
                .hasMessageStartingWith(path() + ": row 4 is not CSV (Un-terminated quoted field");
    }

    @Test
    void gzipCutShort() {
        byte[] packed = TestFiles.gzip(good.getBytes(StandardCharsets.US_ASCII));
        Path file = TestFiles.write(folder, "small.csv", Arrays.copyOf(packed, packed.length - 10));
        assertThatThrownBy(() -> ImageFiles.csv(file.toUri(), new DataFiles()))
                .isInstanceOf(DataException.class)
                .hasMessage(path() + ": the gzip stream ends too early; copy or download the file again.");
    }

    /** A message goes to a terminal: what the file holds is cut, and shown without control characters. */
    @Test
    void showsStrangeTextSafely() {
        assertFails(dropLastValue(good) + ",\u001b[2J" + "x".repeat(5000) + "\n")
                .hasMessageContaining("value 785 is \"\\u001b[2J" + "x".repeat(16) + "...\";");
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertFails(String csv) {
        return assertThatThrownBy(() -> read(csv)).isInstanceOf(DataException.class);
    }

    private LabelledImages read(String csv) {
        Path file = TestFiles.write(folder, "small.csv", csv.getBytes(StandardCharsets.UTF_8));
        assertThat(Files.exists(file)).isTrue();
        return ImageFiles.csv(file.toUri(), new DataFiles());
    }

    private static String dropLastValue(String csv) {
        return csv.substring(0, csv.lastIndexOf(','));
    }

    private String path() {
        return folder.resolve("small.csv").toString();
    }
}
