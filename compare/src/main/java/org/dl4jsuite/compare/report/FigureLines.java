package org.dl4jsuite.compare.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dl4jsuite.compare.lessons.FigureCheck;

/**
 * A published figure beside ours, a line for each of its numbers.
 *
 * @param check of the figure
 * @param lines at least one
 */
public record FigureLines(FigureCheck check, List<Line> lines) {
    private static final Pattern WORDS_RUN_TOGETHER = Pattern.compile("(?<=[a-z])[A-Z]");
    private static final String NOTHING = "–";

    /** One of the figure's numbers, with all its digits: as printed, and as the two sides give it. */
    public record Line(String printed, String scratch, String dl4j) {}

    static FigureLines of(FigureCheck check) {
        int numbers = Math.max(check.printed().size(), Math.max(check.scratch().length, check.dl4j().length));
        List<String> scratch = exact(check.scratch());
        List<String> dl4j = exact(check.dl4j());
        List<String> printed = check.printed().stream().map(Format::exact).toList();
        List<Line> lines = IntStream.range(0, Math.max(1, numbers))
                .mapToObj(i -> new Line(at(printed, i), at(scratch, i), at(dl4j, i)))
                .toList();
        return new FigureLines(check, lines);
    }

    /** {@code weightDelta 1} as words: weight delta 1. */
    public String name() {
        return WORDS_RUN_TOGETHER
                .matcher(check.name())
                .replaceAll(letter -> " " + letter.group().toLowerCase(Locale.ROOT));
    }

    /** Whether the source only claims a range. */
    public boolean isBand() {
        return check.rule().equals("band");
    }

    /** How closely it is to be met. */
    public String rule() {
        if (isBand()) {
            return "within the range claimed";
        }
        if (check.rule().equals("1 decimals")) {
            return "to 1 decimal";
        }
        return check.rule().endsWith("decimals") ? "to " + check.rule() : check.rule();
    }

    /** Whether it is. */
    public String verdict() {
        return check.met() ? "met" : "not met";
    }

    /** What an erratum says, and what comes out instead. */
    public String statement() {
        String scratch = join(exact(check.scratch()));
        String dl4j = join(exact(check.dl4j()));
        String prints = "The source prints " + printed();
        if (!check.met()) {
            return prints + ", which its own code should not give; but scratch gives " + scratch + ", DL4J " + dl4j
                    + ".";
        }
        String gives = scratch.equals(dl4j) ? scratch : scratch + " (DL4J: " + dl4j + ")";
        return prints + "; its own code gives " + gives + ".";
    }

    /** Why an erratum is one. */
    public String explanation() {
        return Objects.requireNonNullElse(check.erratum(), "");
    }

    /** All of it in one line. */
    public String sentence() {
        String printed = isBand() ? "" : "printed " + printed() + "; ";
        return name() + ", " + rule() + ": " + printed + "scratch " + join(exact(check.scratch())) + "; DL4J "
                + join(exact(check.dl4j())) + ": " + verdict();
    }

    private String printed() {
        return join(check.printed().stream().map(Format::exact).toList());
    }

    private static List<String> exact(double[] numbers) {
        return Arrays.stream(numbers).mapToObj(Format::exact).toList();
    }

    private static String at(List<String> numbers, int i) {
        return i < numbers.size() ? numbers.get(i) : NOTHING;
    }

    private static String join(List<String> numbers) {
        return numbers.stream().collect(Collectors.joining(", "));
    }
}
