package org.dl4jsuite.compare.report;

import java.util.List;
import java.util.stream.IntStream;
import org.dl4jsuite.compare.lessons.FigureCheck;
import org.dl4jsuite.compare.lessons.LessonResult.Check;
import org.dl4jsuite.compare.lessons.LessonResult.LogEntry;
import org.jspecify.annotations.Nullable;

/** Lessons made by hand. */
final class ExampleLessons {
    private ExampleLessons() {}

    /** One that spans decades, one whose errors are signed, one that notes its error once and has no figures. */
    static List<LessonRow> sound() {
        return List.of(
                lesson("decades", List.of(), 0, log(0.5, 0.05, 0.0005), log(0.5, 0.05, 0.0005), figures(true, true)),
                lesson("signed", List.of(), 2.2e-16, log(-2, 1), log(-2, 1), List.of(band(true))),
                lesson("once", List.of(), 3.6e-15, log(19.046), log(19.046), List.of()));
    }

    /** The first one's sides differ, the second misses a figure, the third's erratum comes out as printed. */
    static List<LessonRow> unsound() {
        Check gradient = new Check("gradient at the end", 3.2e-4, 1.5e-14, "element 0: 0.1 and 0.10032");
        return List.of(
                lesson(
                        "parted",
                        List.of(gradient.describe()),
                        3.2e-4,
                        log(0.5, 0.1),
                        log(0.5, 0.4),
                        figures(true, true)),
                lesson("missed", List.of(), 0, log(0.5), log(0.5), figures(false, true)),
                lesson("misprint", List.of(), 0, log(0.5), log(0.5), figures(true, false)));
    }

    /** One lesson with this as every text of it. */
    static List<LessonRow> ofText(String text) {
        FigureCheck figure = figure(text, text, null, true);
        FigureCheck erratum = figure(text, "erratum", text, true);
        return List.of(new LessonRow(
                text, text, text, text, List.of(), 0, log(0.5, 0.1), log(0.5, 0.1), List.of(figure, erratum)));
    }

    /** These errors at iterations 0, 1,000, 2,000, … */
    static List<LogEntry> log(double... errors) {
        return IntStream.range(0, errors.length)
                .mapToObj(i -> new LogEntry(1_000 * i, errors[i]))
                .toList();
    }

    private static LessonRow lesson(
            String id,
            List<String> disagreements,
            double maxDifference,
            List<LogEntry> scratch,
            List<LogEntry> dl4j,
            List<FigureCheck> figures) {
        return new LessonRow(
                id, "A text, part 1", "3-4-1", "what it is", disagreements, maxDifference, scratch, dl4j, figures);
    }

    private static List<FigureCheck> figures(boolean met, boolean erratumIsOne) {
        return List.of(
                figure("weightDelta 1", "12 decimals", null, met),
                figure("outputs", "erratum", "A slip of the pen.", erratumIsOne));
    }

    private static FigureCheck figure(String name, String rule, @Nullable String erratum, boolean met) {
        double[] ours = {0.25, 4};
        return new FigureCheck(name, List.of(0.26, 4.0), ours, ours, rule, erratum, met);
    }

    private static FigureCheck band(boolean met) {
        return new FigureCheck("finalError", List.of(), new double[] {0.3}, new double[] {0.31}, "band", null, met);
    }
}
