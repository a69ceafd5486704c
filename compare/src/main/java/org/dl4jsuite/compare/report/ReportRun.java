package org.dl4jsuite.compare.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dl4jsuite.compare.Progress;
import org.dl4jsuite.compare.Provenance;
import org.dl4jsuite.compare.inside.BackQueryImage;
import org.dl4jsuite.compare.inside.InsideView;
import org.dl4jsuite.compare.inside.Recognition;
import org.dl4jsuite.compare.lessons.LessonEntry;
import org.dl4jsuite.compare.lessons.LessonResult;
import org.dl4jsuite.compare.lessons.LessonRun;
import org.dl4jsuite.compare.lessons.Lessons;
import org.dl4jsuite.compare.model.Dl4jModel;
import org.dl4jsuite.compare.model.FastModel;
import org.dl4jsuite.compare.model.Learner;
import org.dl4jsuite.compare.model.Model;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.Precision;
import org.dl4jsuite.compare.model.ScratchModel;
import org.dl4jsuite.compare.model.Side;
import org.dl4jsuite.compare.parity.CaseParity;
import org.dl4jsuite.compare.parity.Divergence;
import org.dl4jsuite.compare.parity.DivergenceLocator;
import org.dl4jsuite.compare.parity.ParityCase;
import org.dl4jsuite.compare.parity.ParityCases;
import org.dl4jsuite.compare.parity.ParityRun;
import org.dl4jsuite.compare.parity.Trajectory;
import org.dl4jsuite.compare.parity.TrajectoryPoint;
import org.dl4jsuite.compare.report.Report.LessonRow;
import org.dl4jsuite.compare.report.Report.ParityRow;
import org.dl4jsuite.compare.speed.Grid;
import org.dl4jsuite.compare.speed.MeasurementBudget;
import org.dl4jsuite.compare.speed.SpeedResults;
import org.dl4jsuite.compare.speed.SpeedRun;
import org.dl4jsuite.compare.training.EpochAccuracy;
import org.dl4jsuite.compare.training.InputChecksum;
import org.dl4jsuite.compare.training.Lockstep;
import org.dl4jsuite.compare.training.Training;
import org.dl4jsuite.compare.training.TrainingPlan;
import org.dl4jsuite.data.Split;
import org.dl4jsuite.data.handwriting.SampleDigits;
import org.jspecify.annotations.Nullable;

/**
 * Measures everything that a report says: parity, the two DOUBLE networks trained in lockstep, the two FLOAT networks each
 * alone, what they then make of images, the lessons; last speed, if nothing disagrees.
 */
public class ReportRun {
    private final Split split;
    private final NetworkSpec spec;
    private final TrainingPlan plan;
    private final double[] initialWeights;
    private final long seed;
    private final @Nullable String dataFolder;
    private final boolean measureSpeed;
    private final boolean runLessons;
    private final @Nullable Sweeps sweeps;

    /**
     * A run to come.
     *
     * @param spec in DOUBLE
     * @param initialWeights what all networks start from
     * @param seed of the parity cases
     * @param dataFolder where a measuring process finds the data, or null for MNIST
     * @param measureSpeed whether to spend two minutes on speed
     * @param runLessons whether to spend two minutes on the lessons
     * @param sweeps stored results to show, or null
     */
    public ReportRun(
            Split split,
            NetworkSpec spec,
            TrainingPlan plan,
            double[] initialWeights,
            long seed,
            @Nullable String dataFolder,
            boolean measureSpeed,
            boolean runLessons,
            @Nullable Sweeps sweeps) {
        this.split = split;
        this.spec = spec;
        this.plan = plan;
        this.initialWeights = initialWeights;
        this.seed = seed;
        this.dataFolder = dataFolder;
        this.measureSpeed = measureSpeed;
        this.runLessons = runLessons;
        this.sweeps = sweeps;
    }

    /** Runs it all; minutes on MNIST. */
    public Report run(Provenance origin) throws IOException, InterruptedException {
        List<CaseParity> parity = ParityRun.all(parityCases());
        NetworkSpec floatSpec = spec.withPrecision(Precision.FLOAT);
        try (ScratchModel scratch = new ScratchModel(spec);
                Dl4jModel dl4j = Dl4jModel.of(spec);
                Learner fast = new FastModel(floatSpec);
                Model dl4jFloat = Dl4jModel.of(floatSpec)) {
            scratch.setParameters(initialWeights);
            dl4j.setParameters(initialWeights);
            InputChecksum seenByScratch = new InputChecksum();
            InputChecksum seenByDl4j = seenByDl4j();
            Lockstep lockstep = new Lockstep(split, plan, spec, scratch, dl4j, seenByScratch, seenByDl4j);
            Trajectory trajectory = new Trajectory(spec, scratch, dl4j);
            List<EpochAccuracy> accuracy = new ArrayList<>();
            InputChecksum seenByFast = new InputChecksum();
            InputChecksum seenByDl4jFloat = seenByDl4j();
            try (Progress progress = Progress.start("training", 3 * plan.samples(split))) {
                lockstep.run(trajectory::afterStep, accuracy::add, progress);
                trajectory.note();
                fast.setParameters(new Training(split, plan, floatSpec, accuracy::add, progress, seenByFast)
                        .run(Side.SCRATCH_FAST, initialWeights));
                dl4jFloat.setParameters(new Training(split, plan, floatSpec, accuracy::add, progress, seenByDl4jFloat)
                        .run(Side.DL4J, initialWeights));
            }
            accuracy.sort(Comparator.comparingInt(EpochAccuracy::epoch)); // of one epoch, the networks keep their order
            List<TestPredictions.Network> networks = List.of(
                    new TestPredictions.Network("scratch", Precision.DOUBLE, scratch),
                    new TestPredictions.Network("dl4j", Precision.DOUBLE, dl4j),
                    new TestPredictions.Network("scratch-fast", Precision.FLOAT, fast),
                    new TestPredictions.Network("dl4j", Precision.FLOAT, dl4jFloat));

            TestPredictions answers = new TestPredictions(networks, split.test());
            List<Recognition> handwriting = handwriting(scratch, dl4j);
            List<BackQueryImage> backQuery = backQuery(scratch, dl4j);
            List<InsideView> inside =
                    InsideView.ofBoth(spec, scratch.parameters(), dl4j.parameters(), split.test(), seed);

            Divergence divergence = locate(trajectory.points(), lockstep, scratch, dl4j);
            boolean parityAgrees = divergence == null
                    && trajectory.points().stream().allMatch(TrajectoryPoint::agrees)
                    && parity.stream().allMatch(CaseParity::agrees);
            Report report = new Report(
                    origin,
                    network(),
                    new Report.Data(
                            split.source(),
                            split.train().size(),
                            split.test().size(),
                            split.checksums(),
                            seenByScratch.sums().doubles(),
                            seenByDl4j.sums().doubles(),
                            List.of(
                                    new Report.Seen(
                                            "scratch",
                                            Precision.DOUBLE,
                                            seenByScratch.sums().floats()),
                                    new Report.Seen(
                                            "dl4j",
                                            Precision.DOUBLE,
                                            seenByDl4j.sums().floats()),
                                    new Report.Seen(
                                            "scratch-fast",
                                            Precision.FLOAT,
                                            seenByFast.sums().floats()),
                                    new Report.Seen(
                                            "dl4j",
                                            Precision.FLOAT,
                                            seenByDl4jFloat.sums().floats()))),
                    parityRows(parity),
                    parityAgrees,
                    trajectory.points(),
                    divergence,
                    accuracy,
                    answers.confusion(),
                    answers.agreement(),
                    runLessons ? lessons() : List.of(),
                    answers.gallery(),
                    null,
                    null,
                    sweeps,
                    handwriting,
                    backQuery,
                    inside);
            if (!report.agrees()) {
                return report.withSpeed(
                        null, "No speed is shown: the two sides do not agree, so their times cannot be compared.");
            }
            return measureSpeed
                    ? report.withSpeed(speed(), null)
                    : report.withSpeed(null, "Speed was not measured in this run (--no-speed).");
        }
    }

    // What a test of the verdict breaks, one at a time.

    List<ParityCase> parityCases() {
        return ParityCases.all(seed, split.train());
    }

    InputChecksum seenByDl4j() {
        return new InputChecksum();
    }

    List<BackQueryImage> backQuery(Model scratch, Model dl4j) {
        return BackQueryImage.ofAllLabels(scratch, dl4j);
    }

    List<LessonEntry> lessonEntries() {
        return Lessons.all();
    }

    private @Nullable Divergence locate(List<TrajectoryPoint> points, Lockstep lockstep, Model scratch, Model dl4j) {
        return points.stream()
                .filter(point -> !point.agrees())
                .findFirst()
                .flatMap(point -> new DivergenceLocator(spec, scratch, dl4j)
                        .locate(initialWeights, lockstep::batch, point.step()))
                .orElse(null);
    }

    private static List<ParityRow> parityRows(List<CaseParity> results) {
        return results.stream()
                .flatMap(result -> result.tensors().stream()
                        .map(tensor -> ParityRow.of(result.parityCase().name(), tensor)))
                .toList();
    }

    private static List<Recognition> handwriting(Model scratch, Model dl4j) {
        return SampleDigits.names().stream()
                .map(name -> Recognition.of(SampleDigits.read(name), SampleDigits.label(name), scratch, dl4j))
                .toList();
    }

    private List<LessonRow> lessons() {
        List<LessonEntry> entries = lessonEntries();
        List<LessonResult> results = LessonRun.all(entries);
        List<LessonRow> rows = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            rows.add(LessonRow.of(entries.get(i), results.get(i)));
        }
        return rows;
    }

    SpeedResults speed() throws IOException, InterruptedException {
        Grid grid = Grid.quick(spec.layers().get(1))
                .with(plan.batch())
                .withBatchesUpTo(
                        Math.min(SpeedRun.MAX_SAMPLES_PER_STEP, split.train().size()));
        return new SpeedRun(grid, MeasurementBudget.QUICK, spec.variant(), spec.rate(), dataFolder)
                .run(List.of(org.dl4jsuite.compare.speed.Contestant.values()));
    }

    private String network() {
        return spec.shape() + ", sigmoid, rate " + spec.rate() + ", "
                + (plan.batch() == 1 ? "online" : "batches of " + plan.batch()) + ", " + spec.variant();
    }
}
