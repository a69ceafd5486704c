package org.dl4jsuite.compare.cli;

import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.dl4jsuite.compare.UserError;

/** Reads lists of numbers: {@code 5,10,50} and, of whole numbers, ranges: {@code 1..10,20}. */
final class Numbers {
    private static final int MAX_VALUES = 10_000;
    private static final Pattern RANGE = Pattern.compile("(\\d{1,10})(?:\\.\\.(\\d{1,10}))?");

    private Numbers() {}

    /** Returns whole numbers, ascending, each once; rejects any outside the bounds. */
    static List<Long> whole(String option, String list, long least, long most) {
        TreeSet<Long> values = new TreeSet<>();
        for (String part : list.split(",", -1)) {
            Matcher range = RANGE.matcher(part.trim());
            NetworkOptions.require(
                    range.matches(),
                    option + " " + list + ": \"" + part + "\" is no whole number and no range such as 1..10.");
            long from = Long.parseLong(range.group(1));
            long to = range.group(2) == null ? from : Long.parseLong(range.group(2));
            NetworkOptions.require(
                    from >= least && to <= most, option + " " + part + ": use " + least + " to " + most + ".");
            NetworkOptions.require(from <= to, option + " " + part + ": the range is empty; write the smaller first.");
            NetworkOptions.require(
                    to - from < MAX_VALUES,
                    option + " " + part + ": are " + (to - from + 1) + " values; use at most " + MAX_VALUES + ".");
            LongStream.rangeClosed(from, to).forEach(values::add);
        }
        return List.copyOf(values);
    }

    /** Returns the same as ints. */
    static List<Integer> ints(String option, String list, int least, int most) {
        return whole(option, list, least, most).stream().map(Math::toIntExact).toList();
    }

    /** Returns numbers, ascending, each once; rejects any below the least, or equal to it unless it is allowed. */
    static List<Double> real(String option, String list, double least, boolean orLeast, double most) {
        TreeSet<Double> values = new TreeSet<>();
        for (String part : list.split(",", -1)) {
            double value = parse(option, list, part);
            NetworkOptions.require(
                    (orLeast ? value >= least : value > least) && value <= most,
                    option + " " + part + ": use numbers " + (orLeast ? "from " : "above ") + least + " up to " + most
                            + ".");
            values.add(value + 0.0); // no -0.0
        }
        return List.copyOf(values);
    }

    private static double parse(String option, String list, String part) {
        try {
            return Double.parseDouble(part.trim());
        } catch (NumberFormatException e) {
            throw new UserError(option + " " + list + ": \"" + part + "\" is no number; write them so: 0.01,0.1,0.3.");
        }
    }
}
