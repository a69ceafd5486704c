package org.dl4jsuite.compare.study;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.dl4jsuite.compare.model.Side;
import org.dl4jsuite.compare.sabotage.SabotageResult;
import org.dl4jsuite.compare.sabotage.SabotageRun;
import org.dl4jsuite.compare.speed.Anatomy;
import org.dl4jsuite.compare.sweep.SweepConfiguration;
import org.dl4jsuite.compare.sweep.SweepFile;
import org.dl4jsuite.compare.sweep.SweepResult;
import org.dl4jsuite.compare.sweep.SweepRun;
import org.dl4jsuite.data.Mnist;
import org.dl4jsuite.data.Split;
import org.dl4jsuite.scratch.InitialWeights;
import org.dl4jsuite.scratch.Variant;

/**
 * What the story's pages show beside the lessons: everything is run for them, but for the stored sweeps.
 *
 * @param losses the book's rule beside the gradients of two losses
 * @param scaling trainings with other inputs and targets
 * @param mnist the test accuracy of the main network on MNIST, after each of five epochs
 * @param sweeps of the main network over seeds, by either rule, as they are stored
 * @param anatomy of one step of DL4J's
 * @param sabotage mistakes on purpose, and what catches them
 */
record Findings(
        TwoLosses losses,
        List<ScalingExperiment.Look> scaling,
        List<Double> mnist,
        List<SweepResult> sweeps,
        Anatomy anatomy,
        List<SabotageResult> sabotage) {
    static final int EPOCHS = 5;
    private static final int HIDDEN = 200;
    private static final double RATE = 0.1;

    /** Takes all runs; a minute. */
    static Findings take() throws IOException, InterruptedException {
        Split images = Mnist.load();
        CompletableFuture<List<SabotageResult>> sabotage = CompletableFuture.supplyAsync(() -> SabotageRun.all(images));
        TwoLosses losses = TwoLosses.measure();
        List<ScalingExperiment.Look> scaling = ScalingExperiment.run(images);
        List<Double> mnist =
                new SweepRun(images).run(main(Variant.TRUE_GRADIENT)).accuracy();
        List<SweepResult> sweeps = SweepFile.stored().results().stream()
                .filter(result -> Stream.of(Variant.values())
                        .anyMatch(variant -> sameSetting(result.configuration(), main(variant))))
                .toList();
        List<SabotageResult> mistakes = sabotage.join(); // what is timed next runs alone
        return new Findings(losses, scaling, mnist, sweeps, Anatomy.measure(true), mistakes);
    }

    private static SweepConfiguration main(Variant variant) {
        return new SweepConfiguration(
                Side.SCRATCH_FAST, variant, InitialWeights.INCOMING_LINKS, 0, HIDDEN, RATE, EPOCHS, 1);
    }

    private static boolean sameSetting(SweepConfiguration one, SweepConfiguration other) {
        return one.setting().equals(other.setting());
    }

    /** Returns the stored accuracies of a rule after so many epochs, one per seed. */
    List<Double> accuracies(Variant variant, int epochs) {
        return sweeps.stream()
                .filter(result -> result.configuration().variant() == variant
                        && result.configuration().epochs() >= epochs)
                .map(result -> result.accuracyAfter(epochs))
                .toList();
    }
}
