package org.dl4jsuite.compare.report;

import java.util.ArrayList;
import java.util.List;
import org.dl4jsuite.compare.Progress;
import org.dl4jsuite.compare.model.Learner;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.Precision;
import org.dl4jsuite.compare.model.Side;
import org.dl4jsuite.compare.training.EpochAccuracy;
import org.dl4jsuite.compare.training.InputChecksum;
import org.dl4jsuite.compare.training.Predictions;
import org.dl4jsuite.compare.training.Training;

/**
 * A FLOAT network, trained alone.
 *
 * @param side whose network it is
 * @param accuracy by epoch
 * @param answers the digit that it takes each test image for
 * @param seen checksums of all that it was trained and tested on
 */
record TrainedAlone(Side side, List<EpochAccuracy> accuracy, int[] answers, InputChecksum.Sums seen) {

    /**
     * Trains one.
     *
     * @param seen takes what it is handed
     * @param progress counts training images
     */
    static TrainedAlone train(Side side, ReportSetting setting, InputChecksum seen, Progress progress) {
        NetworkSpec spec = setting.spec().withPrecision(Precision.FLOAT);
        List<EpochAccuracy> accuracy = new ArrayList<>();
        Training training = new Training(setting.split(), setting.plan(), spec, accuracy::add, progress, seen);
        try (Learner network = side.build(spec)) {
            network.setParameters(training.runWatched(side, setting.initialWeights()));
            int[] answers = Predictions.of(network, setting.split().test());
            return new TrainedAlone(side, accuracy, answers, seen.sums());
        }
    }
}
