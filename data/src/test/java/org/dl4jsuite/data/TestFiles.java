package org.dl4jsuite.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** Small data files, right and wrong, for the tests. */
final class TestFiles {
    private TestFiles() {}

    /** Images of random pixels with the labels 0, 1, ... 9, 0, 1, ... */
    static LabelledImages images(int n, long seed) {
        byte[] labels = new byte[n];
        byte[] pixels = new byte[n * LabelledImages.PIXELS];
        new Random(seed).nextBytes(pixels);
        for (int i = 0; i < n; i++) {
            labels[i] = (byte) (i % LabelledImages.CLASSES);
        }
        return LabelledImages.of(labels, pixels);
    }

    static byte[] idxImages(LabelledImages images) {
        ByteBuffer bytes = ByteBuffer.allocate(16 + images.size() * LabelledImages.PIXELS);
        bytes.put(words(0x803, images.size(), 28, 28));
        for (int i = 0; i < images.size(); i++) {
            bytes.put(images.image(i));
        }
        return bytes.array();
    }

    static byte[] idxLabels(LabelledImages images) {
        ByteBuffer bytes = ByteBuffer.allocate(8 + images.size());
        bytes.put(words(0x801, images.size()));
        for (int i = 0; i < images.size(); i++) {
            bytes.put((byte) images.label(i));
        }
        return bytes.array();
    }

    static String csv(LabelledImages images) {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < images.size(); i++) {
            rows.append(images.label(i));
            for (int k = 0; k < LabelledImages.PIXELS; k++) {
                rows.append(',').append(images.pixel(i, k));
            }
            rows.append('\n');
        }
        return rows.toString();
    }

    /** Big-endian 32-bit numbers. */
    static byte[] words(int... words) {
        ByteBuffer bytes = ByteBuffer.allocate(words.length * Integer.BYTES);
        for (int word : words) {
            bytes.putInt(word);
        }
        return bytes.array();
    }

    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    static Path write(Path folder, String name, byte[] bytes) {
        try {
            return Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void writeIdx(Path folder, String prefix, LabelledImages train, String test, LabelledImages tests) {
        write(folder, prefix + "train-images-idx3-ubyte", idxImages(train));
        write(folder, prefix + "train-labels-idx1-ubyte", idxLabels(train));
        write(folder, prefix + test + "-images-idx3-ubyte", idxImages(tests));
        write(folder, prefix + test + "-labels-idx1-ubyte", idxLabels(tests));
    }
}
