package org.dl4jsuite.compare.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.dl4jsuite.compare.model.FastModel;
import org.dl4jsuite.compare.model.Learner;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.Precision;
import org.dl4jsuite.compare.model.ScratchModel;
import org.dl4jsuite.compare.parity.Differences;
import org.dl4jsuite.data.Mnist;
import org.dl4jsuite.data.Split;
import org.dl4jsuite.scratch.InitialWeights;
import org.dl4jsuite.scratch.NumpyRandomState;
import org.dl4jsuite.scratch.Reduction;
import org.dl4jsuite.scratch.Variant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where FLOAT and DOUBLE part on the way through an epoch: prints the figures of docs/PRECISION.md. */
@Tag("long")
class FloatAndDoubleTest {
    private static final Split SPLIT = Mnist.load();
    private static final List<Integer> STEPS = List.of(0, 1, 10, 100, 1000, 3000, 10_000, 20_000, 60_000);

    /**
     * Two trainings in lockstep.
     *
     * @param differences by steps taken, the largest of any two weights
     * @param firstOther the first step, from 1, before which the two take the step's image for different digits; 0 if none
     * @param same test images with the same answer in the end
     * @param accuracy of the first in the end
     * @param otherAccuracy of the second
     */
    private record Parting(
            Map<Integer, Double> differences, int firstOther, int same, double accuracy, double otherAccuracy) {}

    @Test
    void atRate03TheyPartAndAtRate01TheyDoNot() {
        Parting floats = part(0.3, false);
        assertThat(floats.differences().get(1)).isBetween(1e-9, 1e-7);
        assertThat(floats.differences().get(1000)).isBetween(1e-7, 1e-5);
        assertThat(floats.differences().get(60_000)).isGreaterThan(0.5);
        assertThat(floats.firstOther()).isBetween(5000, 20_000);

        Parting rounded = part(0.3, true);
        assertThat(rounded.differences().get(1000)).isBetween(1e-9, 1e-6);
        assertThat(rounded.differences().get(60_000)).isGreaterThan(0.5);

        assertThat(floats.accuracy()).isEqualTo(0.9392);
        assertThat(List.of(floats.otherAccuracy(), rounded.otherAccuracy()))
                .allSatisfy(accuracy -> assertThat(accuracy).isBetween(0.936, 0.953)); // as far as 20 seeds go

        Parting slower = part(0.1, false);
        assertThat(slower.differences().get(60_000)).isLessThan(1e-3);
        assertThat(slower.same()).isGreaterThan(9_990);
    }

    /** The book's network in DOUBLE, beside itself in FLOAT or, in DOUBLE, from weights that were rounded to FLOAT once. */
    private static Parting part(double rate, boolean onlyStartIsRounded) {
        NetworkSpec spec = NetworkSpec.digits(100, rate, Variant.BOOK_RULE).withReduction(Reduction.SUM);
        double[] weights = InitialWeights.INCOMING_LINKS.draw(ScratchModel.network(spec), new NumpyRandomState(1));
        double[] rounded = weights.clone();
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = (float) rounded[i];
        }
        try (Learner one = new ScratchModel(spec);
                Learner other = onlyStartIsRounded
                        ? new ScratchModel(spec)
                        : new FastModel(spec.withPrecision(Precision.FLOAT))) {
            one.setParameters(weights);
            other.setParameters(rounded);
            Parting parting = part(one, other);
            System.out.printf(
                    Locale.ROOT, "rate %s, %s: %s%n", rate, onlyStartIsRounded ? "start rounded" : "FLOAT", parting);
            return parting;
        }
    }

    private static Parting part(Learner one, Learner other) {
        Map<Integer, Double> differences = new TreeMap<>();
        int firstOther = 0;
        int images = SPLIT.train().size();
        for (int step = 0; step <= images; step++) {
            if (STEPS.contains(step)) {
                differences.put(step, Differences.largest(one.parameters(), other.parameters()));
            }
            if (step < images) {
                double[][] x = SPLIT.train().inputs(step, step + 1);
                if (firstOther == 0
                        && Predictions.largest(one.outputs(x)[0]) != Predictions.largest(other.outputs(x)[0])) {
                    firstOther = step + 1;
                }
                double[][] t = SPLIT.train().targets(step, step + 1);
                one.train(x, t);
                other.train(x, t);
            }
        }
        int[] answers = Predictions.of(one, SPLIT.test());
        int[] otherAnswers = Predictions.of(other, SPLIT.test());
        int same = 0;
        for (int i = 0; i < answers.length; i++) {
            same += answers[i] == otherAnswers[i] ? 1 : 0;
        }
        return new Parting(
                differences,
                firstOther,
                same,
                ConfusionMatrix.of(SPLIT.test(), answers).accuracy(),
                ConfusionMatrix.of(SPLIT.test(), otherAnswers).accuracy());
    }
}
