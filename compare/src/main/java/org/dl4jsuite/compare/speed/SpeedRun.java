package org.dl4jsuite.compare.speed;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.dl4jsuite.compare.Progress;
import org.dl4jsuite.compare.model.Precision;
import org.dl4jsuite.scratch.Variant;
import org.jspecify.annotations.Nullable;

/** Measures the machine, then every contestant in a JVM of its own, one after the other. */
public final class SpeedRun {
    /** As many different images as a cache does not hold are shown again and again; a step can have no more. */
    public static final int MAX_SAMPLES_PER_STEP = 10_000;

    /** The time of so many samples is fitted by a line. */
    static final List<Integer> SAMPLE_COUNTS = List.of(1000, 2000, 5000, 10_000);

    private final Grid grid;
    private final MeasurementBudget budget;
    private final Variant variant;
    private final double rate;
    private final @Nullable String data;

    /**
     * A run to come.
     *
     * @param variant of the learning rule, for all networks
     * @param rate the learning rate
     * @param data folder of the data set, or null for MNIST
     */
    public SpeedRun(Grid grid, MeasurementBudget budget, Variant variant, double rate, @Nullable String data) {
        this.grid = grid;
        this.budget = budget;
        this.variant = variant;
        this.rate = rate;
        this.data = data;
    }

    /** Runs it all; minutes. */
    public SpeedResults run(List<Contestant> contestants) throws IOException, InterruptedException {
        Ceilings ceilings = ceilings();
        List<SpeedRequest> requests = requests(contestants, ceilings);
        List<Contestant> fast = contestants.stream()
                .filter(contestant -> contestant.network().equals(Contestant.SCRATCH_FAST_VECTOR.network()))
                .toList();
        int answers = requests.stream().mapToInt(SpeedRequest::answers).sum();
        List<SpeedRow> rows = new ArrayList<>();
        List<LinearFit> fits = new ArrayList<>();
        List<StartUp> startUp = new ArrayList<>();
        try (Progress progress = Progress.start("speed", answers + fast.size())) {
            for (SpeedRequest request : requests) {
                process(request).ask(request, SpeedAnswer.class, answer -> {
                    if (answer.row() != null) {
                        rows.add(answer.row());
                    }
                    if (answer.fit() != null) {
                        fits.add(answer.fit());
                    }
                    progress.advance(1);
                });
            }
            for (Contestant contestant : fast) {
                startUp.add(StartUp.measure(contestant, grid.centre(), data, budget.startUps()));
                progress.advance(1);
            }
        }
        fits.addAll(0, LinearFit.overHidden(rows));
        return new SpeedResults(ceilings, rows, fits, startUp);
    }

    /** What the machine can do, with vectors. */
    static Ceilings ceilings() throws IOException, InterruptedException {
        List<Ceilings> answers = new ArrayList<>();
        new ChildJvm(
                        "Measuring the machine",
                        Contestant.SCRATCH_FAST_VECTOR.flags(),
                        CeilingMeasurement.class.getName(),
                        List.of())
                .ask("", Ceilings.class, answers::add);
        return answers.get(0);
    }

    private static ChildJvm process(SpeedRequest request) {
        Contestant contestant = request.contestant();
        ChildJvm process = new ChildJvm(
                "Measuring " + contestant.network(), contestant.flags(), SpeedWorker.class.getName(), List.of());
        return contestant == Contestant.DL4J_STOCK ? process.withAllThreads() : process;
    }

    private List<SpeedRequest> requests(List<Contestant> contestants, Ceilings ceilings) {
        List<SpeedRequest> requests = new ArrayList<>();
        for (Contestant contestant : contestants) {
            for (Precision precision : contestant.precisions()) {
                requests.add(request(contestant, precision, ceilings));
            }
        }
        return requests;
    }

    /** A quick run leaves out how DL4J grows as it starts and in DOUBLE: they are slow, and DL4J tuned tells as much. */
    private SpeedRequest request(Contestant contestant, Precision precision, Ceilings ceilings) {
        boolean slow = contestant == Contestant.DL4J_STOCK
                || (contestant == Contestant.DL4J_TUNED && precision == Precision.DOUBLE);
        boolean all = !slow || budget.forAllSizes();
        return new SpeedRequest(
                contestant,
                precision,
                variant,
                rate,
                (all ? grid : grid.withoutHidden()).sizes(),
                grid.centre(),
                all ? SAMPLE_COUNTS : List.of(),
                budget,
                ceilings,
                data);
    }
}
