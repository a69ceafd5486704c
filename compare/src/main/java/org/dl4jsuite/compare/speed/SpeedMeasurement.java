package org.dl4jsuite.compare.speed;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.ScratchModel;
import org.dl4jsuite.data.DataFolder;
import org.dl4jsuite.data.LabelledImages;
import org.dl4jsuite.data.Mnist;
import org.dl4jsuite.scratch.InitialWeights;
import org.dl4jsuite.scratch.NumpyRandomState;

/** Measures one contestant in this JVM. */
final class SpeedMeasurement {
    private static final long SEED = 1;

    private final SpeedRequest request;
    private final LabelledImages images;
    private final Set<String> warm = new HashSet<>();

    SpeedMeasurement(SpeedRequest request) {
        this.request = request;
        LabelledImages all = (request.data() == null ? Mnist.load() : DataFolder.load(Path.of(request.data()))).train();
        this.images = all.first(Math.min(SpeedRun.MAX_SAMPLES_PER_STEP, all.size()));
    }

    /** Hands over each row as it is measured: of every size training, then prediction; then the fit over samples. */
    void run(Consumer<SpeedAnswer> answers) {
        for (Grid.Size size : request.sizes()) {
            NetworkSpec spec = request.spec(size.hidden());
            try (Subject subject = Subject.of(request.contestant(), spec, size.batch(), images)) {
                ActiveInputs touched = subject.activeInputs();
                Work toTrain = Work.toTrain(spec, size.batch(), touched);
                Work toPredict = Work.toPredict(spec, size.batch(), touched);
                answers.accept(row(SpeedRow.TRAIN, subject::train, toTrain, size, subject));
                answers.accept(row(SpeedRow.PREDICT, subject::predict, toPredict, size, subject));
            }
        }
        if (!request.sampleCounts().isEmpty()) {
            answers.accept(new SpeedAnswer(null, fit()));
        }
    }

    /** The same weights on all sides; they do not matter to the time. */
    static double[] initialWeights(NetworkSpec spec) {
        return InitialWeights.INCOMING_LINKS.draw(ScratchModel.network(spec), new NumpyRandomState(SEED));
    }

    private SpeedAnswer row(String operation, IntConsumer call, Work work, Grid.Size size, Subject subject) {
        SpeedRow.Spread micros = stopwatch(operation).microsPerSample(call, subject.samplesPerCall());
        SpeedRow row = SpeedRow.of(
                request.contestant().network(),
                operation,
                size,
                request.precision(),
                subject.kernels(),
                subject.threads(),
                micros,
                work,
                request.ceilings());
        return new SpeedAnswer(row, null);
    }

    private Stopwatch stopwatch(String operation) {
        MeasurementBudget budget = request.budget();
        int warmUpMillis = warm.add(operation) ? budget.firstWarmUpMillis() : budget.warmUpMillis();
        return new Stopwatch(warmUpMillis, budget.repeats(), budget.millisPerRepeat());
    }

    /** How long online training on so many samples takes, against their number. */
    private LinearFit fit() {
        try (Subject subject = Subject.of(request.contestant(), request.spec(request.centre()), 1, images)) {
            List<LinearFit.Point> points = new ArrayList<>();
            for (int samples : request.sampleCounts()) {
                int calls = Math.max(1, samples / subject.samplesPerCall());
                double micros = Stopwatch.medianMicros(
                        () -> run(subject, calls), request.budget().sampleRepeats());
                points.add(new LinearFit.Point((double) calls * subject.samplesPerCall(), micros));
            }
            return LinearFit.of(
                    request.contestant().network(),
                    SpeedRow.TRAIN,
                    request.precision(),
                    subject.kernels(),
                    LinearFit.SAMPLES,
                    points);
        }
    }

    private static void run(Subject subject, int calls) {
        for (int call = 0; call < calls; call++) {
            subject.train(call);
        }
    }
}
