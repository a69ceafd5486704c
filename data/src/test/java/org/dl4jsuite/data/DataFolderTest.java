package org.dl4jsuite.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dl4jsuite.data.ImageAssertions.assertSame;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    private static final String[] USUAL = {
        "train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"
    };

    private final LabelledImages train = TestFiles.images(5, 1);
    private final LabelledImages test = TestFiles.images(3, 2);

    @TempDir
    private Path parent;

    private Path folder;

    @BeforeEach
    void createFolder() throws Exception {
        folder = Files.createDirectory(parent.resolve("my digits"));
    }

    @Test
    void plainAndGzippedFilesGiveTheSame() throws Exception {
        TestFiles.writeIdx(folder, "", train, "t10k", test);
        Split plain = DataFolder.load(folder);
        for (String name : USUAL) {
            byte[] bytes = Files.readAllBytes(folder.resolve(name));
            Files.delete(folder.resolve(name));
            TestFiles.write(folder, name + ".gz", TestFiles.gzip(bytes));
        }
        Split packed = DataFolder.load(folder);

        assertSame(plain.train(), train);
        assertSame(plain.test(), test);
        assertSame(packed.train(), train);
        assertSame(packed.test(), test);
        assertThat(plain.source()).isEqualTo("my digits");
        assertThat(packed.source()).isEqualTo("my digits");
        assertThat(packed.checksums()).isEqualTo(plain.checksums());
        assertThat(plain.checksums())
                .containsExactly(
                        Map.entry(USUAL[0], sha256(TestFiles.idxImages(train))),
                        Map.entry(USUAL[1], sha256(TestFiles.idxLabels(train))),
                        Map.entry(USUAL[2], sha256(TestFiles.idxImages(test))),
                        Map.entry(USUAL[3], sha256(TestFiles.idxLabels(test))));
    }

    @Test
    void takesEmnistsNames() {
        TestFiles.writeIdx(folder, "emnist-digits-", train, "test", test);
        Split split = DataFolder.load(folder);

        assertSame(split.train(), train);
        assertSame(split.test(), test);
        assertThat(split.checksums()).containsKey("emnist-digits-test-labels-idx1-ubyte");
    }

    @Test
    void takesNamesWithADot() {
        TestFiles.write(folder, "train-images.idx3-ubyte", TestFiles.idxImages(train));
        TestFiles.write(folder, "train-labels.idx1-ubyte", TestFiles.idxLabels(train));
        TestFiles.write(folder, "t10k-images.idx3-ubyte", TestFiles.idxImages(test));
        TestFiles.write(folder, "t10k-labels.idx1-ubyte", TestFiles.idxLabels(test));

        assertSame(DataFolder.load(folder).train(), train);
    }

    @Test
    void takesCsvFiles() {
        writeCsv("mnist_train.csv", train);
        writeCsv("mnist_test.csv", test);
        TestFiles.write(folder, "readme.txt", new byte[] {1});
        Split split = DataFolder.load(folder);

        assertSame(split.train(), train);
        assertSame(split.test(), test);
        assertThat(split.source()).isEqualTo("my digits");
        assertThat(split.checksums())
                .containsExactly(
                        Map.entry("mnist_train.csv", sha256(ascii(TestFiles.csv(train)))),
                        Map.entry("mnist_test.csv", sha256(ascii(TestFiles.csv(test)))));
    }

    @Test
    void namesTheFolderItselfHoweverItIsGiven() {
        TestFiles.writeIdx(folder, "", train, "t10k", test);
        assertThat(DataFolder.load(folder.resolve("..").resolve("my digits").resolve("."))
                        .source())
                .isEqualTo("my digits");
    }

    @Test
    void noSuchFolder() {
        assertFails(parent.resolve("none"))
                .hasMessage(parent.resolve("none") + ": there is no such folder; check the name.");
    }

    @Test
    void aFile() {
        Path file = TestFiles.write(folder, "mnist_train.csv", new byte[0]);
        assertFails(file).hasMessage(file + ": is a file; give the folder it is in.");
    }

    @Test
    void nothingRecognisable() throws Exception {
        TestFiles.write(folder, "digits.zip", new byte[0]);
        Files.createDirectory(folder.resolve("mnist_train.csv")); // a folder is no file
        assertFails(folder)
                .hasMessage(folder + ": has none of the files looked for; put in train-images-idx3-ubyte, "
                        + "train-labels-idx1-ubyte, t10k-images-idx3-ubyte, t10k-labels-idx1-ubyte, or "
                        + "*train*.csv, *test*.csv (each also with .gz).");
    }

    @Test
    void filesMissing() throws Exception {
        TestFiles.writeIdx(folder, "", train, "t10k", test);
        Files.delete(folder.resolve(USUAL[1]));
        Files.delete(folder.resolve(USUAL[2]));
        assertFails(folder)
                .hasMessage(folder + ": has train-images-idx3-ubyte, t10k-labels-idx1-ubyte, but not "
                        + "train-labels-idx1-ubyte, t10k-images-idx3-ubyte; put that in as well.");
    }

    @Test
    void oneCsvMissing() {
        writeCsv("mnist_test.csv", test);
        assertFails(folder).hasMessageContaining("has mnist_test.csv, but not *train*.csv;");
    }

    @Test
    void aFileTwice() {
        TestFiles.writeIdx(folder, "", train, "t10k", test);
        TestFiles.write(folder, USUAL[0] + ".gz", TestFiles.gzip(TestFiles.idxImages(train)));
        assertFails(folder)
                .hasMessage(folder + ": has train-images-idx3-ubyte and train-images-idx3-ubyte.gz; "
                        + "leave one data set in the folder, each file once.");
    }

    @Test
    void severalDataSets() {
        TestFiles.writeIdx(folder, "emnist-digits-", train, "test", test);
        TestFiles.writeIdx(folder, "emnist-letters-", train, "test", test);
        assertFails(folder)
                .hasMessageContaining(
                        "has emnist-digits-train-images-idx3-ubyte and " + "emnist-letters-train-images-idx3-ubyte;");
    }

    @Test
    void bothForms() {
        TestFiles.writeIdx(folder, "", train, "t10k", test);
        writeCsv("mnist_test.csv", test);
        assertFails(folder)
                .hasMessage(folder + ": has mnist_test.csv and " + String.join(" and ", new TreeSet<>(List.of(USUAL)))
                        + "; leave one data set in the folder, each file once.");
    }

    @Test
    void takesTheNamesOfTheBooksOwnFiles() {
        writeCsv("mnist_train_100.csv", train);
        writeCsv("mnist_test_10.csv", test);
        Split split = DataFolder.load(folder);
        assertSame(split.train(), train);
        assertSame(split.test(), test);
    }

    @Test
    void takesNamesInCapitals() {
        TestFiles.write(folder, "MNIST_TRAIN.CSV.GZ", TestFiles.gzip(ascii(TestFiles.csv(train))));
        writeCsv("Test Digits.Csv", test);
        Split split = DataFolder.load(folder);
        assertSame(split.train(), train);
        assertThat(split.checksums())
                .containsExactly(
                        Map.entry("MNIST_TRAIN.CSV", sha256(ascii(TestFiles.csv(train)))),
                        Map.entry("Test Digits.Csv", sha256(ascii(TestFiles.csv(test)))));
    }

    @Test
    void takesIdxNamesInCapitals() {
        TestFiles.write(folder, "Train-Images-IDX3-ubyte", TestFiles.idxImages(train));
        TestFiles.write(folder, "Train-Labels-IDX1-ubyte", TestFiles.idxLabels(train));
        TestFiles.write(folder, "T10K-Images-IDX3-ubyte", TestFiles.idxImages(test));
        TestFiles.write(folder, "T10K-Labels-IDX1-ubyte", TestFiles.idxLabels(test));
        assertSame(DataFolder.load(folder).test(), test);
    }

    @Test
    void severalTrainingCsvs() {
        writeCsv("mnist_train.csv", train);
        writeCsv("mnist_train_100.csv", train);
        writeCsv("train.csv.gz", train);
        writeCsv("mnist_test.csv", test);
        assertFails(folder)
                .hasMessage(folder + ": has mnist_train.csv and mnist_train_100.csv and train.csv.gz; "
                        + "leave one data set in the folder, each file once.");
    }

    @Test
    void oneCsvThatCouldBeBoth() {
        writeCsv("train_and_test.csv", train);
        assertFails(folder)
                .hasMessage(folder + ": has train_and_test.csv only, whose name says both train and test;"
                        + " put in a file for each.");
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertFails(Path folder) {
        return assertThatThrownBy(() -> DataFolder.load(folder)).isInstanceOf(DataException.class);
    }

    private void writeCsv(String name, LabelledImages images) {
        TestFiles.write(folder, name, ascii(TestFiles.csv(images)));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
