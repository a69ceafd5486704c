package org.dl4jsuite.compare.study;

import java.util.List;
import org.dl4jsuite.compare.document.Block;
import org.dl4jsuite.compare.document.Document;
import org.dl4jsuite.compare.document.Span.Tone;
import org.dl4jsuite.compare.lessons.LessonEntry;
import org.dl4jsuite.compare.lessons.LessonResult;
import org.dl4jsuite.compare.lessons.Lessons;

/** A page for each lesson: both sides beside the formulas. */
final class LessonPages {
    private LessonPages() {}

    static List<StudyPage> of(List<LessonResult> results) {
        return results.stream()
                .map(result -> of(Lessons.find(result.lesson()).orElseThrow(), result))
                .toList();
    }

    private static StudyPage of(LessonEntry entry, LessonResult result) {
        Block head = new Block.Card(
                Tone.of(result.complaints().isEmpty()),
                entry.source(),
                entry.id(),
                entry.teaches(),
                List.of(
                        new Block.Fact("Layers", entry.layers(), ""),
                        new Block.Fact("The two sides", result.verdict(), ""),
                        new Block.Fact("Published figures", result.figuresInBrief(), "")),
                List.of());
        return new StudyPage(
                entry.id() + ".html",
                entry.id(),
                new Document(entry.id(), entry.id() + ": " + entry.teaches(), List.of(head), List.of()));
    }
}
