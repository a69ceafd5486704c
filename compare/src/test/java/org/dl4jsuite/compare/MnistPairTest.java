package org.dl4jsuite.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.dl4jsuite.compare.model.Dl4jModel;
import org.dl4jsuite.compare.model.Model;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.Precision;
import org.dl4jsuite.compare.model.ScratchModel;
import org.dl4jsuite.data.LabelledImages;
import org.dl4jsuite.data.Mnist;
import org.dl4jsuite.data.Split;
import org.dl4jsuite.dl4j.MnistNetwork;
import org.dl4jsuite.scratch.FlatParameters;
import org.dl4jsuite.scratch.InitialWeights;
import org.dl4jsuite.scratch.NumpyRandomState;
import org.dl4jsuite.scratch.Variant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;

/** The two programs named MnistNetwork learn the same as each other, and as the networks that the suite compares. */
class MnistPairTest {
    private static final int IMAGES = 200;
    private static final double RATE = 0.1;

    private static final Split SPLIT = Mnist.load().first(IMAGES, IMAGES);
    private static final NetworkSpec SPEC = NetworkSpec.digits(40, RATE, Variant.TRUE_GRADIENT);
    private static final double[] WEIGHTS =
            InitialWeights.INCOMING_LINKS.draw(ScratchModel.network(SPEC), new NumpyRandomState(1));

    @Test
    void fromScratchTheProgramEndsWithTheWeightsOfTheComparedNetwork() {
        assertThat(flat(programFromScratch())).containsExactly(lockstep(new ScratchModel(SPEC), 1));
    }

    @ParameterizedTest
    @CsvSource({"DOUBLE, 1", "DOUBLE, 16", "FLOAT, 1", "FLOAT, 16"})
    void inDl4jTheProgramEndsWithTheWeightsOfTheComparedNetwork(Precision precision, int batch) {
        double[] compared = lockstep(Dl4jModel.of(SPEC.withPrecision(precision)), batch);
        MultiLayerNetwork program = programInDl4j(DataType.valueOf(precision.name()), batch);
        assertThat(program.params().toDoubleVector()).containsExactly(compared);
    }

    /** 200 steps of 31,760 weights: each step adds some roundings of a weight, of at most 1. */
    @Test
    void bothProgramsLearnTheSame() {
        double[][][] program = programFromScratch();
        double[] scratch = flat(program);
        MultiLayerNetwork dl4j = programInDl4j(DataType.DOUBLE, 1);
        assertThat(dl4j.params().toDoubleVector()).containsExactly(scratch, within(1e-14));
        double accuracy = org.dl4jsuite.scratch.MnistNetwork.accuracy(
                program[0], program[1], pixels(SPLIT.test()), labels(SPLIT.test()));
        assertThat(accuracy).isGreaterThan(0.15);
        DataSetIterator test = MnistNetwork.digits(SPLIT.test().recordReader(), 64);
        assertThat(dl4j.evaluate(test).accuracy()).isEqualTo(accuracy);
    }

    /** Each of the 256 grey values and 10 labels, in DL4J's batches and in the from-scratch side's arrays. */
    @Test
    void bothProgramsGetTheSameNumbers() {
        byte[] pixels = new byte[10 * LabelledImages.PIXELS];
        byte[] labels = new byte[10];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) i;
            labels[i / LabelledImages.PIXELS] = (byte) (i / LabelledImages.PIXELS);
        }
        LabelledImages images = LabelledImages.of(labels, pixels);
        DataSetIterator iterator = MnistNetwork.digits(images.recordReader(), 4);
        for (int from = 0; iterator.hasNext(); from += 4) {
            DataSet batch = iterator.next();
            int to = from + batch.numExamples();
            assertThat(batch.getFeatures().toDoubleMatrix()).isDeepEqualTo(images.inputs(from, to));
            assertThat(batch.getLabels().toDoubleMatrix()).isDeepEqualTo(images.targets(from, to));
        }
    }

    /** Returns W1 and W2 after the images. */
    private static double[][][] programFromScratch() {
        double[][][] weights = {new double[40][784], new double[10][40]};
        FlatParameters.split(WEIGHTS, arrays(weights));
        org.dl4jsuite.scratch.MnistNetwork.train(
                weights[0], weights[1], RATE, pixels(SPLIT.train()), labels(SPLIT.train()));
        return weights;
    }

    private static double[] flat(double[][][] weights) {
        return FlatParameters.join(arrays(weights));
    }

    private static List<double[]> arrays(double[][][] weights) {
        return Stream.of(weights).flatMap(Stream::of).toList();
    }

    private static MultiLayerNetwork programInDl4j(DataType precision, int batch) {
        DataSetIterator epoch = MnistNetwork.digits(SPLIT.train().recordReader(), batch);
        return MnistNetwork.train(WEIGHTS, RATE, precision, List.of(epoch));
    }

    private static double[] lockstep(Model model, int batch) {
        try (model) {
            model.setParameters(WEIGHTS);
            for (int from = 0; from < IMAGES; from += batch) {
                int to = Math.min(from + batch, IMAGES);
                model.train(SPLIT.train().inputs(from, to), SPLIT.train().targets(from, to));
            }
            return model.parameters();
        }
    }

    private static byte[] pixels(LabelledImages images) {
        byte[] pixels = new byte[images.size() * LabelledImages.PIXELS];
        for (int i = 0; i < images.size(); i++) {
            System.arraycopy(images.image(i), 0, pixels, i * LabelledImages.PIXELS, LabelledImages.PIXELS);
        }
        return pixels;
    }

    private static byte[] labels(LabelledImages images) {
        byte[] labels = new byte[images.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte) images.label(i);
        }
        return labels;
    }
}
