package org.dl4jsuite.compare.accuracy;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.dl4jsuite.data.LabelledImages;
import org.dl4jsuite.data.Split;
import org.dl4jsuite.dl4j.DigitBatches;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;

/**
 * SHA-256 of all inputs and targets of a split as one side gets them: every example's 784 inputs, then its 10 targets, as
 * big-endian doubles; the training images first. The two sides' sums show that they learn from identical numbers.
 */
public final class SplitChecksum {
    private static final int BATCH = 500;

    private final MessageDigest digest;

    private SplitChecksum() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Over the arrays that the from-scratch side is trained with. */
    public static String ofArrays(Split split) {
        SplitChecksum checksum = new SplitChecksum();
        for (LabelledImages images : new LabelledImages[] {split.train(), split.test()}) {
            for (int from = 0; from < images.size(); from += BATCH) {
                int to = Math.min(from + BATCH, images.size());
                checksum.add(images.inputs(from, to), images.targets(from, to));
            }
        }
        return checksum.hex();
    }

    /** Over what DL4J's iterator hands out in DOUBLE. */
    public static String ofIterators(Split split) {
        SplitChecksum checksum = new SplitChecksum();
        for (LabelledImages images : new LabelledImages[] {split.train(), split.test()}) {
            DataSetIterator iterator = DigitBatches.iterator(images, BATCH, DataType.DOUBLE);
            while (iterator.hasNext()) {
                DataSet batch = iterator.next();
                checksum.add(
                        batch.getFeatures().toDoubleMatrix(), batch.getLabels().toDoubleMatrix());
            }
        }
        return checksum.hex();
    }

    private void add(double[][] inputs, double[][] targets) {
        for (int i = 0; i < inputs.length; i++) {
            add(inputs[i]);
            add(targets[i]);
        }
    }

    private void add(double[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Double.BYTES);
        bytes.asDoubleBuffer().put(values);
        digest.update(bytes);
    }

    private String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
