package org.dl4jsuite.scratch.fast;

import java.util.Arrays;

/**
 * A data set's inputs, (samples, inputs), in the form {@link FastNetwork} reads: of each sample only what differs from
 * the background.
 *
 * <p>The background b is the one value that most inputs have, where there is one: the blank paper of MNIST, 0.01 after
 * the book's scaling. A sample is x_i = b + s_i, and only the entries (i, s_i) with s_i != 0 are kept. Without such a
 * value b is 0 and a sample keeps all that is not 0. Which b is chosen changes the speed and not the results.
 *
 * <p>Four more entries a sample stand for all that is not kept, as if the network had two more inputs (see {@link
 * FastNetwork}). They lie around the sample's own entries, so that going forward and learning each read one unbroken
 * range:
 *
 * <pre>
 *   forward  |  (I, sum of s)  (I + 1, b)  (i, s_i)  ...  (i, s_i)  |
 *   learning                            |  (i, s_i)  ...  (i, s_i)  (I, b)  (I + 1, sum of x)  |
 * </pre>
 */
public final class FastInputs {
    /** So many samples, spread over the data set, say what the background is. */
    private static final int SAMPLES_FOR_BACKGROUND = 1000;

    /** Extra entries on either side of a sample's own. */
    private static final int EXTRA = 2;

    private final int size;
    private final int inputs;
    private final float background;
    private final int[] starts; // (size + 1): where a sample's entries begin
    private int[] rows; // which input
    private float[] values; // and its value

    /** Where the inputs come from, for example an array of images. */
    @FunctionalInterface
    public interface Source {
        /** Writes the inputs of one sample, all of them. */
        void read(int sample, double[] into);
    }

    private FastInputs(int size, int inputs, Source source) {
        this.size = size;
        this.inputs = inputs;
        this.background = background(size, inputs, source);
        this.starts = new int[size + 1];
        this.rows = new int[Math.max(16, size) * 2 * EXTRA];
        this.values = new float[rows.length];
        double[] sample = new double[inputs];
        for (int n = 0; n < size; n++) {
            source.read(n, sample);
            starts[n + 1] = append(starts[n], sample);
        }
        this.rows = Arrays.copyOf(rows, starts[size]);
        this.values = Arrays.copyOf(values, starts[size]);
    }

    /** {@code size} samples of {@code inputs} values each, read one after the other; some of them twice. */
    public static FastInputs of(int size, int inputs, Source source) {
        return new FastInputs(size, inputs, source);
    }

    /** One array a sample, all of the same length. */
    public static FastInputs of(double[][] samples) {
        int inputs = samples.length == 0 ? 0 : samples[0].length;
        return of(samples.length, inputs, (n, into) -> {
            if (samples[n].length != inputs) {
                throw new IllegalArgumentException("All samples must have the same length: sample 0 has " + inputs
                        + " values, sample " + n + " has " + samples[n].length);
            }
            System.arraycopy(samples[n], 0, into, 0, inputs);
        });
    }

    /** The value that more than half of the inputs have, by Boyer and Moore's majority vote, or 0 if there is none. */
    private static float background(int size, int inputs, Source source) {
        double[] sample = new double[inputs];
        int votes = Math.min(size, SAMPLES_FOR_BACKGROUND);
        float candidate = 0;
        long lead = 0;
        for (int vote = 0; vote < votes; vote++) {
            source.read((int) ((long) vote * size / votes), sample);
            for (double x : sample) {
                if (lead == 0) {
                    candidate = (float) x;
                }
                lead += (float) x == candidate ? 1 : -1;
            }
        }
        long count = 0;
        for (int vote = 0; vote < votes; vote++) {
            source.read((int) ((long) vote * size / votes), sample);
            for (double x : sample) {
                count += (float) x == candidate ? 1 : 0;
            }
        }
        return 2 * count > (long) votes * inputs ? candidate : 0;
    }

    private int append(int start, double[] sample) {
        int needed = Math.addExact(start, inputs + 2 * EXTRA);
        if (needed > rows.length) {
            int length = (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(needed, 2L * rows.length));
            rows = Arrays.copyOf(rows, length);
            values = Arrays.copyOf(values, length);
        }
        int at = start + EXTRA;
        double sumOfX = 0;
        for (int i = 0; i < inputs; i++) {
            float x = (float) sample[i];
            sumOfX += x;
            if (x != background) {
                rows[at] = i;
                values[at] = (float) (sample[i] - background);
                at++;
            }
        }
        put(start, inputs, (float) (sumOfX - (double) background * inputs));
        put(start + 1, inputs + 1, background);
        put(at, inputs, background);
        put(at + 1, inputs + 1, (float) sumOfX);
        return at + EXTRA;
    }

    private void put(int at, int row, float value) {
        rows[at] = row;
        values[at] = value;
    }

    /** How many samples. */
    public int size() {
        return size;
    }

    /** How many values a sample has. */
    public int inputs() {
        return inputs;
    }

    /** The value that is not kept. */
    public float background() {
        return background;
    }

    int[] rows() {
        return rows;
    }

    float[] values() {
        return values;
    }

    int forwardFrom(int sample) {
        return starts[sample];
    }

    int forwardTo(int sample) {
        return starts[sample + 1] - EXTRA;
    }

    int learningFrom(int sample) {
        return starts[sample] + EXTRA;
    }

    int learningTo(int sample) {
        return starts[sample + 1];
    }
}
