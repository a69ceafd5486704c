package org.dl4jsuite.compare.training;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.dl4jsuite.compare.Progress;
import org.dl4jsuite.compare.TrainingFailure;
import org.dl4jsuite.compare.model.Batch;
import org.dl4jsuite.compare.model.Dl4jModel;
import org.dl4jsuite.compare.model.Learner;
import org.dl4jsuite.compare.model.NativeArguments;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.ScratchModel;
import org.dl4jsuite.compare.model.Side;
import org.dl4jsuite.compare.parity.Trajectory;
import org.dl4jsuite.data.LabelledImages;
import org.dl4jsuite.data.Split;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;

/**
 * Trains the two sides in lockstep: both take the same few steps before either goes on, so that the weights of one network at
 * a time are in the cache. Each reads the images its own way, from scratch as arrays, DL4J from the iterator that its {@code
 * MnistNetwork} is fitted with.
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
    /** Some tens of milliseconds on either side. */
    private static final int IMAGES_PER_TURN = 100;

    /**
     * Runs all epochs.
     *
     * @param trajectory follows both
     * @param afterEpoch called after each epoch, for the from-scratch network, then for DL4J's
     * @param progress counts training images
     * @throws TrainingFailure after an epoch, if the training can come to nothing on either side
     */
    @SuppressWarnings("try") // native arguments are freed by nobody's use of them
    public void run(Trajectory trajectory, Consumer<EpochAccuracy> afterEpoch, Progress progress) {
        TrainingHealth health =
                new TrainingHealth(spec, split.train(), split.train().size());
        for (int epoch = 1; epoch <= plan.epochs(); epoch++) {
            LabelledImages images = plan.order(split, epoch);
            DataSetIterator digits = ofDl4j.watch(images, plan.batch());
            double scratchLoss = 0;
            double dl4jLoss = 0;
            for (int from = 0; from < images.size(); ) {
                List<Batch> turn = turn(images, from, trajectory.stepsToNote());
                for (Batch batch : turn) {
                    ofScratch.add(batch.inputs(), batch.targets());
                    scratchLoss += scratch.train(batch.inputs(), batch.targets()) / factor(batch);
                }
                try (NativeArguments arguments = new NativeArguments()) {
                    for (Batch batch : turn) {
                        DataSet digit = digits.next();
                        dl4j.fit(digit.getFeatures(), digit.getLabels());
                        dl4jLoss += dl4j.score() / factor(batch);
                        arguments.free();
                    }
                }
                turn.forEach(trajectory::afterStep);
                int learnt = turn.stream().mapToInt(Batch::size).sum();
                from += learnt;
                progress.advance(learnt);
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

    /** Returns the batches of the next turn, no more than {@code maxSteps}. */
    private List<Batch> turn(LabelledImages images, int from, long maxSteps) {
        List<Batch> turn = new ArrayList<>();
        for (int at = from; at < images.size() && at < from + IMAGES_PER_TURN && turn.size() < maxSteps; ) {
            Batch batch = plan.batch(images, at);
            turn.add(batch);
            at += batch.size();
        }
        return turn;
    }

    private double factor(Batch batch) {
        return spec.reduction().factor(batch.size());
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
