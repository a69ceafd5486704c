package org.dl4jsuite.compare.training;

import java.util.function.Consumer;
import org.dl4jsuite.compare.Progress;
import org.dl4jsuite.compare.TrainingFailure;
import org.dl4jsuite.compare.model.Batch;
import org.dl4jsuite.compare.model.Dl4jModel;
import org.dl4jsuite.compare.model.Learner;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.ScratchModel;
import org.dl4jsuite.compare.model.Side;
import org.dl4jsuite.data.LabelledImages;
import org.dl4jsuite.data.Split;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;

/**
 * Trains the two sides in lockstep: both take a step before either takes the next. Each reads the images its own way, from
 * scratch as arrays, DL4J from the iterator that its {@code MnistNetwork} is fitted with.
 *
 * @param split the images
 * @param plan how often and in what order they are shown
 * @param spec of both networks
 * @param scratch has its first weights
 * @param dl4j has the same
 * @param ofScratch takes what the from-scratch network is trained and tested on
 * @param ofDl4j takes what DL4J's network is
 */
public record Lockstep(
        Split split,
        TrainingPlan plan,
        NetworkSpec spec,
        ScratchModel scratch,
        Dl4jModel dl4j,
        InputChecksum ofScratch,
        InputChecksum ofDl4j) {
    /**
     * Runs all epochs.
     *
     * @param afterStep called with the batch after both sides took a step on it
     * @param afterEpoch called after each epoch, for the from-scratch network, then for DL4J's
     * @param progress counts training images
     * @throws TrainingFailure after an epoch, if the training can come to nothing on either side
     */
    public void run(Consumer<Batch> afterStep, Consumer<EpochAccuracy> afterEpoch, Progress progress) {
        TrainingHealth health =
                new TrainingHealth(spec, split.train(), split.train().size());
        for (int epoch = 1; epoch <= plan.epochs(); epoch++) {
            LabelledImages images = plan.order(split, epoch);
            DataSetIterator digits = ofDl4j.watch(images, plan.batch());
            double scratchLoss = 0;
            double dl4jLoss = 0;
            for (int from = 0; from < images.size(); from += plan.batch()) {
                Batch batch = plan.batch(images, from);
                ofScratch.add(batch.inputs(), batch.targets());
                double factor = spec.reduction().factor(batch.size());
                scratchLoss += scratch.train(batch.inputs(), batch.targets()) / factor;
                DataSet digit = digits.next();
                dl4j.fit(digit.getFeatures(), digit.getLabels());
                dl4jLoss += dl4j.score() / factor;
                afterStep.accept(batch);
                progress.advance(batch.size());
            }
            long before = (epoch - 1L) * images.size();
            String steps = plan.steps(before, before + images.size(), images.size());
            String complaint = health.complaint(scratch.parameters());
            if (!complaint.isEmpty() && !health.complaint(dl4j.parameters()).isEmpty()) {
                throw health.failure(steps, complaint); // of one side alone it is a disagreement, which is told as one
            }
            afterEpoch.accept(result(Side.SCRATCH, scratch, epoch, scratchLoss, ofScratch));
            afterEpoch.accept(result(Side.DL4J, dl4j, epoch, dl4jLoss, ofDl4j));
        }
    }

    private EpochAccuracy result(Side side, Learner learner, int epoch, double loss, InputChecksum checksum) {
        return EpochAccuracy.of(side, learner, spec.precision(), split, epoch, loss, checksum);
    }

    /** Returns the batch of a step, from 0, counted over all epochs. */
    public Batch batch(long step) {
        int stepsPerEpoch = (split.train().size() + plan.batch() - 1) / plan.batch();
        int epoch = (int) (step / stepsPerEpoch) + 1;
        return plan.batch(plan.order(split, epoch), (int) (step % stepsPerEpoch) * plan.batch());
    }
}
