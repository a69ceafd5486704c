package org.dl4jsuite.compare.speed;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.dl4jsuite.compare.KeptParts;
import org.dl4jsuite.compare.Progress;
import org.dl4jsuite.scratch.Variant;
import org.jspecify.annotations.Nullable;

/**
 * Measures the machine, then every contestant in a JVM of its own, one after the other.
 *
 * @param grid the sizes to measure
 * @param budget how long to measure
 * @param variant of the learning rule, for all networks
 * @param rate the learning rate
 * @param data folder of the data set, or null for MNIST
 */
public record SpeedRun(
        Grid grid,
        MeasurementBudget budget,
        Variant variant,
        double rate,
        @Nullable String data) {
    /** As many different images as a cache does not hold are shown again and again; a step can have no more. */
    public static final int MAX_SAMPLES_PER_STEP = 10_000;

    /** Runs it all; minutes. */
    public SpeedResults run(List<Contestant> contestants) throws IOException, InterruptedException {
        return run(contestants, KeptParts.none());
    }

    /** Runs what is not done yet; the machine's own speed, and all of one process, are parts. */
    public SpeedResults run(List<Contestant> contestants, KeptParts parts) throws IOException, InterruptedException {
        Ceilings ceilings = parts.get("speed.ceilings", new TypeReference<Ceilings>() {}, SpeedRun::ceilings);
        List<SpeedMeasurement> measurements = contestants.stream()
                .flatMap(contestant -> contestant.precisions().stream()
                        .map(precision -> new SpeedMeasurement(this, contestant, precision, ceilings)))
                .toList();
        List<Contestant> fast = contestants.stream()
                .filter(contestant -> contestant.network().equals(Contestant.SCRATCH_FAST_VECTOR.network()))
                .toList();
        int answers = measurements.stream()
                .filter(measurement -> !parts.has(part(measurement)))
                .mapToInt(SpeedMeasurement::answers)
                .sum();
        List<SpeedRow> rows = new ArrayList<>();
        List<LinearFit> fits = new ArrayList<>();
        List<StartUp> startUp = new ArrayList<>();
        try (Progress progress = Progress.start("speed", answers + fast.size())) {
            for (SpeedMeasurement measurement : measurements) {
                List<SpeedMeasurement.Answer> found = parts.get(
                        part(measurement),
                        new TypeReference<List<SpeedMeasurement.Answer>>() {},
                        () -> ask(measurement, progress));
                for (SpeedMeasurement.Answer answer : found) {
                    if (answer.row() != null) {
                        rows.add(answer.row());
                    }
                    if (answer.fit() != null) {
                        fits.add(answer.fit());
                    }
                }
            }
            for (Contestant contestant : fast) {
                startUp.add(parts.get(
                        "speed.start." + contestant,
                        new TypeReference<StartUp>() {},
                        () -> StartUp.measure(contestant, grid.centre(), data, budget.startUps())));
                progress.advance(1);
            }
        }
        fits.addAll(0, LinearFit.overHidden(rows));
        return new SpeedResults(ceilings, rows, fits, startUp);
    }

    private static String part(SpeedMeasurement measurement) {
        return "speed." + measurement.contestant() + "." + measurement.precision();
    }

    private static List<SpeedMeasurement.Answer> ask(SpeedMeasurement measurement, Progress progress)
            throws IOException, InterruptedException {
        List<SpeedMeasurement.Answer> answers = new ArrayList<>();
        process(measurement.contestant()).ask(measurement, SpeedMeasurement.Answer.class, answer -> {
            answers.add(answer);
            progress.advance(1);
        });
        return answers;
    }

    /** Returns what the machine can do, with vectors. */
    static Ceilings ceilings() throws IOException, InterruptedException {
        List<Ceilings> answers = new ArrayList<>();
        List<String> flags = Contestant.SCRATCH_FAST_VECTOR.flags();
        new ChildJvm("Measuring the machine", flags, Ceilings.class.getName(), List.of())
                .ask("", Ceilings.class, answers::add);
        return answers.get(0);
    }

    private static ChildJvm process(Contestant contestant) {
        String main = SpeedMeasurement.class.getName();
        ChildJvm process = new ChildJvm("Measuring " + contestant.network(), contestant.flags(), main, List.of());
        return contestant == Contestant.DL4J_STOCK ? process.withAllThreads() : process;
    }
}
