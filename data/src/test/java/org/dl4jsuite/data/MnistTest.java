package org.dl4jsuite.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MnistTest {
    private static final Split MNIST = Mnist.load();

    @Test
    void hasAllImagesWithTheirLabels() {
        assertThat(MNIST.source()).isEqualTo("MNIST");
        assertThat(MNIST.train().size()).isEqualTo(60_000);
        assertThat(MNIST.test().size()).isEqualTo(10_000);
        assertThat(IntStream.range(0, 5).map(MNIST.train()::label)).containsExactly(5, 0, 4, 1, 9);
        assertThat(IntStream.range(0, 5).map(MNIST.test()::label)).containsExactly(7, 2, 1, 0, 4);
        assertThat(classes(MNIST.train())).containsExactly(5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949);
        assertThat(classes(MNIST.test())).containsExactly(980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009);
    }

    @Test
    void hasItsPixelsInPlace() {
        // The first row of the first 5 with ink on it, from column 12.
        assertThat(IntStream.range(151, 165).map(k -> MNIST.train().pixel(0, k)))
                .containsExactly(0, 3, 18, 18, 18, 126, 136, 175, 26, 166, 255, 247, 127, 0);
        assertThat(IntStream.range(73, 78).map(k -> MNIST.test().pixel(9_999, k)))
                .containsExactly(8, 117, 254, 220, 89);
    }

    @Test
    void saysWhatItRead() {
        assertThat(MNIST.checksums())
                .containsExactly(
                        Map.entry(
                                "train-images-idx3-ubyte",
                                "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"),
                        Map.entry(
                                "train-labels-idx1-ubyte",
                                "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"),
                        Map.entry(
                                "t10k-images-idx3-ubyte",
                                "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"),
                        Map.entry(
                                "t10k-labels-idx1-ubyte",
                                "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2"));
    }

    @Test
    void noticesAChecksumThatDiffers() {
        assertThatThrownBy(() -> Mnist.load(Map.of("t10k-labels-idx1-ubyte", "00ff")))
                .isInstanceOf(DataException.class)
                .hasMessage("t10k-labels-idx1-ubyte: SHA-256 of the unpacked bytes is "
                        + "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2, but must be 00ff; "
                        + "restore the file from the repository and build again.");
    }

    /** Reading the images does not start ND4J, which takes a second: it works where no backend is to be found. */
    @Test
    void needsNoNd4jBackend() throws Exception {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (!entry.contains("nd4j-native")) {
                urls.add(Path.of(entry).toUri().toURL());
            }
        }
        ClassLoader platform = ClassLoader.getPlatformClassLoader();
        try (URLClassLoader loader = new URLClassLoader(urls.toArray(URL[]::new), platform)) {
            assertThatThrownBy(() -> loader.loadClass("org.nd4j.linalg.cpu.nativecpu.CpuBackend"))
                    .isInstanceOf(ClassNotFoundException.class);
            Object split =
                    loader.loadClass(Mnist.class.getName()).getMethod("load").invoke(null);
            assertThat(split).isNotNull();
        }
    }

    private static int[] classes(LabelledImages images) {
        int[] counts = new int[10];
        for (int i = 0; i < images.size(); i++) {
            counts[images.label(i)]++;
        }
        return counts;
    }
}
