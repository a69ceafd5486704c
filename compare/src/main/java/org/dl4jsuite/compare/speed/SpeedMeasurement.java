package org.dl4jsuite.compare.speed;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.dl4jsuite.compare.Json;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.Precision;
import org.dl4jsuite.data.DataFolder;
import org.dl4jsuite.data.LabelledImages;
import org.dl4jsuite.data.Mnist;
import org.jspecify.annotations.Nullable;

/**
 * The measurement of one contestant. A JVM of its own takes it: {@link #main} reads it as JSON from standard input and
 * answers on standard output.
 *
 * @param run what all contestants have in common
 * @param contestant which network, with which settings
 * @param precision what it computes in
 * @param ceilings what the machine can do
 */
record SpeedMeasurement(SpeedRun run, Contestant contestant, Precision precision, Ceilings ceilings) {
    /** One finding: a row of the grid or a fit over samples; the other is null. */
    record Answer(@Nullable SpeedRow row, @Nullable LinearFit fit) {}

    @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for the parent's end
    public static void main(String[] args) throws IOException {
        SpeedMeasurement measurement = Json.MAPPER.readValue(System.in, SpeedMeasurement.class);
        // whoever goes on after a killed run must be alone on the machine
        ProcessHandle.current()
                .parent()
                .ifPresent(parent ->
                        parent.onExit().thenRun(() -> Runtime.getRuntime().halt(1)));
        PrintStream toParent = System.out;
        System.setOut(System.err); // whatever a library prints must not end up in the answer
        measurement.measure(answer -> {
            try {
                Json.MAPPER.writeValue(toParent, answer);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            toParent.flush();
        });
    }

    /** Returns how many answers there will be. */
    int answers() {
        return 2 * sizes().size() + (atAllSizes() ? 1 : 0);
    }

    /** A quick run leaves out how DL4J grows as it starts and in DOUBLE: they are slow, and DL4J tuned tells as much. */
    private boolean atAllSizes() {
        boolean slow = contestant == Contestant.DL4J_STOCK
                || (contestant == Contestant.DL4J_TUNED && precision == Precision.DOUBLE);
        return !slow || run.budget().forAllSizes();
    }

    private List<Grid.Size> sizes() {
        return (atAllSizes() ? run.grid() : run.grid().withoutHidden()).sizes();
    }

    /** Hands over each row as it is measured: of every size training, then prediction; then the fit over samples. */
    void measure(Consumer<Answer> answers) {
        LabelledImages all = (run.data() == null ? Mnist.load() : DataFolder.load(Path.of(run.data()))).train();
        LabelledImages images = all.first(Math.min(SpeedRun.MAX_SAMPLES_PER_STEP, all.size()));
        MeasurementBudget budget = run.budget();
        int warmUpMillis = budget.firstWarmUpMillis();
        for (Grid.Size size : sizes()) {
            Stopwatch stopwatch = new Stopwatch(warmUpMillis, budget.repeats(), budget.millisPerRepeat());
            NetworkSpec spec = spec(size.hidden());
            try (Subject subject = Subject.of(contestant, spec, size.batch(), images)) {
                for (Operation operation : Operation.values()) {
                    answers.accept(new Answer(row(operation, size, subject, stopwatch), null));
                }
            }
            warmUpMillis = budget.warmUpMillis();
        }
        if (atAllSizes()) {
            answers.accept(new Answer(null, fit(images)));
        }
    }

    private NetworkSpec spec(int hidden) {
        return NetworkSpec.digits(hidden, run.rate(), run.variant()).withPrecision(precision);
    }

    private SpeedRow row(Operation operation, Grid.Size size, Subject subject, Stopwatch stopwatch) {
        IntConsumer call = operation == Operation.TRAIN ? subject.train() : subject.predict();
        return SpeedRow.of(
                contestant.network(),
                operation,
                size,
                precision,
                subject.kernels(),
                subject.threads(),
                stopwatch.microsPerSample(call, subject.samplesPerCall()),
                Work.of(operation, spec(size.hidden()), size.batch(), subject.activeInputs()),
                ceilings);
    }

    /** Returns how long online training on so many samples takes, against their number. */
    private LinearFit fit(LabelledImages images) {
        try (Subject subject = Subject.of(contestant, spec(run.grid().centre()), 1, images)) {
            List<LinearFit.Point> points = new ArrayList<>();
            for (int samples : run.budget().sampleCounts()) {
                int calls = Math.max(1, samples / subject.samplesPerCall());
                Runnable training = () -> {
                    for (int call = 0; call < calls; call++) {
                        subject.train().accept(call);
                    }
                };
                double micros = Stopwatch.medianMicros(training, run.budget().sampleRepeats());
                points.add(new LinearFit.Point((double) calls * subject.samplesPerCall(), micros));
            }
            String network = contestant.network();
            return LinearFit.of(network, Operation.TRAIN, precision, subject.kernels(), LinearFit.SAMPLES, points);
        }
    }
}
