package org.dl4jsuite.dl4j;

import java.util.Iterator;
import java.util.stream.IntStream;
import org.deeplearning4j.datasets.iterator.ExistingDataSetIterator;
import org.dl4jsuite.data.LabelledImages;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.factory.Nd4j;

/** Images as DL4J wants them: features (batch, 784), labels (batch, 10), in the order of the split. */
public final class DigitBatches {
    private DigitBatches() {}

    /** All images once, a batch at a time; the last batch takes what is left. Arrays are made as they are asked for. */
    public static DataSetIterator iterator(LabelledImages images, int batch, DataType precision) {
        Iterable<DataSet> batches = () -> batches(images, batch, precision);
        return new ExistingDataSetIterator(batches);
    }

    private static Iterator<DataSet> batches(LabelledImages images, int batch, DataType precision) {
        int count = (images.size() + batch - 1) / batch;
        return IntStream.range(0, count)
                .mapToObj(b -> {
                    int from = b * batch;
                    int to = Math.min(from + batch, images.size());
                    return new DataSet(
                            Nd4j.createFromArray(images.inputs(from, to)).castTo(precision),
                            Nd4j.createFromArray(images.targets(from, to)).castTo(precision));
                })
                .iterator();
    }
}
