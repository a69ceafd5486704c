package org.dl4jsuite.compare.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.dl4jsuite.compare.Progress;
import org.dl4jsuite.compare.Provenance;
import org.dl4jsuite.compare.inside.BackQueryImage;
import org.dl4jsuite.compare.inside.InsideView;
import org.dl4jsuite.compare.inside.Recognition;
import org.dl4jsuite.compare.lessons.LessonEntry;
import org.dl4jsuite.compare.lessons.Lessons;
import org.dl4jsuite.compare.model.Dl4jModel;
import org.dl4jsuite.compare.model.FastModel;
import org.dl4jsuite.compare.model.InspectableModel;
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
import org.dl4jsuite.compare.report.Report.Agreement;
import org.dl4jsuite.compare.report.Report.Confusion;
import org.dl4jsuite.compare.report.Report.GalleryDigit;
import org.dl4jsuite.compare.report.Report.ParityRow;
import org.dl4jsuite.compare.report.Report.Sweeps;
import org.dl4jsuite.compare.sabotage.SabotageResult;
import org.dl4jsuite.compare.sabotage.SabotageRun;
import org.dl4jsuite.compare.speed.Contestant;
import org.dl4jsuite.compare.speed.Grid;
import org.dl4jsuite.compare.speed.MeasurementBudget;
import org.dl4jsuite.compare.speed.SpeedResults;
import org.dl4jsuite.compare.speed.SpeedRun;
import org.dl4jsuite.compare.training.ConfusionMatrix;
import org.dl4jsuite.compare.training.EpochAccuracy;
import org.dl4jsuite.compare.training.InputChecksum;
import org.dl4jsuite.compare.training.Lockstep;
import org.dl4jsuite.compare.training.Predictions;
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
    private static final int MAX_GALLERY = 60;

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
     * Prepares a run.
     *
     * @param spec in DOUBLE
     * @param initialWeights what all networks start from
     * @param seed of the parity cases
     * @param dataFolder where a measuring process finds the data, or null for MNIST
     * @param measureSpeed whether to spend two minutes on speed
     * @param runLessons whether to spend two minutes on the lessons, and some seconds on mistakes on purpose
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

    /** A network of the report, and the checksum of all that it is trained and tested on. */
    private record Contender(Side side, Precision precision, Learner network, InputChecksum seen) {}

    /** Runs it all and returns the report; minutes on MNIST. */
    public Report run(Provenance origin) throws IOException, InterruptedException {
        List<CaseParity> parity = ParityRun.all(parityCases());
        NetworkSpec floatSpec = spec.withPrecision(Precision.FLOAT);
        try (ScratchModel scratch = new ScratchModel(spec);
                Dl4jModel dl4j = Dl4jModel.of(spec);
                Learner fast = new FastModel(floatSpec);
                Model dl4jFloat = Dl4jModel.of(floatSpec)) {
            List<Contender> contenders = List.of(
                    new Contender(Side.SCRATCH, Precision.DOUBLE, scratch, new InputChecksum()),
                    new Contender(Side.DL4J, Precision.DOUBLE, dl4j, seenByDl4j()),
                    new Contender(Side.SCRATCH_FAST, Precision.FLOAT, fast, new InputChecksum()),
                    new Contender(Side.DL4J, Precision.FLOAT, dl4jFloat, seenByDl4j()));
            contenders.forEach(contender -> contender.network().setParameters(initialWeights));
            InputChecksum seenByScratch = contenders.get(0).seen();
            InputChecksum seenByDl4j = contenders.get(1).seen();
            Lockstep lockstep = new Lockstep(split, plan, spec, scratch, dl4j, seenByScratch, seenByDl4j);
            Trajectory trajectory = new Trajectory(spec, scratch, dl4j);
            List<EpochAccuracy> accuracy = new ArrayList<>();
            try (Progress progress = Progress.start("training", 3 * plan.samples(split))) {
                lockstep.run(trajectory::afterStep, accuracy::add, progress);
                trajectory.note();
                for (Contender alone : contenders.subList(2, contenders.size())) {
                    Training training = new Training(split, plan, floatSpec, accuracy::add, progress, alone.seen());
                    alone.network().setParameters(training.runWatched(alone.side(), initialWeights));
                }
            }
            accuracy.sort(Comparator.comparingInt(EpochAccuracy::epoch)); // of one epoch, the networks keep their order
            List<int[]> answers = contenders.stream()
                    .map(contender -> Predictions.of(contender.network(), split.test()))
                    .toList();
            Divergence divergence = locate(trajectory.points(), lockstep, scratch, dl4j);
            boolean parityAgrees = divergence == null
                    && trajectory.points().stream().allMatch(TrajectoryPoint::agrees)
                    && parity.stream().allMatch(CaseParity::agrees);
            Report.Data data = new Report.Data(
                    split.source(),
                    split.train().size(),
                    split.test().size(),
                    split.checksums(),
                    seenByScratch.sums().doubles(),
                    seenByDl4j.sums().doubles(),
                    contenders.stream()
                            .map(each -> new Report.Seen(
                                    each.side().label(),
                                    each.precision(),
                                    each.seen().sums().floats()))
                            .toList());
            List<Confusion> confusion = confusion(contenders, answers);
            Agreement agreement = agreement(answers.get(0), answers.get(1));
            List<GalleryDigit> gallery = gallery(answers.get(0), answers.get(1));
            List<Recognition> handwriting = handwriting(scratch, dl4j);
            List<BackQueryImage> backQuery = backQuery(scratch, dl4j);
            List<InsideView> inside =
                    InsideView.ofBoth(spec, scratch.parameters(), dl4j.parameters(), split.test(), seed);
            List<SabotageResult> sabotage = runLessons ? sabotage() : List.of();
            List<LessonRow> lessons = runLessons ? LessonRow.run(lessonEntries()) : List.of();
            BiFunction<@Nullable SpeedResults, @Nullable String, Report> report = (speed, refused) -> new Report(
                    origin,
                    network(),
                    data,
                    parityRows(parity),
                    parityAgrees,
                    trajectory.points(),
                    divergence,
                    accuracy,
                    confusion,
                    agreement,
                    lessons,
                    gallery,
                    speed,
                    refused,
                    sweeps,
                    handwriting,
                    backQuery,
                    inside,
                    sabotage);
            if (!report.apply(null, null).agrees()) {
                return report.apply(
                        null, "No speed is shown: the two sides do not agree, so their times cannot be compared.");
            }
            return measureSpeed
                    ? report.apply(speed(), null)
                    : report.apply(null, "Speed was not measured in this run (--no-speed).");
        }
    }

    // What a test of the verdict breaks, one at a time.

    List<ParityCase> parityCases() {
        return ParityCases.all(seed, split.train());
    }

    InputChecksum seenByDl4j() {
        return new InputChecksum();
    }

    List<BackQueryImage> backQuery(InspectableModel scratch, InspectableModel dl4j) {
        return BackQueryImage.ofAllLabels(scratch, dl4j);
    }

    List<LessonEntry> lessonEntries() {
        return Lessons.all();
    }

    List<SabotageResult> sabotage() {
        return SabotageRun.all(split);
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
                        .map(tensor -> new ParityRow(result.parityCase().name(), tensor)))
                .toList();
    }

    private static List<Recognition> handwriting(Model scratch, Model dl4j) {
        return SampleDigits.names().stream()
                .map(name -> Recognition.of(SampleDigits.read(name), SampleDigits.label(name), scratch, dl4j))
                .toList();
    }

    private List<Confusion> confusion(List<Contender> contenders, List<int[]> answers) {
        return IntStream.range(0, contenders.size())
                .mapToObj(i -> new Confusion(
                        contenders.get(i).side().label(),
                        contenders.get(i).precision(),
                        ConfusionMatrix.of(split.test(), answers.get(i))))
                .toList();
    }

    private static Agreement agreement(int[] scratch, int[] dl4j) {
        long same = IntStream.range(0, scratch.length)
                .filter(i -> scratch[i] == dl4j[i])
                .count();
        return new Agreement((int) same, scratch.length);
    }

    /** Returns the first digits on which the two sides disagree, then those that both get wrong. */
    private List<GalleryDigit> gallery(int[] scratch, int[] dl4j) {
        return IntStream.range(0, scratch.length)
                .mapToObj(i -> new GalleryDigit(i, split.test().label(i), scratch[i], dl4j[i]))
                .filter(digit -> digit.scratch() != digit.label() || digit.dl4j() != digit.label())
                .sorted(Comparator.comparing(digit -> digit.scratch() == digit.dl4j()))
                .limit(MAX_GALLERY)
                .toList();
    }

    SpeedResults speed() throws IOException, InterruptedException {
        Grid grid = Grid.quick(spec.layers().get(1))
                .with(plan.batch())
                .withBatchesUpTo(
                        Math.min(SpeedRun.MAX_SAMPLES_PER_STEP, split.train().size()));
        return new SpeedRun(grid, MeasurementBudget.QUICK, spec.variant(), spec.rate(), dataFolder)
                .run(List.of(Contestant.values()));
    }

    private String network() {
        return spec.shape() + ", sigmoid, rate " + spec.rate() + ", "
                + (plan.batch() == 1 ? "online" : "batches of " + plan.batch()) + ", " + spec.variant();
    }
}
