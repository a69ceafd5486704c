package org.dl4jsuite.compare.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.dl4jsuite.compare.document.Block;
import org.dl4jsuite.compare.document.Block.Fact;
import org.dl4jsuite.compare.document.Block.Formula;
import org.dl4jsuite.compare.document.Document;
import org.dl4jsuite.compare.document.Span;
import org.dl4jsuite.compare.document.Span.Tone;
import org.dl4jsuite.compare.document.TwinCode;
import org.dl4jsuite.compare.lessons.LessonEntry;
import org.dl4jsuite.compare.lessons.LessonOptions;
import org.dl4jsuite.compare.lessons.LessonResult;
import org.dl4jsuite.compare.lessons.TraceStep;
import org.dl4jsuite.compare.study.LessonText.Attempt;

/** A lesson's page: what it says, both sides' code beside the formulas, and its runs. */
final class LessonPage {
    private static final SourceCode SCRATCH = new SourceCode("scratch");
    private static final SourceCode DL4J = new SourceCode("dl4j");

    /** What a page needs of a run, as the run's command writes it: a network's final parameters alone would be 3 MB. */
    private record RunData(LessonOptions options, List<TraceStep> trace) {}

    private final LessonEntry entry;
    private final LessonText text;
    private final List<TwinCode.Row> rows;
    private final List<Block> files;

    /**
     * Reads the page's text and finds its code.
     *
     * @throws IllegalArgumentException if the text is missing, or names code that is not there; says which page
     */
    LessonPage(LessonEntry entry) {
        this.entry = entry;
        try {
            text = LessonText.of(entry.id());
            rows = text.allRows().stream().map(LessonPage::row).toList();
            files = files(text.className());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("Study page " + entry.id() + ": " + e.getMessage(), e);
        }
    }

    private static TwinCode.Row row(LessonText.Row row) {
        return new TwinCode.Row(
                row.phase(),
                row.title(),
                Objects.requireNonNullElse(row.note(), ""),
                row.formula().stream().map(Formula::new).toList(),
                row.scratch().stream().map(SCRATCH::find).toList(),
                row.dl4j().stream().map(DL4J::find).toList(),
                row.quantities());
    }

    private static List<Block> files(String className) {
        return List.of(
                new Block.Details("All of " + className + ", from scratch", List.of(SCRATCH.file(className))),
                new Block.Details("All of " + className + ", in DL4J", List.of(DL4J.file(className))));
    }

    /** Returns the lesson's id. */
    String id() {
        return entry.id();
    }

    /** Returns the runs that the page needs, that of {@code ownRun} first. */
    List<StudyRun> runs() {
        List<StudyRun> runs = new ArrayList<>();
        runs.add(StudyRun.of(entry, text.ownRun()));
        text.runs().forEach(run -> runs.add(StudyRun.of(entry, run)));
        return runs;
    }

    /** Returns the page of these results, one for each of {@link #runs()}. */
    StudyPage page(List<LessonResult> results) {
        LessonResult own = results.get(0);
        List<StudyRun> runs = runs();
        List<TwinCode.Run> choices = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            StudyRun run = runs.get(i);
            choices.add(new TwinCode.Run(
                    run.id(),
                    run.name(),
                    run.command(),
                    new RunData(run.options(), results.get(i).trace())));
        }
        requireQuantities(own);
        List<Block.Section> sections = new ArrayList<>();
        sections.add(new Block.Section("about", "About this lesson", "", about()));
        sections.add(new Block.Section("steps", "Step by step", "", List.of(new TwinCode(choices, rows))));
        sections.add(LessonFigures.section(entry, own));
        sections.add(new Block.Section("code", "The whole code", "", files));
        return new StudyPage(
                entry.id() + ".html",
                text.title(),
                new Document(
                        text.title() + " · study the pair",
                        text.title() + ": " + entry.teaches(),
                        List.of(head(own)),
                        sections));
    }

    private Block.Card head(LessonResult result) {
        return new Block.Card(
                Tone.of(result.complaints().isEmpty()),
                "Lesson " + entry.id(),
                text.title(),
                "Source: " + entry.source(),
                List.of(
                        new Fact("Layers", entry.layers(), entry.teaches()),
                        new Fact("The two sides", result.verdict(), LessonFigures.difference(result)),
                        new Fact(
                                "Published figures",
                                isPartOfTheRun(result) ? "of the whole run" : result.figuresInBrief(),
                                isPartOfTheRun(result)
                                        ? "checked by ./suite lesson " + entry.id()
                                        : result.figures().isEmpty() ? "" : "on both sides")),
                List.of());
    }

    /** Whether the source prints figures of a longer run than the one that the page begins with. */
    private boolean isPartOfTheRun(LessonResult result) {
        return result.figures().isEmpty() && !entry.published().isEmpty();
    }

    private List<Block> about() {
        List<Block> attempts = new ArrayList<>();
        for (Attempt attempt : text.attempts()) {
            String command = StudyRun.command(entry, attempt.options());
            attempts.add(Block.text(Span.of(Tone.CODE, command), Span.of(" " + attempt.text())));
        }
        return Stream.concat(
                        Stream.of(
                                Block.text(Span.of(Tone.STRONG, "What is new here. "), Span.of(text.news())),
                                Block.text(Span.of(Tone.STRONG, "What to look at. "), Span.of(text.look())),
                                Block.text(Span.of(Tone.STRONG, "What to try."))),
                        attempts.stream())
                .toList();
    }

    /** A row that names a quantity which no run has would stay empty. */
    private void requireQuantities(LessonResult result) {
        for (TwinCode.Row row : rows) {
            for (String quantity : row.quantities()) {
                boolean known = result.trace().stream()
                        .anyMatch(step -> step.quantities().containsKey(quantity));
                if (!known && !quantity.endsWith(" after")) {
                    throw new IllegalArgumentException(
                            "Study page " + entry.id() + ": the lesson has no quantity \"" + quantity + "\"");
                }
            }
        }
    }
}
