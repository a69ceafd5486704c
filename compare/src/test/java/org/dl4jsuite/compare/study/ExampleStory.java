package org.dl4jsuite.compare.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dl4jsuite.compare.Progress;
import org.dl4jsuite.compare.document.Document;
import org.dl4jsuite.compare.lessons.LessonEntry;
import org.dl4jsuite.compare.lessons.LessonOptions;
import org.dl4jsuite.compare.lessons.LessonResult;
import org.dl4jsuite.compare.lessons.LessonRun;
import org.dl4jsuite.compare.lessons.Lessons;
import org.dl4jsuite.compare.model.Side;
import org.dl4jsuite.compare.report.ExampleSabotage;
import org.dl4jsuite.compare.speed.AnatomyTest;
import org.dl4jsuite.compare.study.ScalingExperiment.Look;
import org.dl4jsuite.compare.study.ScalingExperiment.Scale;
import org.dl4jsuite.compare.sweep.SweepFile;
import org.dl4jsuite.compare.sweep.SweepResult;
import org.dl4jsuite.scratch.InitialWeights;

/** The story's pages with findings made by hand, and lessons of a single step. */
final class ExampleStory {
    static final Findings FINDINGS = new Findings(
            TwoLosses.measure(),
            List.of(
                    new Look(new Scale(0.01, 0.01, 0.99), 5, 0, 39_200, 5.5, 0.02, 0.85),
                    new Look(new Scale(0, 0.01, 0.99), 5, 12_000, 39_200, 5.7, 0.02, 0.84),
                    new Look(new Scale(0.01, 0, 1), 5, 0, 39_200, 9.5, 0.01, 0.86)),
            List.of(0.93, 0.95, 0.96, 0.965, 0.9707),
            mainSweeps(),
            AnatomyTest.example(),
            ExampleSabotage.results());

    private ExampleStory() {}

    private static List<SweepResult> mainSweeps() {
        return SweepFile.stored().results().stream()
                .filter(result -> result.configuration().hidden() == 200
                        && result.configuration().rate() == 0.1
                        && result.configuration().rotation() == 0
                        && result.configuration().side() == Side.SCRATCH_FAST
                        && result.configuration().initialWeights() == InitialWeights.INCOMING_LINKS)
                .toList();
    }

    /** Returns the index, then the story's pages, then the worksheets; the lessons' own pages are not among them. */
    static List<StudyPage> pages() {
        Map<String, StudyPage> lessons = new LinkedHashMap<>();
        Map<String, LessonResult> results = new LinkedHashMap<>();
        for (LessonEntry entry : Lessons.all()) {
            LessonOptions own = entry.defaults();
            LessonOptions options = new LessonOptions(
                    own.seed(),
                    own.rate(),
                    own.hidden(),
                    Math.min(1, own.iterations()),
                    1,
                    own.weights(),
                    own.examples());
            results.put(entry.id(), LessonRun.run(entry, options, Progress.silent()));
            lessons.put(
                    entry.id(),
                    new StudyPage(
                            entry.id() + ".html",
                            entry.id(),
                            new Document(entry.id(), entry.id(), List.of(), List.of())));
        }
        List<StudyPage> worksheets = Stream.of(WorksheetPages.ofLessons(), WorksheetPages.ofSeed(1))
                .flatMap(List::stream)
                .toList();
        return Stream.of(
                        List.of(
                                IndexPage.of(lessons, results, FINDINGS, worksheets),
                                BookRulePage.of(FINDINGS),
                                ScalingPage.of(FINDINGS),
                                DerivativePage.of(FINDINGS),
                                AnatomyPage.of(FINDINGS.anatomy())),
                        worksheets)
                .flatMap(List::stream)
                .toList();
    }
}
