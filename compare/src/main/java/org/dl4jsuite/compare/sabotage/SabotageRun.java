package org.dl4jsuite.compare.sabotage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.dl4jsuite.compare.Progress;
import org.dl4jsuite.compare.diagnose.Diagnosis;
import org.dl4jsuite.compare.diagnose.Finding;
import org.dl4jsuite.compare.diagnose.StepDump;
import org.dl4jsuite.compare.model.Batch;
import org.dl4jsuite.compare.model.Dl4jModel;
import org.dl4jsuite.compare.model.Learner;
import org.dl4jsuite.compare.model.Model;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.ScratchModel;
import org.dl4jsuite.compare.parity.CaseParity;
import org.dl4jsuite.compare.parity.ParityCase;
import org.dl4jsuite.compare.parity.ParityCases;
import org.dl4jsuite.compare.parity.ParityRun;
import org.dl4jsuite.compare.parity.TensorParity;
import org.dl4jsuite.compare.parity.TrajectoryPoint;
import org.dl4jsuite.compare.sabotage.SabotageResult.Check;
import org.dl4jsuite.compare.training.ConfusionMatrix;
import org.dl4jsuite.compare.training.Predictions;
import org.dl4jsuite.data.LabelledImages;
import org.dl4jsuite.data.Split;
import org.dl4jsuite.scratch.InitialWeights;
import org.dl4jsuite.scratch.NumpyRandomState;
import org.jspecify.annotations.Nullable;

/**
 * Makes every {@link Mistake} in a really wrong network: on a small one parity and diagnose say what they find; one of 784-10-10
 * is trained, to show its accuracy.
 */
public final class SabotageRun {
    private static final long SEED = 1;
    /** Hidden and output layer of the same size, see {@link SabotagedNetwork}. */
    private static final NetworkSpec SMALL =
            NetworkSpec.of(5, 4, 4).withBias(true).withRate(0.3);

    private static final int ROWS = 3;
    /** Of the run along which weights are compared. */
    private static final int STEPS = 10;
    /** What is trained on images: its mean over a batch follows this rate. */
    private static final NetworkSpec TRAINED =
            NetworkSpec.of(784, 10, 10).withBias(true).withRate(0.8);

    private static final int IMAGES = 1000;
    private static final int BATCH = 2;
    private static final int EPOCHS = 5;

    private final LabelledImages train;
    private final LabelledImages test;
    /** By network, of the right one. */
    private final Map<NetworkSpec, Double> accuracies = new HashMap<>();

    private SabotageRun(Split split) {
        train = split.train().first(Math.min(IMAGES, split.train().size()));
        test = split.test().first(Math.min(IMAGES, split.test().size()));
    }

    /** Makes all mistakes, one after the other; some ten seconds on MNIST. */
    public static List<SabotageResult> all(Split split) {
        SabotageRun run = new SabotageRun(split);
        List<SabotageResult> results = new ArrayList<>();
        try (Progress progress = Progress.start("sabotage", Mistake.values().length)) {
            for (Mistake mistake : Mistake.values()) {
                results.add(run.of(mistake));
                progress.advance(1);
            }
        }
        return results;
    }

    /** One line on what was trained, for a reader of the accuracies. */
    public static String training() {
        return TRAINED.shape() + " with biases, " + IMAGES + " images, " + EPOCHS + " epochs, batches of " + BATCH;
    }

    private SabotageResult of(Mistake mistake) {
        ParityCase parityCase = ParityCases.random(mistake.in(SMALL), ROWS, new NumpyRandomState(SEED));
        NetworkSpec spec = parityCase.spec();
        CaseParity parity;
        try (Model wrong = new SabotagedNetwork(spec, mistake);
                Model dl4j = Dl4jModel.of(spec)) {
            parity = ParityRun.run(parityCase, wrong, dl4j, STEPS, Progress.silent());
            wrong.setParameters(parityCase.parameters());
            Diagnosis diagnosis =
                    Diagnosis.of(StepDump.of(wrong, spec, new Batch(parityCase.inputs(), parityCase.targets())));
            Check check = caughtBy(parity);
            NetworkSpec trained = trainedFor(mistake);
            double without =
                    accuracies.computeIfAbsent(trained, s -> accuracy(trained, () -> new ScratchModel(trained)));
            return new SabotageResult(
                    mistake.id(),
                    mistake.done(),
                    check,
                    check == Check.WEIGHTS ? firstStep(parity) : 0,
                    check == null ? null : says(parity, check),
                    accuracy(trained, () -> new SabotagedNetwork(trained, mistake)),
                    without,
                    diagnosis.causes().stream().map(Finding::id).distinct().toList());
        }
    }

    /** A sum is as many times as large as the mean. */
    private static NetworkSpec trainedFor(Mistake mistake) {
        NetworkSpec network = mistake.in(TRAINED);
        return network.withRate(network.rate() / BATCH / network.reduction().factor(BATCH));
    }

    private static @Nullable Check caughtBy(CaseParity parity) {
        if (!parity.outputs().agrees()) {
            return Check.OUTPUTS;
        }
        if (!parity.loss().agrees()) {
            return Check.LOSS;
        }
        if (!parity.tensors().stream().allMatch(TensorParity::agrees)) {
            return Check.GRADIENT;
        }
        return parity.agrees() ? null : Check.WEIGHTS;
    }

    /** The loss comes first among the messages, though the outputs are computed before it. */
    private static String says(CaseParity parity, Check check) {
        List<String> messages = parity.disagreements();
        return messages.stream()
                .filter(message -> check != Check.OUTPUTS || message.contains(": outputs["))
                .findFirst()
                .orElseThrow();
    }

    private static long firstStep(CaseParity result) {
        return result.trajectory().stream()
                .filter(point -> !point.agrees())
                .mapToLong(TrajectoryPoint::step)
                .findFirst()
                .orElseThrow();
    }

    private double accuracy(NetworkSpec spec, Supplier<Learner> network) {
        try (Learner learner = network.get()) {
            learner.setParameters(
                    InitialWeights.INCOMING_LINKS.draw(ScratchModel.network(spec), new NumpyRandomState(SEED)));
            for (int epoch = 0; epoch < EPOCHS; epoch++) {
                for (int from = 0; from + BATCH <= train.size(); from += BATCH) {
                    learner.train(train.inputs(from, from + BATCH), train.targets(from, from + BATCH));
                }
            }
            return ConfusionMatrix.of(test, Predictions.of(learner, test)).accuracy();
        }
    }
}
