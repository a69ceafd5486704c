package org.dl4jsuite.compare.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.List;
import org.dl4jsuite.compare.Json;
import org.jspecify.annotations.Nullable;

/**
 * The data of a chart; charts.js knows how it looks. Markdown and the console leave it out: a table beside it holds the
 * numbers.
 *
 * @param title above the chart
 * @param description for those who cannot see it
 */
public record Chart(Kind kind, String title, String description, Axis x, Axis y, List<Series> series) implements Block {

    /** What is drawn. */
    public enum Kind {
        /** A line through the points of each series. */
        LINES,
        /** Points. */
        POINTS,
        /** A horizontal bar for each series, which has one point. */
        BARS,
        /** Lines in a space as small as a word, without axes. */
        SPARKLINE
    }

    /** How an axis is divided. */
    public enum Scale {
        LINEAR,
        LOG,
        /** Logarithmic with ticks at the powers of two. */
        LOG2,
        /** Logarithmic with ticks written as powers of ten, for numbers as small as rounding errors. */
        EXPONENT,
        /** One place for each category. */
        CATEGORY
    }

    /**
     * An axis.
     *
     * @param format of its numbers, one of those in charts.js
     * @param categories the places of a CATEGORY axis, otherwise empty
     * @param min where it begins, or null
     * @param max where it ends, or null
     */
    public record Axis(
            String name,
            Scale scale,
            String format,
            List<String> categories,
            @Nullable Double min,
            @Nullable Double max) {
        /** Returns an axis of numbers that ends where the data end. */
        public static Axis of(String name, Scale scale, String format) {
            return new Axis(name, scale, format, List.of(), null, null);
        }

        /** Returns an axis with a place for each category. */
        public static Axis of(String name, List<String> categories) {
            return new Axis(name, Scale.CATEGORY, "", List.copyOf(categories), null, null);
        }

        /** Returns the same axis from one number to another. */
        public Axis between(double low, double high) {
            return new Axis(name, scale, format, categories, low, high);
        }
    }

    /**
     * Data with one name.
     *
     * @param style how it is drawn, one of those in charts.js, or a number from 1 for any that differs from the others'
     */
    public record Series(String name, String style, List<Point> points) {
        /** Returns a series without points, named and drawn as the span. */
        public static Series of(Span name) {
            return new Series(name.text(), name.series() == null ? "other" : name.series(), new ArrayList<>());
        }

        /** Adds a point. */
        public Series add(double x, double y) {
            return add(x, y, false);
        }

        /** Adds a point that may stand out as a failure. */
        public Series add(double x, double y, boolean bad) {
            points.add(new Point(x, finite(y), null, null, bad));
            return this;
        }

        /** Adds a point with a whisker. */
        public Series add(double x, double y, double low, double high) {
            points.add(new Point(x, finite(y), finite(low), finite(high), false));
            return this;
        }
    }

    /**
     * A point.
     *
     * @param x its place, on a CATEGORY axis the category's index
     * @param y null if it has no place in the chart
     * @param low the lower end of its whisker, or null
     * @param high the upper end of its whisker, or null
     * @param bad whether it stands out as a failure
     */
    public record Point(
            double x,
            @Nullable Double y,
            @Nullable Double low,
            @Nullable Double high,
            boolean bad) {}

    /** Returns the data as JSON. */
    public String json() {
        try {
            return Json.MAPPER.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A record of numbers and texts can always be written.", e);
        }
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
