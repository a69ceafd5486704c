package org.dl4jsuite.compare.report;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.dl4jsuite.compare.KeptParts;
import org.dl4jsuite.compare.lessons.LessonEntry;
import org.dl4jsuite.compare.lessons.Lessons;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.ScratchModel;
import org.dl4jsuite.compare.parity.ParityCase;
import org.dl4jsuite.compare.parity.ParityCases;
import org.dl4jsuite.compare.sabotage.SabotageResult;
import org.dl4jsuite.compare.speed.SpeedResults;
import org.dl4jsuite.compare.training.TrainingPlan;
import org.dl4jsuite.data.Mnist;
import org.dl4jsuite.scratch.InitialWeights;
import org.dl4jsuite.scratch.NumpyRandomState;
import org.dl4jsuite.scratch.Variant;

/** Everything that a report compares, a little of each; mistakes and speed are made up. */
class SmallRun extends ReportRun {
    private static final NetworkSpec SPEC = NetworkSpec.digits(8, 0.2, Variant.TRUE_GRADIENT);

    private final List<LessonEntry> lessons;

    SmallRun(String... lessons) {
        super(
                new ReportSetting(
                        Mnist.load().first(40, 30),
                        SPEC,
                        new TrainingPlan(2, 7, OptionalLong.of(3)),
                        InitialWeights.INCOMING_LINKS.draw(ScratchModel.network(SPEC), new NumpyRandomState(1)),
                        1),
                null,
                true,
                true,
                null);
        this.lessons =
                Stream.of(lessons).map(id -> Lessons.find(id).orElseThrow()).toList();
    }

    @Override
    List<ParityCase> parityCases() {
        return ParityCases.tiny(1).subList(0, 1);
    }

    @Override
    List<LessonEntry> lessonEntries() {
        return lessons;
    }

    @Override
    List<SabotageResult> sabotage() {
        return ExampleSabotage.results();
    }

    @Override
    SpeedResults speed(KeptParts parts) {
        return ExampleSpeeds.all();
    }
}
