package org.dl4jsuite.compare.report;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dl4jsuite.compare.lessons.LessonResult.LogEntry;
import org.jspecify.annotations.Nullable;

/**
 * Two error curves of a lesson, small enough for a line of text: paths of an SVG that is {@link #WIDTH} by {@link
 * #HEIGHT}.
 *
 * @param scratch path of the from-scratch side
 * @param dl4j path of the twin
 * @param zero where an error of 0 lies; null if the axis is logarithmic
 */
public record Sparkline(
        String scratch, String dl4j, @Nullable String zero) {
    public static final int WIDTH = 120;
    public static final int HEIGHT = 44;

    /** Half of the thicker line, so that it is not cut off at the edge. */
    private static final double MARGIN = 2.5;
    /** Errors that span more than two decades get a logarithmic axis. */
    private static final double WIDEST_LINEAR_SPAN = 100;

    /** The curves, or null if there are not two points to connect. */
    public static @Nullable Sparkline of(List<LogEntry> scratch, List<LogEntry> dl4j) {
        DoubleSummaryStatistics errors = Stream.concat(scratch.stream(), dl4j.stream())
                .mapToDouble(LogEntry::error)
                .filter(Double::isFinite)
                .summaryStatistics();
        if (scratch.size() < 2 || errors.getCount() == 0) {
            return null;
        }
        boolean logarithmic = errors.getMin() > 0 && errors.getMax() / errors.getMin() > WIDEST_LINEAR_SPAN;
        Axis y = logarithmic
                ? new Axis(Math.log10(errors.getMin()), Math.log10(errors.getMax()), true)
                : new Axis(Math.min(0, errors.getMin()), Math.max(0, errors.getMax()), false);
        int last = scratch.get(scratch.size() - 1).iteration();
        String zero = logarithmic ? null : coordinate(y.place(0));
        return new Sparkline(path(scratch, last, y), path(dl4j, last, y), zero);
    }

    /** Whether equal distances are equal factors. */
    public boolean isLogarithmic() {
        return zero == null;
    }

    /** A value that is no number leaves a gap. */
    private static String path(List<LogEntry> log, int last, Axis y) {
        StringBuilder path = new StringBuilder();
        boolean connected = false;
        for (LogEntry entry : log) {
            if (y.shows(entry.error())) {
                double x = MARGIN + (WIDTH - 2 * MARGIN) * entry.iteration() / Math.max(1, last);
                path.append(connected ? 'L' : 'M')
                        .append(coordinate(x))
                        .append(' ')
                        .append(coordinate(y.place(entry.error())));
            }
            connected = y.shows(entry.error());
        }
        return path.toString();
    }

    private static String coordinate(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /** The vertical axis; low and high are exponents of ten if it is logarithmic. */
    private record Axis(double low, double high, boolean logarithmic) {
        boolean shows(double error) {
            return Double.isFinite(error);
        }

        double place(double error) {
            double value = logarithmic ? Math.log10(error) : error;
            double share = high > low ? (value - low) / (high - low) : 0;
            return HEIGHT - MARGIN - (HEIGHT - 2 * MARGIN) * share;
        }
    }
}
