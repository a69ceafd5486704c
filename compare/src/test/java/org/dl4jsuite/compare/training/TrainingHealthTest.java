package org.dl4jsuite.compare.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.OptionalLong;
import org.dl4jsuite.compare.Progress;
import org.dl4jsuite.compare.TrainingFailure;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.ScratchModel;
import org.dl4jsuite.compare.model.Side;
import org.dl4jsuite.data.LabelledImages;
import org.dl4jsuite.data.Mnist;
import org.dl4jsuite.data.Split;
import org.dl4jsuite.scratch.InitialWeights;
import org.dl4jsuite.scratch.NumpyRandomState;
import org.dl4jsuite.scratch.Reduction;
import org.dl4jsuite.scratch.Variant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A training that cannot come to anything ends with one sentence, and no other does. */
class TrainingHealthTest {
    private static final Split SPLIT = Mnist.load().first(1000, 10);

    private static void train(Side side, Split split, double rate, Variant variant, int batch, int epochs, long every) {
        NetworkSpec spec = NetworkSpec.digits(side == Side.SCRATCH_FAST ? 200 : 20, rate, variant)
                .withReduction(batch == 1 ? Reduction.SUM : Reduction.MEAN)
                .withPrecision(side.usualPrecision());
        double[] weights = InitialWeights.INCOMING_LINKS.draw(ScratchModel.network(spec), new NumpyRandomState(1));
        new Training(
                        split,
                        new TrainingPlan(epochs, batch, OptionalLong.empty()),
                        spec,
                        epoch -> {},
                        Progress.silent(),
                        InputChecksum.none())
                .run(side, Training.begin(side, spec, weights), new TrainingHealth(spec, split.train(), every));
    }

    /** Looked at often, from hardly learning to learning badly: at rate 20 the book's rule falls to an accuracy of 0.1. */
    @ParameterizedTest
    @CsvSource({
        "1e-12, TRUE_GRADIENT, 1",
        "0.1, TRUE_GRADIENT, 1",
        "0.3, TRUE_GRADIENT, 1",
        "0.6, TRUE_GRADIENT, 1",
        "2, TRUE_GRADIENT, 1",
        "0.6, TRUE_GRADIENT, 32",
        "2, TRUE_GRADIENT, 32",
        "0.1, BOOK_RULE, 1",
        "0.6, BOOK_RULE, 1",
        "5, BOOK_RULE, 1",
        "20, BOOK_RULE, 1",
        "10, BOOK_RULE, 32",
    })
    void ratesThatLearnBadlyAreNoAlarm(double rate, Variant variant, int batch) {
        assertThatCode(() -> train(Side.SCRATCH_FAST, SPLIT, rate, variant, batch, 3, 100))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void saturationStopsEverySide(Side side) {
        assertThatExceptionOfType(TrainingFailure.class)
                .isThrownBy(() -> train(side, SPLIT.first(60, 10), 1000, Variant.TRUE_GRADIENT, 1, 2, 25))
                .withMessage(
                        "training went wrong in steps 1 to 25 (epoch 1): layer 2 of 2 is saturated: the outputs are"
                                + " the same for every image, and no further step changes them; lower --rate, which is 1000.0,"
                                + " for example to 0.1.");
    }

    @ParameterizedTest
    @CsvSource({"10, TRUE_GRADIENT, 1", "100, TRUE_GRADIENT, 32", "100, BOOK_RULE, 1", "1e308, TRUE_GRADIENT, 1"})
    void saturationIsFoundAtOtherRates(double rate, Variant variant, int batch) {
        assertThatExceptionOfType(TrainingFailure.class)
                .isThrownBy(() -> train(
                        rate > 1e30 ? Side.SCRATCH : Side.SCRATCH_FAST,
                        SPLIT.first(400, 10),
                        rate,
                        variant,
                        batch,
                        1,
                        200))
                .withMessageContaining("is saturated");
    }

    /** By the book's rule the raw error, times weights of 1e307, is too much for the hidden layer. */
    @ParameterizedTest
    @CsvSource({"SCRATCH, 1e308, step ", "DL4J, 1e308, step ", "SCRATCH_FAST, 1e37, steps 1 to 25 "})
    void whatIsNoNumberStopsEverySide(Side side, double rate, String steps) {
        assertThatExceptionOfType(TrainingFailure.class)
                .isThrownBy(() -> train(side, SPLIT.first(60, 10), rate, Variant.BOOK_RULE, 1, 2, 25))
                .withMessageStartingWith("training went wrong in " + steps)
                .withMessageContainingAll("the loss is ", " of layer ", "lower --rate");
    }

    @ParameterizedTest
    @CsvSource({"0, W1[0][0] of layer 1", "1567, W1[1][783] of layer 1", "1569, W2[0][1] of layer 2"})
    void aParameterThatIsNoNumberIsNamed(int parameter, String name) {
        NetworkSpec spec = NetworkSpec.digits(2, 0.1, Variant.TRUE_GRADIENT);
        TrainingHealth health = new TrainingHealth(spec, SPLIT.train(), 1);
        double[] parameters = new double[2 * 794];
        parameters[parameter] = Double.NEGATIVE_INFINITY;
        assertThatExceptionOfType(TrainingFailure.class)
                .isThrownBy(() -> health.check(parameters, "step 5 (epoch 1)"))
                .withMessage("training went wrong in step 5 (epoch 1): " + name
                        + " is -Infinity; lower --rate, which is 0.1, for example to 0.1.");
    }

    @Test
    void aSaturatedHiddenLayerIsNamed() {
        NetworkSpec spec = NetworkSpec.digits(2, 0.1, Variant.TRUE_GRADIENT);
        double[] parameters = new double[2 * 794];
        Arrays.fill(parameters, 0, 2 * 784, 1e6);
        assertThatCode(() -> new TrainingHealth(spec, SPLIT.train(), 1).check(parameters, ""))
                .doesNotThrowAnyException(); // the output layer still learns
        Arrays.fill(parameters, 2 * 784, 2 * 794, -1e6);
        assertThatExceptionOfType(TrainingFailure.class)
                .isThrownBy(() -> new TrainingHealth(spec, SPLIT.train(), 1).check(parameters, ""))
                .withMessageContaining("layer 1 of 2 is saturated");
    }

    /** All images of one label are rightly answered alike. */
    @Test
    void oneLabelIsNoAlarm() {
        byte[] labels = new byte[40];
        byte[] pixels = new byte[40 * LabelledImages.PIXELS];
        Arrays.fill(pixels, (byte) 200);
        LabelledImages same = LabelledImages.of(labels, pixels);
        Split split = new Split(same, same, "one label", java.util.Map.of());
        assertThatCode(() -> train(Side.SCRATCH_FAST, split, 1000, Variant.TRUE_GRADIENT, 1, 5, 10))
                .doesNotThrowAnyException();
    }

    @Test
    void stepsAreCountedOverAllEpochs() {
        TrainingPlan plan = new TrainingPlan(3, 8, OptionalLong.empty());
        assertThat(plan.steps(0, 8, 60)).isEqualTo("step 1 (epoch 1)");
        assertThat(plan.steps(8, 60, 60)).isEqualTo("steps 2 to 8 (epoch 1)");
        assertThat(plan.steps(60, 76, 60)).isEqualTo("steps 9 to 10 (epoch 2)");
    }
}
