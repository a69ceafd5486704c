package org.dl4jsuite.data;

import java.io.Serializable;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.datavec.api.records.reader.RecordReader;
import org.datavec.api.records.reader.impl.collection.CollectionRecordReader;
import org.datavec.api.writable.Writable;

/**
 * Images of 28x28 grey pixels, each with its label; immutable.
 *
 * <p>A pixel is one byte, row by row from the top left, 0 for background to 255 for ink, in the orientation of the
 * file it came from. The doubles a network wants are made on demand by {@link Scaling}, so 60,000 images take 47 MB
 * and not 376 MB.
 */
public final class LabelledImages implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Pixels in a row. */
    public static final int WIDTH = 28;

    /** Rows of an image. */
    public static final int HEIGHT = 28;

    /** Pixels of an image, and inputs of a network: 784. */
    public static final int PIXELS = WIDTH * HEIGHT;

    /** Labels are 0 to 9, and a network has 10 outputs. */
    public static final int CLASSES = 10;

    // Both may be longer than size says: first(n) shares them.
    private final byte[] labels; // (at least size)
    private final byte[] pixels; // (at least size, PIXELS), row-major
    private final int size;

    /** Takes the arrays over without copying or checking them. */
    LabelledImages(byte[] labels, byte[] pixels, int size) {
        this.labels = labels;
        this.pixels = pixels;
        this.size = size;
    }

    /**
     * Images from arrays, which are copied.
     *
     * @param labels n labels, 0 to 9
     * @param pixels n times {@link #PIXELS} unsigned bytes, image after image
     * @throws IllegalArgumentException if the lengths do not belong together or a label is not 0 to 9
     */
    public static LabelledImages of(byte[] labels, byte[] pixels) {
        if (pixels.length != (long) labels.length * PIXELS) {
            throw new IllegalArgumentException("Must be " + PIXELS + " pixels per label: " + labels.length
                    + " labels with " + pixels.length + " pixels.");
        }
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] < 0 || labels[i] >= CLASSES) {
                throw new IllegalArgumentException(
                        "Label " + labels[i] + " at " + i + " must be 0 to " + (CLASSES - 1) + ".");
            }
        }
        return new LabelledImages(labels.clone(), pixels.clone(), labels.length);
    }

    /** Returns the number of images. */
    public int size() {
        return size;
    }

    /** Returns the label of image {@code i}: 0 to 9. */
    public int label(int i) {
        return labels[Objects.checkIndex(i, size)];
    }

    /** Pixel {@code k} (row k / 28, column k % 28) of image {@code i}: 0 to 255. */
    public int pixel(int i, int k) {
        return pixels[offset(i) + Objects.checkIndex(k, PIXELS)] & 0xff;
    }

    /** Returns the 784 unsigned bytes of image {@code i}, a copy. */
    public byte[] image(int i) {
        int offset = offset(i);
        return Arrays.copyOfRange(pixels, offset, offset + PIXELS);
    }

    /**
     * Writes the scaled inputs of image {@code i}, see {@link Scaling#input}.
     *
     * @param into 784 numbers
     */
    public void input(int i, double[] into) {
        requireLength(into, PIXELS, "inputs");
        int offset = offset(i);
        for (int k = 0; k < PIXELS; k++) {
            into[k] = Scaling.input(pixels[offset + k] & 0xff);
        }
    }

    /**
     * Writes the target outputs of image {@code i}: {@link Scaling#ON} at its label, {@link Scaling#OFF} elsewhere.
     *
     * @param into 10 numbers
     */
    public void target(int i, double[] into) {
        requireLength(into, CLASSES, "targets");
        int label = label(i);
        Arrays.fill(into, Scaling.OFF);
        into[label] = Scaling.ON;
    }

    /** Returns the scaled inputs of the images {@code from} (inclusive) to {@code to} (exclusive): (to - from, 784). */
    public double[][] inputs(int from, int to) {
        Objects.checkFromToIndex(from, to, size);
        double[][] inputs = new double[to - from][PIXELS];
        for (int i = from; i < to; i++) {
            input(i, inputs[i - from]);
        }
        return inputs;
    }

    /** Returns the target outputs of the images {@code from} (inclusive) to {@code to} (exclusive): (to - from, 10). */
    public double[][] targets(int from, int to) {
        Objects.checkFromToIndex(from, to, size);
        double[][] targets = new double[to - from][CLASSES];
        for (int i = from; i < to; i++) {
            target(i, targets[i - from]);
        }
        return targets;
    }

    /** Returns a DataVec reader of these images, whose records are those of {@link IdxRecordReader}, made as they are asked for. */
    public RecordReader recordReader() {
        return new CollectionRecordReader(new AbstractList<List<Writable>>() {
            @Override
            public List<Writable> get(int i) {
                return IdxRecordReader.record(image(i), label(i));
            }

            @Override
            public int size() {
                return size;
            }
        });
    }

    /** Returns the first {@code n} images, which share this object's memory. */
    public LabelledImages first(int n) {
        Objects.checkFromToIndex(0, n, size);
        return new LabelledImages(labels, pixels, n);
    }

    /** Returns the images from {@code from} on, a copy unless it is all of them. */
    public LabelledImages from(int from) {
        Objects.checkFromToIndex(from, size, size);
        return from == 0
                ? this
                : new LabelledImages(
                        Arrays.copyOfRange(labels, from, size),
                        Arrays.copyOfRange(pixels, from * PIXELS, size * PIXELS),
                        size - from);
    }

    /**
     * Returns the same images in another order: image {@code i} of the result is image {@code order[i]} of this.
     *
     * @param order each of 0 to size - 1 once
     * @throws IllegalArgumentException if it is anything else
     */
    public LabelledImages permuted(int[] order) {
        if (order.length != size) {
            throw new IllegalArgumentException(
                    "An order of " + order.length + " entries cannot permute " + size + " images.");
        }
        boolean[] taken = new boolean[size];
        byte[] newLabels = new byte[size];
        byte[] newPixels = new byte[size * PIXELS];
        for (int i = 0; i < size; i++) {
            int from = order[i];
            if (from < 0 || from >= size || taken[from]) {
                throw new IllegalArgumentException("Entry " + i + " of the order is " + from
                        + ", which is outside 0 to " + (size - 1) + " or there already.");
            }
            taken[from] = true;
            newLabels[i] = labels[from];
            System.arraycopy(pixels, from * PIXELS, newPixels, i * PIXELS, PIXELS);
        }
        return new LabelledImages(newLabels, newPixels, size);
    }

    private int offset(int i) {
        return Objects.checkIndex(i, size) * PIXELS;
    }

    private static void requireLength(double[] into, int length, String what) {
        if (into.length != length) {
            throw new IllegalArgumentException("Room for " + into.length + " " + what + ", must be " + length + ".");
        }
    }
}
