package org.dl4jsuite.data;

import java.io.ByteArrayOutputStream;

/** Gathers images one by one; its memory grows with what was added. */
final class ImageCollector {
    /** What fits in one Java array: 2,739,137 images. */
    static final int LIMIT = (Integer.MAX_VALUE - 8) / LabelledImages.PIXELS;

    private final String file;
    private final int limit;
    private final ByteArrayOutputStream labels = new ByteArrayOutputStream();
    private final ByteArrayOutputStream pixels = new ByteArrayOutputStream();

    ImageCollector(String file, int limit) {
        this.file = file;
        this.limit = limit;
    }

    /** Adds an image: its label, 0 to 9, and its 784 bytes. */
    void add(int label, byte[] image) {
        if (labels.size() == limit) {
            throw new DataException(
                    file + ": has more than the " + limit + " images that fit in memory; give a smaller file.");
        }
        labels.write(label);
        pixels.write(image, 0, image.length);
    }

    boolean isEmpty() {
        return labels.size() == 0;
    }

    /** Everything added so far. */
    LabelledImages images() {
        return new LabelledImages(labels.toByteArray(), pixels.toByteArray(), labels.size());
    }
}
