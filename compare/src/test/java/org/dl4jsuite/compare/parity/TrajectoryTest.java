package org.dl4jsuite.compare.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.dl4jsuite.compare.model.Batch;
import org.dl4jsuite.compare.model.Model;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.Precision;
import org.dl4jsuite.compare.model.ScratchModel;
import org.dl4jsuite.compare.model.Tensor;
import org.dl4jsuite.scratch.Activation;
import org.dl4jsuite.scratch.NumpyRandomState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two networks from scratch, of which the second stands for DL4J's: what differs is known. */
class TrajectoryTest {
    private static final NetworkSpec SPEC = NetworkSpec.of(3, 4, 2).withBias(true);
    private static final ParityCase CASE = ParityCases.random(SPEC, 3, new NumpyRandomState(2));

    @Test
    void everyParameterStartsOneUlpAwayAndAsOftenAboveAsBelow() {
        for (Precision precision : Precision.values()) {
            double[] perturbed = Trajectory.perturbed(SPEC.withPrecision(precision), CASE.parameters())
                    .parameters();
            int above = 0;
            for (int i = 0; i < perturbed.length; i++) {
                double parameter = CASE.parameters()[i];
                double ulp = precision == Precision.DOUBLE ? Math.ulp(parameter) : Math.ulp((float) parameter);
                // below a power of two a unit is half as large
                assertThat(Math.abs(perturbed[i] - parameter)).isEqualTo(ulp);
                above += perturbed[i] > parameter ? 1 : 0;
            }
            assertThat(above).isBetween(perturbed.length / 4, perturbed.length * 3 / 4);
        }
    }

    /** The tolerances are those of the perturbed run: step by step at first, then each hundredth step for a hundred. */
    @Test
    void pointsStandAtPowersOfTenAndAtTheEnd() {
        List<TrajectoryPoint> points = Trajectory.online(CASE, new ScratchModel(SPEC), new ScratchModel(SPEC), 350);
        assertThat(points).extracting(TrajectoryPoint::step).containsExactly(1L, 10L, 100L, 350L);
        double[] tolerances = Tolerance.ofParameters(SPEC, CASE.parameters());
        Model scratch = new ScratchModel(SPEC);
        scratch.setParameters(CASE.parameters());
        Model perturbed = Trajectory.perturbed(SPEC, CASE.parameters());
        int next = 0;
        for (int step = 0; step < 350; step++) {
            Batch row = CASE.row(step);
            if (step < 100) {
                tolerances = new Tolerance(SPEC, perturbed.parameters(), row).ofParametersAfter(1, tolerances);
            } else if (step % 100 == 0) {
                tolerances = new Tolerance(SPEC, perturbed.parameters(), row).ofParametersAfter(100, tolerances);
            }
            perturbed.train(row.inputs(), row.targets());
            scratch.train(row.inputs(), row.targets());
            TrajectoryPoint point = points.get(next);
            if (point.step() == step + 1) {
                next++;
                assertThat(point.drift())
                        .isEqualTo(Differences.largest(scratch.parameters(), perturbed.parameters()))
                        .isPositive();
                assertThat(point.tolerance()).isEqualTo(Differences.magnitude(tolerances));
                assertThat(point.maxAbsWeightDifference()).isZero();
                assertThat(point.toleranceUsed()).isZero();
                assertThat(point.agrees()).isTrue();
            }
        }
        assertThat(next).isEqualTo(4);
    }

    @Test
    void aRunOfAPowerOfTenIsNotNotedTwice() {
        assertThat(Trajectory.online(CASE, new ScratchModel(SPEC), new ScratchModel(SPEC), 10))
                .extracting(TrajectoryPoint::step)
                .containsExactly(1L, 10L);
        assertThat(Trajectory.online(CASE, new ScratchModel(SPEC), new ScratchModel(SPEC), 0))
                .extracting(TrajectoryPoint::step)
                .containsExactly(0L);
    }

    @Test
    void aDifferenceOfAllOfItsToleranceAgrees() {
        assertThat(new TrajectoryPoint(1, 2, "W1[0][0]", 2, 1, 0).agrees()).isTrue();
        assertThat(new TrajectoryPoint(1, 2, "W1[0][0]", 2, Math.nextUp(1.0), 0).agrees())
                .isFalse();
    }

    /** After one step by its own tolerance, after more by the largest of its tensor. */
    @Test
    void theWorstParameterIsNamedWithItsShareOfTheTolerance() {
        NetworkSpec faster = SPEC.withRate(SPEC.rate() * (1 + 1e-9));
        Model scratch = new ScratchModel(SPEC);
        Model other = new ScratchModel(faster);
        List<TrajectoryPoint> points = Trajectory.online(CASE, scratch, other, 2);
        assertThat(points).extracting(TrajectoryPoint::agrees).containsExactly(false, false);
        double[] tolerances = Tolerance.ofParameters(SPEC, CASE.parameters());
        scratch.setParameters(CASE.parameters());
        other.setParameters(CASE.parameters());
        Model perturbed = Trajectory.perturbed(SPEC, CASE.parameters());
        for (int step = 0; step < 2; step++) {
            Batch row = CASE.row(step);
            tolerances = new Tolerance(SPEC, perturbed.parameters(), row).ofParametersAfter(1, tolerances);
            for (Model model : List.of(scratch, other, perturbed)) {
                model.train(row.inputs(), row.targets());
            }
            double[] allowed = step == 0 ? tolerances : Tolerance.overTensors(SPEC, tolerances);
            TrajectoryPoint point = points.get(step);
            assertThat(point.toleranceUsed())
                    .isEqualTo(Differences.largestShare(scratch.parameters(), other.parameters(), allowed));
            assertThat(point.maxAbsWeightDifference())
                    .isEqualTo(Differences.largest(scratch.parameters(), other.parameters()));
            int worst = Differences.worst(scratch.parameters(), other.parameters(), allowed);
            int of = 0;
            while (SPEC.tensors().get(of).to() <= worst) {
                of++;
            }
            assertThat(point.worst())
                    .isEqualTo(SPEC.tensors()
                            .get(of)
                            .element(worst - SPEC.tensors().get(of).from()));
            assertThat(point.describe())
                    .isEqualTo("after step " + (step + 1) + " the weights differ most at " + point.worst() + ", by "
                            + point.maxAbsWeightDifference() + " (tolerance " + point.tolerance()
                            + ", drift by rounding " + point.drift() + ")");
        }
    }

    @Test
    void everyParameterIsCalledByItsName() {
        int count = CASE.parameters().length;
        for (Tensor tensor : SPEC.tensors()) {
            for (int i = 0; i < tensor.size(); i++) {
                int element = count + tensor.from() + i; // after the step
                FaultyModel other = new FaultyModel(new ScratchModel(SPEC)).withStep(both -> {
                    double[] changed = both.clone();
                    changed[element] += 1e-3;
                    return changed;
                });
                assertThat(Trajectory.online(CASE, new ScratchModel(SPEC), other, 1)
                                .get(0)
                                .worst())
                        .isEqualTo(tensor.element(i));
            }
        }
    }

    /** A step at rate 3 on z = 2 w turns an error round and makes it eleven times as large; the network itself stays at rest. */
    @ParameterizedTest
    @ValueSource(ints = {5, 10})
    void whereErrorsGrowTheToleranceGrowsWithTheDriftUpToItsCap(int steps) {
        NetworkSpec spec = NetworkSpec.of(1, 1).withOutput(Activation.IDENTITY).withRate(3);
        ParityCase parityCase =
                new ParityCase("grows", spec, new double[] {0.35}, new double[][] {{2}}, new double[][] {{0.7}});
        List<TrajectoryPoint> points =
                Trajectory.online(parityCase, new ScratchModel(spec), new ScratchModel(spec), steps);
        TrajectoryPoint last = points.get(points.size() - 1);
        assertThat(last.drift()).isEqualTo(Math.ulp(0.35) * Math.pow(11, steps), within(0.01 * last.drift()));
        double[] tolerances = Tolerance.ofParameters(spec, parityCase.parameters());
        Model perturbed = Trajectory.perturbed(spec, parityCase.parameters());
        for (int step = 0; step < steps; step++) {
            Batch row = parityCase.row(step);
            tolerances = new Tolerance(spec, perturbed.parameters(), row).ofParametersAfter(1, tolerances);
            perturbed.train(row.inputs(), row.targets());
        }
        double growth = last.drift() / tolerances[0];
        assertThat(growth).isGreaterThan(10);
        assertThat(4 * growth > Trajectory.MAX_GROWTH).isEqualTo(steps == 10);
        double expected = Math.min(4 * growth, Trajectory.MAX_GROWTH) * tolerances[0];
        assertThat(last.tolerance()).isEqualTo(expected, within(1e-9 * expected));
    }
}
