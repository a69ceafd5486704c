package org.dl4jsuite.compare.training;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import org.dl4jsuite.compare.Sha256;
import org.dl4jsuite.data.LabelledImages;
import org.dl4jsuite.data.Scaling;
import org.dl4jsuite.dl4j.MnistNetwork;
import org.nd4j.linalg.dataset.api.DataSet;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.dataset.api.preprocessor.CompositeDataSetPreProcessor;

/**
 * Takes the SHA-256 of everything that a network is handed while it is trained and tested: of each example its 784 inputs,
 * then its 10 targets, in the order in which the network gets them. Equal sums show that two networks got the same numbers.
 *
 * <p>There are two sums: of the numbers as big-endian doubles, and rounded to floats, for a network in FLOAT.
 */
public class InputChecksum {
    private final boolean taken;
    private final MessageDigest doubles = Sha256.start();
    private final MessageDigest floats = Sha256.start();

    /** A checksum of nothing yet. */
    public InputChecksum() {
        this(true);
    }

    private InputChecksum(boolean taken) {
        this.taken = taken;
    }

    /** Returns one that takes no sums, for a training that nothing is compared with. */
    public static InputChecksum none() {
        return new InputChecksum(false);
    }

    /** Adds a batch: inputs (batch, 784), targets (batch, 10). */
    void add(double[][] inputs, double[][] targets) {
        if (!taken) {
            return;
        }
        for (int i = 0; i < inputs.length; i++) {
            add(inputs[i]);
            add(targets[i]);
        }
    }

    private void add(double[] values) {
        ByteBuffer asDoubles = ByteBuffer.allocate(values.length * Double.BYTES);
        ByteBuffer asFloats = ByteBuffer.allocate(values.length * Float.BYTES);
        for (double value : values) {
            asDoubles.putDouble(value);
            asFloats.putFloat((float) value);
        }
        doubles.update(asDoubles.flip());
        floats.update(asFloats.flip());
    }

    /** Returns DL4J's iterator over these images; each of its batches is added as it is handed out. */
    final DataSetIterator watch(LabelledImages images, int batch) {
        DataSetIterator digits = digits(images, batch);
        if (taken) {
            digits.setPreProcessor(new CompositeDataSetPreProcessor(digits.getPreProcessor(), this::add));
        }
        return digits;
    }

    /** Returns DL4J's iterator over these images. */
    protected DataSetIterator digits(LabelledImages images, int batch) {
        return MnistNetwork.digits(images.recordReader(), batch);
    }

    /**
     * Adds what the fast network reads. It keeps an input as a float's difference from the background, so an input comes
     * back with an error of up to half a unit in the last place; what lies that near to a pixel's input is taken for it.
     */
    void add(FastTraining.Images images) {
        if (!taken) {
            return;
        }
        double[] input = new double[LabelledImages.PIXELS];
        double[] target = new double[LabelledImages.CLASSES];
        for (int i = 0; i < images.inputs().size(); i++) {
            images.inputs().read(i, input);
            Arrays.setAll(input, k -> nearestInput(input[k]));
            for (int k = 0; k < target.length; k++) {
                target[k] = images.targets()[i * target.length + k];
            }
            add(input);
            add(target);
        }
    }

    private static double nearestInput(double value) {
        int pixel = (int) Math.min(255, Math.max(0, Math.round((value - 0.01) / 0.99 * 255)));
        double nearest = Scaling.input(pixel);
        return Math.abs(value - nearest) <= Math.ulp((float) nearest) ? nearest : value;
    }

    private void add(DataSet batch) {
        add(batch.getFeatures().toDoubleMatrix(), batch.getLabels().toDoubleMatrix());
    }

    /** Returns the sums so far, lower-case hex. */
    public Sums sums() {
        return new Sums(hex(doubles), hex(floats));
    }

    /**
     * Both sums.
     *
     * @param doubles of the numbers as they are
     * @param floats of the numbers rounded to float
     */
    public record Sums(String doubles, String floats) {}

    private static String hex(MessageDigest digest) {
        try {
            return Sha256.hex((MessageDigest) digest.clone());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("The platform's SHA-256 can be copied", e);
        }
    }
}
