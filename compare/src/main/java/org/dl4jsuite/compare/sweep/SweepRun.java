package org.dl4jsuite.compare.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.DoubleFunction;
import org.dl4jsuite.compare.Progress;
import org.dl4jsuite.compare.Provenance;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.Side;
import org.dl4jsuite.compare.training.EpochAccuracy;
import org.dl4jsuite.compare.training.FastTraining;
import org.dl4jsuite.compare.training.InputChecksum;
import org.dl4jsuite.compare.training.Training;
import org.dl4jsuite.compare.training.TrainingPlan;
import org.dl4jsuite.data.Rotation;
import org.dl4jsuite.data.Split;
import org.jspecify.annotations.Nullable;

/**
 * Trains configurations on a split, each on the thread that asks for it. One object serves all threads of a JVM, which
 * share the rotated and converted images: at most one angle's are kept, so runs should come in the canonical order.
 */
public final class SweepRun {
    private final Split split;
    private final LastAngle<Split> rotated;
    private final LastAngle<FastTraining.Images> fastTraining;
    private final FastTraining.Images fastTest;
    private final Map<Boolean, Provenance> origins = new LinkedHashMap<>();

    /** For one data set. */
    public SweepRun(Split split) {
        this.split = split;
        this.rotated = new LastAngle<>(degrees -> Rotation.withRotations(split, degrees));
        this.fastTraining = new LastAngle<>(degrees ->
                FastTraining.Images.of(Rotation.withRotations(split, degrees).train()));
        this.fastTest = FastTraining.Images.of(split.test());
    }

    /** One training from its initial weights to its last epoch. */
    public SweepResult run(SweepConfiguration configuration) {
        Side side = configuration.side();
        NetworkSpec spec = configuration.spec();
        TrainingPlan plan = new TrainingPlan(configuration.epochs(), 1, OptionalLong.empty());
        Provenance origin = origin(side);
        List<Double> accuracy = new ArrayList<>();
        List<Double> loss = new ArrayList<>();
        Consumer<EpochAccuracy> afterEpoch = result -> {
            accuracy.add(result.testAccuracy());
            loss.add(result.trainingLoss());
        };
        long start;
        if (side == Side.SCRATCH_FAST) {
            FastTraining.Images images = fastTraining.get(configuration.rotation());
            start = System.nanoTime();
            new FastTraining(split, plan, spec, epoch -> images, fastTest)
                    .run(configuration.drawWeights(), afterEpoch, Progress.silent(), InputChecksum.none());
        } else {
            Split images = rotated.get(configuration.rotation());
            start = System.nanoTime();
            new Training(images, plan, spec, afterEpoch, Progress.silent(), InputChecksum.none())
                    .run(side, configuration.drawWeights());
        }
        double seconds = Math.round((System.nanoTime() - start) / 1e6) / 1e3;
        return new SweepResult(configuration, accuracy, loss, seconds, origin);
    }

    /** Of this JVM; DL4J is not started where it has no part. */
    private synchronized Provenance origin(Side side) {
        return origins.computeIfAbsent(side == Side.DL4J, withDl4j -> {
            Map<String, Object> configuration = Map.of(Arithmetic.CODE, TrainingCode.digest());
            Map<String, String> data = Map.of("source", split.source());
            return withDl4j ? Provenance.of(configuration, data) : Provenance.withoutDl4j(configuration, data);
        });
    }

    /** What was made for an angle last. */
    private static final class LastAngle<T> {
        private final DoubleFunction<T> maker;
        private double degrees;
        private @Nullable T made;

        LastAngle(DoubleFunction<T> maker) {
            this.maker = maker;
        }

        synchronized T get(double wanted) {
            T current = made;
            if (current == null || degrees != wanted) {
                made = null; // may be collected while the next is made
                current = maker.apply(wanted);
                made = current;
                degrees = wanted;
            }
            return current;
        }
    }
}
