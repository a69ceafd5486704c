package org.dl4jsuite.scratch.fast;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A data set's inputs, (samples, inputs), in the form {@link FastNetwork} reads: of each sample only what differs from
 * the background.
 *
 * <p>The background b is the one value that most inputs have, where there is one: the blank paper of MNIST, 0.01 after
 * the book's scaling. A sample is x_i = b + s_i, and only the entries (i, s_i) with s_i != 0 are kept. Without such a
 * value b is 0 and a sample keeps all that is not 0. Which b is chosen changes the speed and not the results.
 *
 * <p>Four more entries per sample stand for all that is not kept, as if the network had two more inputs (see {@link
 * FastNetwork}). They lie around the sample's own entries, so that going forward and learning each read one unbroken
 * range:
 *
 * <pre>
 *   forward  |  (I, sum of s)  (I + 1, b)  (i, s_i)  ...  (i, s_i)  |
 *   learning                            |  (i, s_i)  ...  (i, s_i)  (I, b)  (I + 1, sum of x)  |
 * </pre>
 */
public final class FastInputs {
    /** So many samples, spread over the data set, say what the background is and how many entries to expect. */
    private static final int SAMPLES_LOOKED_AT = 1000;

    /** Extra entries on either side of a sample's own. */
    private static final int EXTRA = 2;

    private final int size;
    private final int inputs;
    private final float background;
    private final int[] starts; // (size): where a sample's entries begin
    private final int[] ends; // (size): and where they end
    private int[] rows; // which input; longer than all entries
    private float[] values; // and its value

    /** Where the inputs come from, for example an array of images. */
    @FunctionalInterface
    public interface Source {
        /** Writes the inputs of one sample, all of them. */
        void read(int sample, double[] into);
    }

    /**
     * In one pass and one thread: the first training of a process waits for it, and on two processors the compiler needs the
     * other one to make these loops fast.
     */
    private FastInputs(int size, int inputs, Source source) {
        this.size = size;
        this.inputs = inputs;
        double[][] someSamples = someSamples(source);
        this.background = background(someSamples);
        this.starts = new int[size];
        this.ends = new int[size];
        int expected = expectedEntries(someSamples);
        this.rows = new int[expected];
        this.values = new float[expected];
        double[] sample = new double[inputs];
        int end = 0;
        for (int n = 0; n < size; n++) {
            source.read(n, sample);
            makeRoom(Math.addExact(end, inputs + 2 * EXTRA));
            starts[n] = end;
            end = putEntries(end, sample);
            ends[n] = end;
        }
    }

    private FastInputs(FastInputs other, int[] order) {
        this.size = order.length;
        this.inputs = other.inputs;
        this.background = other.background;
        this.starts = IntStream.of(order).map(n -> other.starts[n]).toArray();
        this.ends = IntStream.of(order).map(n -> other.ends[n]).toArray();
        this.rows = other.rows;
        this.values = other.values;
    }

    /** {@code size} samples of {@code inputs} values each; some are read twice. */
    public static FastInputs of(int size, int inputs, Source source) {
        return new FastInputs(size, inputs, source);
    }

    /** Takes one array per sample, all of the same length. */
    public static FastInputs of(double[][] samples) {
        int inputs = samples.length == 0 ? 0 : samples[0].length;
        for (int n = 0; n < samples.length; n++) {
            if (samples[n].length != inputs) {
                throw new IllegalArgumentException("All samples must have the same length: sample 0 has " + inputs
                        + " values, sample " + n + " has " + samples[n].length);
            }
        }
        return of(samples.length, inputs, (n, into) -> System.arraycopy(samples[n], 0, into, 0, inputs));
    }

    /**
     * Returns these samples in another order, which share the entries: sample {@code i} of the result is sample
     * {@code order[i]} of this.
     */
    public FastInputs permuted(int[] order) {
        return new FastInputs(this, order);
    }

    /** Reads the samples looked at, (up to {@value #SAMPLES_LOOKED_AT}, inputs). */
    private double[][] someSamples(Source source) {
        double[][] samples = new double[Math.min(size, SAMPLES_LOOKED_AT)][inputs];
        for (int look = 0; look < samples.length; look++) {
            source.read((int) ((long) look * size / samples.length), samples[look]);
        }
        return samples;
    }

    /** The value that more than half of the inputs have, by Boyer and Moore's majority vote, or 0 if there is none. */
    private float background(double[][] samples) {
        float candidate = 0;
        long lead = 0;
        for (double[] sample : samples) {
            for (double x : sample) {
                if (lead == 0) {
                    candidate = (float) x;
                }
                lead += (float) x == candidate ? 1 : -1;
            }
        }
        return 2 * others(samples, candidate) < (long) samples.length * inputs ? candidate : 0;
    }

    /** Returns how many inputs are not {@code value}. */
    private static long others(double[][] samples, float value) {
        long others = 0;
        for (double[] sample : samples) {
            for (double x : sample) {
                others += (float) x == value ? 0 : 1;
            }
        }
        return others;
    }

    /** As many per sample as the samples looked at have, a twentieth more for chance, and room for a whole sample. */
    private int expectedEntries(double[][] samples) {
        long entries = 2L * EXTRA * samples.length + others(samples, background);
        long expected = size == 0 ? 0 : entries * size / samples.length;
        return Math.toIntExact(expected + expected / 20 + inputs);
    }

    private void makeRoom(int entries) {
        if (entries > rows.length) {
            int length = Math.addExact(entries, entries / 2);
            rows = Arrays.copyOf(rows, length);
            values = Arrays.copyOf(values, length);
        }
    }

    /** Writes a sample's entries from {@code start} on; returns where they end. */
    private int putEntries(int start, double[] sample) {
        int at = start + EXTRA;
        double sumOfX = 0;
        for (int i = 0; i < inputs; i++) {
            float x = (float) sample[i];
            sumOfX += x;
            if (x != background) {
                put(at++, i, (float) (sample[i] - background));
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

    /** Writes all values of a sample as they are kept: to float, within one unit in the last place of what went in. */
    public void read(int sample, double[] into) {
        Arrays.fill(into, background);
        for (int at = learningFrom(sample); at < forwardTo(sample); at++) {
            into[rows[at]] = (float) ((double) background + values[at]);
        }
    }

    /** Returns the number of samples. */
    public int size() {
        return size;
    }

    /** Returns the number of values in a sample. */
    public int inputs() {
        return inputs;
    }

    /** Returns the value that is not kept. */
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
        return ends[sample] - EXTRA;
    }

    int learningFrom(int sample) {
        return starts[sample] + EXTRA;
    }

    int learningTo(int sample) {
        return ends[sample];
    }
}
