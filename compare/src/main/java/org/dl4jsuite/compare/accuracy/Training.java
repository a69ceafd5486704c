package org.dl4jsuite.compare.accuracy;

import java.util.List;
import java.util.function.Consumer;
import org.dl4jsuite.compare.Progress;
import org.dl4jsuite.compare.model.Batch;
import org.dl4jsuite.data.LabelledImages;
import org.dl4jsuite.data.Split;
import org.dl4jsuite.scratch.Reduction;

/** Trains several networks in lockstep: each step shows all of them the same batch. */
public final class Training {
    private final Split split;
    private final TrainingPlan plan;
    private final Reduction reduction;
    private final List<Contestant> contestants;

    /** All contestants reduce a batch's losses as {@code reduction} says. */
    public Training(Split split, TrainingPlan plan, Reduction reduction, List<Contestant> contestants) {
        this.split = split;
        this.plan = plan;
        this.reduction = reduction;
        this.contestants = contestants;
    }

    /** The batch of a step, from 0, counted over all epochs. */
    public Batch batch(long step) {
        int stepsAnEpoch = (split.train().size() + plan.batch() - 1) / plan.batch();
        int epoch = (int) (step / stepsAnEpoch) + 1;
        return batch(plan.order(split, epoch), (int) (step % stepsAnEpoch) * plan.batch());
    }

    /**
     * Runs all epochs.
     *
     * @param afterStep called with the batch after all contestants took a step on it
     * @param afterEpoch called after each epoch, once a contestant
     * @param progress counts training images
     */
    public void run(Consumer<Batch> afterStep, Consumer<EpochAccuracy> afterEpoch, Progress progress) {
        for (int epoch = 1; epoch <= plan.epochs(); epoch++) {
            LabelledImages images = plan.order(split, epoch);
            double[] losses = new double[contestants.size()];
            for (int from = 0; from < images.size(); from += plan.batch()) {
                Batch batch = batch(images, from);
                for (int c = 0; c < contestants.size(); c++) {
                    double loss = contestants.get(c).learner().train(batch.inputs(), batch.targets());
                    losses[c] += reduction == Reduction.MEAN ? loss * batch.size() : loss;
                }
                afterStep.accept(batch);
                progress.advance(batch.size());
            }
            for (int c = 0; c < contestants.size(); c++) {
                Contestant contestant = contestants.get(c);
                int[] predictions = Predictions.of(contestant.learner(), split.test());
                afterEpoch.accept(new EpochAccuracy(
                        contestant.network(),
                        contestant.precision(),
                        epoch,
                        losses[c] / images.size(),
                        ConfusionMatrix.of(split.test(), predictions).accuracy()));
            }
        }
    }

    private Batch batch(LabelledImages images, int from) {
        int to = Math.min(from + plan.batch(), images.size());
        return new Batch(images.inputs(from, to), images.targets(from, to));
    }
}
