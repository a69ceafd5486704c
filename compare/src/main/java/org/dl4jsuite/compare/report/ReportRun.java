package org.dl4jsuite.compare.report;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.dl4jsuite.compare.KeptParts;
import org.dl4jsuite.compare.Progress;
import org.dl4jsuite.compare.Provenance;
import org.dl4jsuite.compare.inside.BackQueryImage;
import org.dl4jsuite.compare.inside.InsideView;
import org.dl4jsuite.compare.lessons.LessonEntry;
import org.dl4jsuite.compare.lessons.Lessons;
import org.dl4jsuite.compare.model.InspectableModel;
import org.dl4jsuite.compare.model.Precision;
import org.dl4jsuite.compare.model.Side;
import org.dl4jsuite.compare.parity.CaseParity;
import org.dl4jsuite.compare.parity.ParityCase;
import org.dl4jsuite.compare.parity.ParityCases;
import org.dl4jsuite.compare.parity.ParityRun;
import org.dl4jsuite.compare.report.Report.ParityRow;
import org.dl4jsuite.compare.report.Report.Sweeps;
import org.dl4jsuite.compare.sabotage.SabotageResult;
import org.dl4jsuite.compare.sabotage.SabotageRun;
import org.dl4jsuite.compare.speed.Contestant;
import org.dl4jsuite.compare.speed.Grid;
import org.dl4jsuite.compare.speed.MeasurementBudget;
import org.dl4jsuite.compare.speed.SpeedResults;
import org.dl4jsuite.compare.speed.SpeedRun;
import org.dl4jsuite.compare.training.InputChecksum;
import org.dl4jsuite.data.Split;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Measures everything that a report says, as many parts side by side as there are cores: first the two DOUBLE networks trained
 * in lockstep, the two FLOAT networks each alone, and parity; then the mistakes on purpose and the lessons; behind the training
 * the look inside; last and alone speed, if nothing disagrees.
 *
 * <p>Each of these is a part or several: a run that is interrupted goes on behind those that are done.
 */
public class ReportRun {
    private final ReportSetting setting;
    private final @Nullable String dataFolder;
    private final boolean measureSpeed;
    private final boolean runLessons;
    private final @Nullable Sweeps sweeps;

    /**
     * Prepares a run.
     *
     * @param setting what the networks have in common
     * @param dataFolder where a measuring process finds the data, or null for MNIST
     * @param measureSpeed whether to spend two minutes on speed
     * @param runLessons whether to spend a minute or two on the lessons, and some seconds on mistakes on purpose
     * @param sweeps stored results to show, or null
     */
    public ReportRun(
            ReportSetting setting,
            @Nullable String dataFolder,
            boolean measureSpeed,
            boolean runLessons,
            @Nullable Sweeps sweeps) {
        this.setting = setting;
        this.dataFolder = dataFolder;
        this.measureSpeed = measureSpeed;
        this.runLessons = runLessons;
        this.sweeps = sweeps;
    }

    Split split() {
        return setting.split();
    }

    /** Takes the report of parity and training alone. */
    public interface Provisional {
        void show(Report report) throws IOException;
    }

    /** What the parity cases say, one row per tensor. */
    private record Parity(List<ParityRow> rows, boolean agrees) {}

    /** All but speed. */
    private record Measured(
            Parity parity,
            TrainedNetworks trained,
            List<LessonRow> lessons,
            List<InsideView> inside,
            List<SabotageResult> sabotage) {}

    /**
     * Runs it all and returns the report; minutes on MNIST.
     *
     * @param parts where the parts are kept, and what is done of them
     * @param provisional is called as soon as parity and training are done, while the others are running
     */
    public Report run(Provenance origin, KeptParts parts, Provisional provisional)
            throws IOException, InterruptedException {
        DataType before = Nd4j.dataType();
        // DL4J's own gradient check wants this default, and would change it in the middle of what runs beside it. No
        // other network depends on it, whatever its type.
        Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
        try {
            return measure(origin, parts, provisional);
        } finally {
            Nd4j.setDefaultDataTypes(before, before);
        }
    }

    private Report measure(Provenance origin, KeptParts parts, Provisional provisional)
            throws IOException, InterruptedException {
        Parity parity;
        TrainedNetworks trained;
        List<LessonRow> lessons;
        List<InsideView> inside;
        List<SabotageResult> sabotage;
        try (SideBySide cores = new SideBySide()) {
            Progress progress = Progress.later("training", imagesToTrainOn(parts));
            Future<TrainedPair> pair = cores.start(() -> parts.get(
                    "training.double",
                    new TypeReference<TrainedPair>() {},
                    () -> TrainedPair.train(setting, seenByDl4j(Precision.DOUBLE), this::backQuery, progress)));
            Future<TrainedAlone> fast =
                    cores.start(alone("training.fast", Side.SCRATCH_FAST, new InputChecksum(), parts, progress));
            Future<TrainedAlone> dl4jFloat =
                    cores.start(alone("training.dl4j-float", Side.DL4J, seenByDl4j(Precision.FLOAT), parts, progress));
            // not before the training: HotSpot compiles a loop for the few numbers that it has seen it run over
            Future<Parity> compared =
                    cores.start(() -> parts.get("parity", new TypeReference<Parity>() {}, this::parity));
            Future<List<SabotageResult>> mistakes = runLessons
                    ? cores.start(
                            () -> parts.get("sabotage", new TypeReference<List<SabotageResult>>() {}, this::sabotage))
                    : CompletableFuture.completedFuture(List.of());
            List<Future<LessonRow>> rows = runLessons ? LessonRow.start(lessonEntries(), cores, parts) : List.of();
            parity = SideBySide.await(compared);
            trained = new TrainedNetworks(SideBySide.await(pair), SideBySide.await(fast), SideBySide.await(dl4jFloat));
            provisional.show(
                    report(origin, new Measured(parity, trained, List.of(), List.of(), List.of()), null, null));
            List<Future<InsideView>> views = startInside(trained.pair(), cores, parts);
            sabotage = SideBySide.await(mistakes);
            lessons = SideBySide.awaitAll(rows);
            inside = SideBySide.awaitAll(views);
        }
        Measured measured = new Measured(parity, trained, lessons, inside, sabotage);
        if (!report(origin, measured, null, null).agrees()) {
            return report(
                    origin,
                    measured,
                    null,
                    "No speed is shown: the two sides do not agree, so their times cannot be compared.");
        }
        return measureSpeed
                ? report(origin, measured, speed(parts), null)
                : report(origin, measured, null, "Speed was not measured in this run (--no-speed).");
    }

    private Report report(
            Provenance origin, Measured measured, @Nullable SpeedResults speed, @Nullable String speedRefused) {
        TrainedNetworks trained = measured.trained();
        TrainedPair pair = trained.pair();
        return new Report(
                origin,
                setting.network(),
                trained.data(setting.split()),
                measured.parity().rows(),
                measured.parity().agrees() && pair.agrees(),
                pair.trajectory(),
                pair.divergence(),
                trained.accuracy(),
                trained.confusion(setting.split().test()),
                trained.agreement(),
                measured.lessons(),
                trained.gallery(setting.split().test()),
                speed,
                speedRefused,
                sweeps,
                pair.handwriting(),
                pair.backQuery(),
                measured.inside(),
                measured.sabotage());
    }

    // What a test of the verdict breaks, one at a time.

    List<ParityCase> parityCases() {
        return ParityCases.all(setting.seed(), setting.split().train());
    }

    InputChecksum seenByDl4j(Precision precision) {
        return new InputChecksum();
    }

    List<BackQueryImage> backQuery(InspectableModel scratch, InspectableModel dl4j) {
        return BackQueryImage.ofAllLabels(scratch, dl4j);
    }

    List<LessonEntry> lessonEntries() {
        return Lessons.all();
    }

    List<SabotageResult> sabotage() {
        return SabotageRun.all(setting.split());
    }

    SpeedResults speed(KeptParts parts) throws IOException, InterruptedException {
        Grid grid = Grid.quick(setting.spec().layers().get(1))
                .with(setting.plan().batch())
                .withBatchesUpTo(Math.min(
                        SpeedRun.MAX_SAMPLES_PER_STEP, setting.split().train().size()));
        return new SpeedRun(
                        grid,
                        MeasurementBudget.QUICK,
                        setting.spec().variant(),
                        setting.spec().rate(),
                        dataFolder)
                .run(List.of(Contestant.values()), parts);
    }

    private Parity parity() {
        List<CaseParity> cases = ParityRun.all(parityCases());
        List<ParityRow> rows = cases.stream()
                .flatMap(result -> result.tensors().stream()
                        .map(tensor -> new ParityRow(result.parityCase().name(), tensor.withoutElements())))
                .toList();
        return new Parity(rows, cases.stream().allMatch(CaseParity::agrees));
    }

    private long imagesToTrainOn(KeptParts parts) {
        long networks = Stream.of("training.double", "training.fast", "training.dl4j-float")
                .filter(part -> !parts.has(part))
                .count();
        return networks * setting.plan().samples(setting.split());
    }

    private Callable<TrainedAlone> alone(
            String part, Side side, InputChecksum seen, KeptParts parts, Progress progress) {
        return () -> parts.get(
                part, new TypeReference<TrainedAlone>() {}, () -> TrainedAlone.train(side, setting, seen, progress));
    }

    private List<Future<InsideView>> startInside(TrainedPair pair, SideBySide cores, KeptParts parts) {
        long sides = Stream.of(Side.SCRATCH, Side.DL4J)
                .filter(side -> !parts.has("inside." + side))
                .count();
        Progress progress = Progress.later("inside the network", sides * InsideView.EVALUATIONS);
        List<Future<InsideView>> views = new ArrayList<>();
        for (Side side : List.of(Side.SCRATCH, Side.DL4J)) {
            double[] parameters = (side == Side.DL4J ? pair.dl4j() : pair.scratch()).parameters();
            views.add(cores.start(() -> parts.get(
                    "inside." + side,
                    new TypeReference<InsideView>() {},
                    () -> InsideView.of(
                            side, setting.spec(), parameters, setting.split().test(), setting.seed(), progress))));
        }
        return views;
    }
}
