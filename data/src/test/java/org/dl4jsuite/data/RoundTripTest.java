package org.dl4jsuite.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dl4jsuite.data.ImageAssertions.assertSame;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever images or examples there are: written to a file, they are read as they were. */
class RoundTripTest {
    @TempDir
    private Path folder;

    @Test
    void imagesOfAnyNumberComeBackFromEveryFormat() {
        for (int n = 1; n <= 30; n++) {
            LabelledImages images = shuffled(TestFiles.images(n, n), new Random(n));
            byte[] pixels = TestFiles.idxImages(images);
            byte[] labels = TestFiles.idxLabels(images);
            byte[] csv = TestFiles.csv(images).getBytes(StandardCharsets.US_ASCII);
            for (boolean packed : new boolean[] {false, true}) {
                assertSame(
                        ImageFiles.idx(
                                file("images", packed, pixels).toUri(),
                                file("labels", packed, labels).toUri(),
                                new DataFiles()),
                        images);
                assertSame(ImageFiles.csv(file("images.csv", packed, csv).toUri(), new DataFiles()), images);
            }
        }
    }

    /** Every double is written by Java as few digits as name it, and read to the bit. */
    @Test
    void fannExamplesComeBackToTheBit() {
        Random random = new Random(1);
        for (int round = 0; round < 200; round++) {
            double[][] inputs = doubles(1 + random.nextInt(5), 1 + random.nextInt(4), random);
            double[][] targets = doubles(inputs.length, 1 + random.nextInt(3), random);
            StringJoiner text = new StringJoiner(round % 2 == 0 ? "\n" : " \t\r\n");
            text.add(inputs.length + " " + inputs[0].length + " " + targets[0].length);
            for (int i = 0; i < inputs.length; i++) {
                text.add(line(inputs[i])).add(line(targets[i]));
            }
            FannFile read = FannFile.parse("any.data", text.toString());
            assertThat(read.inputs()).isDeepEqualTo(inputs);
            assertThat(read.targets()).isDeepEqualTo(targets);
        }
    }

    private Path file(String name, boolean packed, byte[] bytes) {
        return TestFiles.write(folder, name, packed ? TestFiles.gzip(bytes) : bytes);
    }

    private static LabelledImages shuffled(LabelledImages images, Random random) {
        int[] order = new int[images.size()];
        for (int i = 0; i < order.length; i++) {
            int other = random.nextInt(i + 1);
            order[i] = order[other];
            order[other] = i;
        }
        return images.permuted(order);
    }

    private static double[][] doubles(int rows, int columns, Random random) {
        double[][] values = new double[rows][columns];
        for (double[] row : values) {
            for (int i = 0; i < columns; i++) {
                row[i] = anyFinite(random);
            }
        }
        return values;
    }

    /** A double of any size: its bits are drawn. */
    private static double anyFinite(Random random) {
        double value;
        do {
            value = Double.longBitsToDouble(random.nextLong());
        } while (!Double.isFinite(value));
        return value;
    }

    private static String line(double[] values) {
        StringJoiner line = new StringJoiner(" ");
        for (double value : values) {
            line.add(Double.toString(value));
        }
        return line.toString();
    }
}
