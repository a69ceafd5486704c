package org.dl4jsuite.compare.report;

import java.util.ArrayList;
import java.util.List;
import org.dl4jsuite.compare.Progress;
import org.dl4jsuite.compare.inside.BackQueryImage;
import org.dl4jsuite.compare.inside.Recognition;
import org.dl4jsuite.compare.model.Dl4jModel;
import org.dl4jsuite.compare.model.Learner;
import org.dl4jsuite.compare.model.ScratchModel;
import org.dl4jsuite.compare.parity.Divergence;
import org.dl4jsuite.compare.parity.DivergenceLocator;
import org.dl4jsuite.compare.parity.Trajectory;
import org.dl4jsuite.compare.parity.TrajectoryPoint;
import org.dl4jsuite.compare.training.EpochAccuracy;
import org.dl4jsuite.compare.training.InputChecksum;
import org.dl4jsuite.compare.training.Lockstep;
import org.dl4jsuite.compare.training.Predictions;
import org.dl4jsuite.data.handwriting.SampleDigits;
import org.jspecify.annotations.Nullable;

/**
 * The two DOUBLE networks, trained in lockstep, and what they then make of images.
 *
 * @param trajectory how far their weights lie apart after so many steps
 * @param divergence where they part, if they part beyond rounding
 * @param accuracy by epoch, scratch first
 * @param scratch the network from scratch
 * @param dl4j DL4J's
 * @param handwriting what they take the sample digits for
 * @param backQuery what they give when they run backwards from each label
 */
record TrainedPair(
        List<TrajectoryPoint> trajectory,
        @Nullable Divergence divergence,
        List<EpochAccuracy> accuracy,
        One scratch,
        One dl4j,
        List<Recognition> handwriting,
        List<BackQueryImage> backQuery) {

    /**
     * One of the two.
     *
     * @param parameters after the last step
     * @param answers the digit that it takes each test image for
     * @param seen checksums of all that it was trained and tested on
     */
    record One(double[] parameters, int[] answers, InputChecksum.Sums seen) {
        private static One of(Learner network, ReportSetting setting, InputChecksum seen) {
            return new One(
                    network.parameters(),
                    Predictions.of(network, setting.split().test()),
                    seen.sums());
        }
    }

    /** Makes images of the two networks, run backwards. */
    interface BackQuery {
        List<BackQueryImage> of(ScratchModel scratch, Dl4jModel dl4j);
    }

    /**
     * Trains the two.
     *
     * @param seenByDl4j takes what DL4J's network is handed
     * @param progress counts training images
     */
    static TrainedPair train(ReportSetting setting, InputChecksum seenByDl4j, BackQuery backQuery, Progress progress) {
        try (ScratchModel scratch = new ScratchModel(setting.spec());
                Dl4jModel dl4j = Dl4jModel.of(setting.spec())) {
            scratch.setParameters(setting.initialWeights());
            dl4j.setParameters(setting.initialWeights());
            InputChecksum seenByScratch = new InputChecksum();
            Lockstep lockstep = new Lockstep(
                    setting.split(), setting.plan(), setting.spec(), scratch, dl4j, seenByScratch, seenByDl4j);
            Trajectory trajectory = new Trajectory(setting.spec(), scratch, dl4j);
            List<EpochAccuracy> accuracy = new ArrayList<>();
            lockstep.run(trajectory, accuracy::add, progress);
            trajectory.note();
            One ofScratch = One.of(scratch, setting, seenByScratch);
            One ofDl4j = One.of(dl4j, setting, seenByDl4j);
            List<Recognition> handwriting = SampleDigits.names().stream()
                    .map(name -> Recognition.of(SampleDigits.read(name), SampleDigits.label(name), scratch, dl4j))
                    .toList();
            List<BackQueryImage> images = backQuery.of(scratch, dl4j);
            Divergence divergence = trajectory.points().stream()
                    .filter(point -> !point.agrees())
                    .findFirst()
                    .flatMap(point -> new DivergenceLocator(setting.spec(), scratch, dl4j) // trains the two anew
                            .locate(setting.initialWeights(), lockstep::batch, point.step()))
                    .orElse(null);
            return new TrainedPair(trajectory.points(), divergence, accuracy, ofScratch, ofDl4j, handwriting, images);
        }
    }

    /** Returns whether the weights agree after every step that was noted. */
    boolean agrees() {
        return divergence == null && trajectory.stream().allMatch(TrajectoryPoint::agrees);
    }
}
