package org.dl4jsuite.dl4j;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.datavec.api.records.reader.RecordReader;
import org.datavec.api.split.CollectionInputSplit;
import org.deeplearning4j.datasets.datavec.RecordReaderDataSetIterator;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.deeplearning4j.optimize.listeners.ScoreIterationListener;
import org.deeplearning4j.util.ModelSerializer;
import org.dl4jsuite.data.IdxRecordReader;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.dataset.api.DataSet;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.dataset.api.preprocessor.CompositeDataSetPreProcessor;
import org.nd4j.linalg.dataset.api.preprocessor.ImagePreProcessingScaler;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.impl.LossL2;

/**
 * The suite's main network, 784-200-10, as a DL4J program: from MNIST's files to the test accuracy. The twin from scratch
 * has the same name. Run it in the suite's folder, once it is built:
 * {@code java @compare/target/suite.args org.dl4jsuite.dl4j.MnistNetwork}
 *
 * <p>What DL4J does differently: {@code LossL2} lacks the factor 1/2, which its weights of 0.5 put in; W is (in, out) in
 * column-major order, which is the memory order of (out, in) by rows, so {@code setParams} takes the same weights.
 */
public final class MnistNetwork {
    private static final int INPUTS = 784;
    private static final int OUTPUTS = 10;

    private MnistNetwork() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Path.of(arguments.length > 0 ? arguments[0] : "data/src/main/resources/org/dl4jsuite/data/mnist");
        DataSetIterator images = digits(read(folder, "train"), 1);
        double[] weights = firstWeights(200, new Random(1));
        MultiLayerNetwork network =
                train(weights, 0.1, DataType.DOUBLE, List.of(images), new ScoreIterationListener(10_000));
        ModelSerializer.writeModel(network, new File("target/mnist-network.zip"), false);

        System.out.println("test accuracy "
                + network.evaluate(digits(read(folder, "t10k"), 100)).accuracy());
    }

    /** Opens a pair of MNIST's files. */
    private static RecordReader read(Path folder, String set) throws IOException, InterruptedException {
        RecordReader reader = new IdxRecordReader();
        reader.initialize(new CollectionInputSplit(List.of(
                folder.resolve(set + "-images-idx3-ubyte.gz").toUri(),
                folder.resolve(set + "-labels-idx1-ubyte.gz").toUri())));
        return reader;
    }

    /** Draws W1 (hidden, 784) and W2 (10, hidden), row by row, from a normal distribution of width 1/sqrt(links into a node). */
    private static double[] firstWeights(int hidden, Random random) {
        double[] weights = new double[hidden * (INPUTS + OUTPUTS)];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = random.nextGaussian() / Math.sqrt(i < hidden * INPUTS ? INPUTS : hidden);
        }
        return weights;
    }

    /** Returns a network trained from {@code weights} (W1, then W2), an iterator of images per epoch. */
    public static MultiLayerNetwork train(
            double[] weights,
            double rate,
            DataType precision,
            Iterable<DataSetIterator> epochs,
            TrainingListener... listeners) {
        MultiLayerNetwork network = network(weights, rate, precision);
        network.setListeners(listeners);
        for (DataSetIterator images : epochs) {
            network.fit(images);
        }
        return network;
    }

    /** Returns a network with these weights; they give the number of hidden nodes. */
    public static MultiLayerNetwork network(double[] weights, double rate, DataType precision) {
        int hidden = weights.length / (INPUTS + OUTPUTS);
        MultiLayerConfiguration configuration = new NeuralNetConfiguration.Builder()
                .dataType(precision)
                .updater(new Sgd(rate))
                .list()
                .layer(new DenseLayer.Builder()
                        .nIn(INPUTS)
                        .nOut(hidden)
                        .hasBias(false)
                        .activation(Activation.SIGMOID)
                        .build())
                .layer(new OutputLayer.Builder(new LossL2(Nd4j.valueArrayOf(new long[] {1, OUTPUTS}, 0.5)))
                        .nIn(hidden)
                        .nOut(OUTPUTS)
                        .hasBias(false)
                        .activation(Activation.SIGMOID)
                        .build())
                .build();
        MultiLayerNetwork network = new MultiLayerNetwork(configuration);
        network.init();
        network.setParams(Nd4j.createFromArray(weights).castTo(precision));
        return network;
    }

    /** Returns the images of a reader in batches: pixels become inputs from 0.01 to 1, labels become targets 0.01 or 0.99. */
    public static DataSetIterator digits(RecordReader reader, int batch) {
        return new RecordReaderDataSetIterator.Builder(reader, batch)
                .classification(1, OUTPUTS)
                .preProcessor(new CompositeDataSetPreProcessor(
                        MnistNetwork::widen, new ImagePreProcessingScaler(0.01, 1.0), MnistNetwork::scaleTargets))
                .build();
    }

    /** The iterator gives FLOAT. Scaled there and widened later, 255 of the 256 pixel values would differ in DOUBLE. */
    private static void widen(DataSet digits) {
        digits.setFeatures(digits.getFeatures().castTo(DataType.DOUBLE));
        digits.setLabels(digits.getLabels().castTo(DataType.DOUBLE));
    }

    private static void scaleTargets(DataSet digits) {
        digits.getLabels().muli(0.98).addi(0.01);
    }
}
