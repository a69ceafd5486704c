package org.dl4jsuite.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that can be wrong with an IDX pair, and what its owner is told. */
class IdxBadInputTest {
    private static final int HEADER = 16;
    private final byte[] images = TestFiles.idxImages(TestFiles.images(3, 1));
    private final byte[] labels = TestFiles.idxLabels(TestFiles.images(3, 1));

    @TempDir
    private Path folder;

    @Test
    void goodFilesAreRead() {
        assertThat(read(images, labels).size()).isEqualTo(3);
    }

    @Test
    void labelsWhereImagesBelong() {
        assertFails(/* imagesFile= */ labels, /* labelsFile= */ images)
                .hasMessage(path("images") + ": starts with 0x00000801, but IDX images start with 0x00000803; "
                        + "give an IDX images file here.");
    }

    @Test
    void imagesWhereLabelsBelong() {
        assertFails(images, images)
                .hasMessage(path("labels") + ": starts with 0x00000803, but IDX labels start with 0x00000801; "
                        + "give an IDX labels file here.");
    }

    @Test
    void somethingElseAltogether() {
        assertFails("<html>Not found</html>".getBytes(StandardCharsets.US_ASCII), labels)
                .hasMessageContaining("starts with 0x3c68746d");
    }

    @Test
    void imagesOfAnotherSize() {
        assertFails(TestFiles.words(0x803, 3, 32, 28), labels)
                .hasMessage(path("images") + ": has images of 32x28; they must be 28x28.");
        assertFails(TestFiles.words(0x803, 3, 28, -1), labels).hasMessageContaining("images of 28x4294967295;");
    }

    @Test
    void countsThatDiffer() {
        assertFails(images, TestFiles.idxLabels(TestFiles.images(2, 1)))
                .hasMessage(path("images") + ": has 3 images, but " + path("labels")
                        + " has 2 labels; give two files that belong together.");
    }

    @Test
    void noImages() {
        assertFails(TestFiles.words(0x803, 0, 28, 28), TestFiles.words(0x801, 0))
                .hasMessage(path("images") + ": has 0 images; at least 1 is needed.");
    }

    @Test
    void countsAreUnsigned() {
        assertFails(withCount(images, 1 << 31), labels)
                .hasMessageContaining("has 2147483648 images, but ")
                .hasMessageContaining("has 3 labels");
        assertFails(images, withCount(labels, -1)).hasMessageContaining("has 4294967295 labels");
    }

    @Test
    void memoryDoesNotFollowTheHeader() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        byte[] claiming = withCount(images, 1 << 31);
        byte[] claimingLabels = withCount(labels, 1 << 31);
        assertFails(claiming, claimingLabels); // loads the classes
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        assertFails(claiming, claimingLabels)
                .hasMessage(path("images") + ": ends after 3 of 2147483648 images; copy or download the file again.");
        assertThat(threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before)
                .isLessThan(2_000_000);
    }

    @Test
    void headerCutShort() {
        assertFails(Arrays.copyOf(images, 9), labels)
                .hasMessage(path("images")
                        + ": ends after 9 of the 16 bytes of its header; copy or download the file again.");
        assertFails(images, Arrays.copyOf(labels, 4)).hasMessageContaining("ends after 4 of the 8 bytes");
        assertFails(new byte[0], labels).hasMessageContaining("ends after 0 of the 16 bytes");
        assertFails(new byte[1], labels).hasMessageContaining("ends after 1 of the 16 bytes");
    }

    @Test
    void imagesCutShort() {
        for (int length : new int[] {HEADER, HEADER + 1, HEADER + 783}) {
            assertFails(Arrays.copyOf(images, length), labels)
                    .hasMessage(path("images") + ": ends after 0 of 3 images; copy or download the file again.");
        }
        assertFails(Arrays.copyOf(images, images.length - 1), labels).hasMessageContaining("after 2 of 3 images");
    }

    @Test
    void labelsCutShort() {
        assertFails(images, Arrays.copyOf(labels, labels.length - 1))
                .hasMessage(path("labels") + ": ends after 2 of 3 labels; copy or download the file again.");
    }

    @Test
    void bytesLeftOver() {
        assertFails(Arrays.copyOf(images, images.length + 1), labels)
                .hasMessage(path("images") + ": goes on after the 3 images its header announces; "
                        + "copy or download the file again.");
        assertFails(images, Arrays.copyOf(labels, labels.length + 1))
                .hasMessageStartingWith(path("labels") + ": goes on after the 3 labels");
    }

    @Test
    void labelOutOfRange() {
        byte[] wrong = labels.clone();
        wrong[8 + 1] = 10;
        assertFails(images, wrong).hasMessage(path("labels") + ": label 2 of 3 is 10; labels must be 0 to 9.");
        wrong[8 + 1] = (byte) 255;
        assertFails(images, wrong).hasMessageContaining("label 2 of 3 is 255;");
    }

    /** Wherever a gzip file is cut, even in its trailer, the reader says so and never gives fewer images. */
    @Test
    void gzipCutShort() {
        byte[] packed = TestFiles.gzip(images);
        for (int length = 2; length < packed.length; length += length < 40 || length > packed.length - 140 ? 1 : 97) {
            assertFails(Arrays.copyOf(packed, length), labels)
                    .as("%d of %d bytes", length, packed.length)
                    .hasMessage(path("images") + ": the gzip stream ends too early; copy or download the file again.");
        }
    }

    @Test
    void gzipDamaged() {
        byte[] packed = TestFiles.gzip(images);
        byte[] method = packed.clone();
        method[2] = 7;
        assertFails(method, labels)
                .hasMessage(path("images") + ": the gzip stream is damaged (Unsupported compression method); "
                        + "copy or download the file again.");
        byte[] checksum = packed.clone();
        checksum[packed.length - 5] ^= 1;
        assertFails(checksum, labels).hasMessageContaining("is damaged (Corrupt GZIP trailer)");
        byte[] middle = packed.clone();
        Arrays.fill(middle, 10, 20, (byte) 0xff);
        assertFails(middle, labels).hasMessageContaining("is damaged (");
    }

    @Test
    void noSuchFile() {
        Path file = TestFiles.write(folder, "labels", labels);
        assertThatThrownBy(() -> ImageFiles.idx(folder.resolve("none").toUri(), file.toUri(), new DataFiles()))
                .isInstanceOf(DataException.class)
                .hasMessage(path("none") + ": there is no such file; check the name.");
    }

    @Test
    void aFolderForAFile() throws Exception {
        Files.createDirectory(folder.resolve("images"));
        Path file = TestFiles.write(folder, "labels", labels);
        assertThatThrownBy(() -> ImageFiles.idx(folder.resolve("images").toUri(), file.toUri(), new DataFiles()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(": cannot be read (");
    }

    @Test
    void moreImagesThanAnArrayHolds() {
        ImageFiles.Collector collector = new ImageFiles.Collector("big", 2);
        collector.add(0, new byte[784]);
        collector.add(1, new byte[784]);
        assertThat(collector.images().size()).isEqualTo(2);
        assertThatThrownBy(() -> collector.add(2, new byte[784]))
                .isInstanceOf(DataException.class)
                .hasMessage("big: has more than the 2 images that fit in memory; give a smaller file.");
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertFails(byte[] imagesFile, byte[] labelsFile) {
        return assertThatThrownBy(() -> read(imagesFile, labelsFile)).isInstanceOf(DataException.class);
    }

    private LabelledImages read(byte[] imagesFile, byte[] labelsFile) {
        return ImageFiles.idx(
                TestFiles.write(folder, "images", imagesFile).toUri(),
                TestFiles.write(folder, "labels", labelsFile).toUri(),
                new DataFiles());
    }

    private static byte[] withCount(byte[] file, int count) {
        byte[] changed = file.clone();
        System.arraycopy(TestFiles.words(count), 0, changed, Integer.BYTES, Integer.BYTES);
        return changed;
    }

    private String path(String file) {
        return folder.resolve(file).toString();
    }
}
