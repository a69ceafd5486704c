package org.dl4jsuite.compare.study;

import java.util.stream.Stream;
import org.dl4jsuite.compare.document.Block;
import org.dl4jsuite.compare.document.Format;
import org.dl4jsuite.compare.document.Span;
import org.dl4jsuite.compare.document.Span.Tone;
import org.dl4jsuite.compare.document.Table;
import org.dl4jsuite.compare.lessons.LessonEntry;
import org.dl4jsuite.compare.lessons.LessonResult;
import org.dl4jsuite.compare.report.LessonsSection;

/** The verdict on a lesson and the figures that its source prints. */
final class LessonFigures {
    private LessonFigures() {}

    static String difference(LessonResult result) {
        return result.maxDifference() == 0
                ? "equal to the last bit"
                : "largest difference " + Format.difference(result.maxDifference());
    }

    static Block.Section section(LessonEntry entry, LessonResult result) {
        return new Block.Section(
                "figures",
                "Verdict and published figures",
                "Both sides start from the same weights and take the same steps. A difference below its tolerance is what"
                        + " rounding can explain.",
                Stream.concat(
                                Stream.of(checks(result)),
                                result.figures().isEmpty()
                                        ? Stream.of(Block.note(none(entry)))
                                        : LessonsSection.figures(result.figures()).stream())
                        .toList());
    }

    private static String none(LessonEntry entry) {
        return entry.published().isEmpty()
                ? "The source prints no figures."
                : "The source prints figures of its whole run; ./suite lesson " + entry.id()
                        + " takes it and checks them.";
    }

    private static Table checks(LessonResult result) {
        return Table.ofNumbers(result.checks())
                .tone(check -> check.agrees() ? Tone.PLAIN : Tone.BAD)
                .column("Compared", LessonResult.Check::what)
                .column("Largest difference", check -> Format.difference(check.difference()))
                .column("Tolerance", check -> Format.difference(check.tolerance()))
                .column("Verdict", check -> Span.of(Tone.of(check.agrees()), check.agrees() ? "agree" : "disagree"))
                .build();
    }
}
