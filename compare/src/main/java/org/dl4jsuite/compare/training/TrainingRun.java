package org.dl4jsuite.compare.training;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.dl4jsuite.compare.Progress;
import org.dl4jsuite.compare.model.Precision;
import org.dl4jsuite.compare.model.Side;

/** A training under way: keeps count of its epochs, images and losses, and tells those who follow it. */
public final class TrainingRun {
    private final TrainingPlan plan;
    private final int trainingImages;
    private final Consumer<EpochAccuracy> afterEpoch;
    private final Progress progress;
    private final TrainingMonitor monitor;

    private final List<EpochAccuracy> finished;
    private int epoch;
    private int images;
    private double loss;
    private double lossOfBlock;

    /** E of the latest step or block. */
    private double latestLoss;
    /** Samples before the latest step or block, and those at the last look. */
    private long before;

    private long looked;

    /**
     * A training from {@code start} on.
     *
     * @param afterEpoch called after each epoch that ends from now on
     * @param progress counts training images
     */
    TrainingRun(
            TrainingPlan plan,
            int trainingImages,
            TrainingState start,
            Consumer<EpochAccuracy> afterEpoch,
            Progress progress,
            TrainingMonitor monitor) {
        this.plan = plan;
        this.trainingImages = trainingImages;
        this.afterEpoch = afterEpoch;
        this.progress = progress;
        this.monitor = monitor;
        this.finished = new ArrayList<>(start.finished());
        this.epoch = start.epoch();
        this.images = start.images();
        this.loss = start.loss();
        this.lossOfBlock = start.lossOfBlock();
        this.looked = samples();
    }

    /** Returns the epoch under way, from 1. */
    int epoch() {
        return epoch;
    }

    /** Returns the images of this epoch that are learnt already, where its next step begins. */
    int images() {
        return images;
    }

    boolean isFinished() {
        return epoch > plan.epochs();
    }

    /** Returns the images learnt in all epochs. */
    long samples() {
        return (epoch - 1L) * trainingImages + images;
    }

    /** Returns the image of this epoch before which the monitor wants to look next, at a step's end; at most the epoch's end. */
    int nextLook() {
        long left = monitor.every() - samples() % monitor.every();
        long next = (images + left + plan.batch() - 1) / plan.batch() * plan.batch();
        return (int) Math.min(next, trainingImages);
    }

    double lossOfBlock() {
        return lossOfBlock;
    }

    double latestLoss() {
        return latestLoss;
    }

    /** Notes a step on {@code count} images, with E summed over them. */
    void step(int count, double lossOfStep, Trainee network) {
        loss += lossOfStep;
        advance(count, lossOfStep, network);
    }

    /**
     * Notes steps on {@code count} images of a block of the fast network's.
     *
     * @param sum E summed over the block so far
     * @param ends whether the block is done
     */
    void block(int count, double sum, boolean ends, Trainee network) {
        lossOfBlock = ends ? 0 : sum;
        loss += ends ? sum : 0;
        advance(count, sum, network);
    }

    private void advance(int count, double latest, Trainee network) {
        before = samples();
        latestLoss = latest;
        images += count;
        progress.advance(count);
        boolean isDue = samples() / monitor.every() > before / monitor.every();
        if (!Double.isFinite(latest) || (isDue && images < trainingImages)) { // at an epoch's end, with its result
            look(network);
        }
    }

    /** Notes the end of the epoch under way. */
    void endEpoch(Side side, Precision precision, double testAccuracy, Trainee network) {
        EpochAccuracy result = new EpochAccuracy(side.label(), precision, epoch, loss / trainingImages, testAccuracy);
        boolean isDue = samples() / monitor.every() > looked / monitor.every();
        finished.add(result);
        epoch++;
        images = 0;
        loss = 0;
        if (isDue || isFinished()) {
            look(network);
        }
        afterEpoch.accept(result);
    }

    private void look(Trainee network) {
        monitor.look(this, network);
        looked = samples();
    }

    /** Returns where the training stands now. */
    TrainingState state(Trainee network) {
        return new TrainingState(epoch, images, loss, lossOfBlock, List.copyOf(finished), network.state());
    }

    /** Returns the latest step, or with the fast network the steps of which it was one, for example {@code step 12}. */
    String latestSteps() {
        return plan.steps(before, samples(), trainingImages);
    }

    /** Returns the steps since the last look, for example {@code steps 1 to 10000}. */
    String stepsSinceLook() {
        return plan.steps(looked, samples(), trainingImages);
    }
}
