package org.dl4jsuite.compare.study;

import java.util.Arrays;
import java.util.List;
import org.dl4jsuite.compare.document.Block;
import org.dl4jsuite.compare.document.Format;
import org.dl4jsuite.compare.document.Span;
import org.dl4jsuite.compare.document.Span.Tone;
import org.dl4jsuite.compare.document.Table;
import org.dl4jsuite.compare.document.Table.Cell;
import org.dl4jsuite.compare.lessons.FigureCheck;
import org.dl4jsuite.compare.lessons.LessonResult;

/** The verdict on a lesson and the figures that its source prints. */
final class LessonFigures {
    private LessonFigures() {}

    static String difference(LessonResult result) {
        return result.maxDifference() == 0
                ? "equal to the last bit"
                : "largest difference " + Format.difference(result.maxDifference());
    }

    static Block.Section section(LessonResult result) {
        return new Block.Section(
                "figures",
                "Verdict and published figures",
                "Both sides start from the same weights and take the same steps. A difference below its tolerance is what"
                        + " rounding can explain.",
                List.of(
                        checks(result),
                        result.figures().isEmpty() ? Block.note("The source prints no figures.") : figures(result)));
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

    private static Table figures(LessonResult result) {
        return Table.of(Table.Look.TEXT, result.figures())
                .tone(figure -> figure.met() ? Tone.PLAIN : Tone.BAD)
                .column("Figure", FigureCheck::name)
                .column("Printed by the source", figure -> printed(figure))
                .column("From scratch", figure -> lines(figure.scratch()))
                .column("DL4J", figure -> lines(figure.dl4j()))
                .column("Verdict", LessonFigures::verdict)
                .build();
    }

    private static Cell printed(FigureCheck figure) {
        return figure.rule().equals("band")
                ? Cell.of(Span.of("a range"))
                : Cell.of(figure.printed().stream().map(Format::exact).toList());
    }

    private static Cell lines(double[] numbers) {
        return Cell.of(Arrays.stream(numbers).mapToObj(Format::exact).toList());
    }

    private static Cell verdict(FigureCheck figure) {
        if (figure.erratum() != null) {
            return Cell.of(Span.of("erratum: " + figure.erratum()));
        }
        String met = figure.met() ? "met" : "not met";
        return Cell.of(Span.of(Tone.of(figure.met()), met), Span.of(Tone.MUTED, figure.rule()));
    }
}
