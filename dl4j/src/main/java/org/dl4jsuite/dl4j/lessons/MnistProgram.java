package org.dl4jsuite.dl4j.lessons;

import org.datavec.api.records.reader.RecordReader;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.dl4jsuite.dl4j.MnistNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;

/**
 * The suite's main program in DL4J, {@link MnistNetwork}, image by image: the twin of the from-scratch {@code MnistProgram}.
 * The images come from the program's own iterator, one at a time.
 */
public final class MnistProgram extends Lesson {
    private static final int INPUTS = 784;
    private static final int OUTPUTS = 10;
    private static final int LINKS_OF_A_HIDDEN_NODE = INPUTS + OUTPUTS;

    private final DataSetIterator images;

    /** The weights are set afterwards. */
    public MnistProgram(double rate, int hidden, RecordReader reader) {
        this(
                MnistNetwork.network(new double[hidden * LINKS_OF_A_HIDDEN_NODE], rate, DataType.DOUBLE),
                MnistNetwork.digits(reader, 1));
    }

    private MnistProgram(MultiLayerNetwork network, DataSetIterator images) {
        super(network, new double[1][INPUTS], new double[1][OUTPUTS]);
        this.images = images;
        takeNext();
    }

    private void takeNext() {
        DataSet image = images.next();
        x = image.getFeatures();
        y = image.getLabels();
    }

    @Override
    public void step() {
        network.fit(x, y);
        if (!images.hasNext()) {
            images.reset();
        }
        takeNext();
    }
}
