package org.dl4jsuite.compare.sweep;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.apache.commons.statistics.descriptive.Mean;
import org.dl4jsuite.compare.Json;
import org.jspecify.annotations.Nullable;

/**
 * An accuracy that <i>Make Your Own Neural Network</i> prints, of a network without a seed.
 *
 * @param name what was tried
 * @param rotation degrees of the rotated copies, 0 for none
 * @param hidden nodes
 * @param rate the learning rate
 * @param epochs after how many, or null for the best number of them
 * @param printed the figures, each of a single run
 * @param note what a reader must know, or null
 */
public record BookFigure(
        String name,
        double rotation,
        int hidden,
        double rate,
        @Nullable Integer epochs,
        List<Double> printed,
        @Nullable String note) {

    public BookFigure {
        printed = List.copyOf(printed);
    }

    /** What comes with the suite; read once, when it is first asked for. */
    private record Resource(String source, List<BookFigure> figures) {
        private static final Resource BOOK = Json.resource(
                        BookFigure.class, "book-figures.json", new TypeReference<Resource>() {})
                .orElseThrow();

        @SuppressWarnings("UnusedMethod") // Jackson calls it
        private Resource {
            figures = List.copyOf(figures);
        }
    }

    /** Returns the text, and what its figures are. */
    public static String source() {
        return Resource.BOOK.source();
    }

    /** Returns all that the suite repeats, in the book's order. */
    public static List<BookFigure> all() {
        return Resource.BOOK.figures();
    }

    /** Returns the average of what is printed. */
    public double printedMean() {
        return Mean.of(printed.stream().mapToDouble(Double::doubleValue).toArray())
                .getAsDouble();
    }

    /** Returns for example {@code 92.41}, or {@code 97.11 to 97.51} if it is printed several times, in percent. */
    public String printedRange() {
        String low = String.format(Locale.ROOT, "%.2f", 100 * Collections.min(printed));
        String high = String.format(Locale.ROOT, "%.2f", 100 * Collections.max(printed));
        return low.equals(high) ? low : low + " to " + high;
    }

    /** Returns whether rotation, hidden nodes and rate match this figure; side and initial weights are ignored. */
    boolean isOf(SweepConfiguration setting) {
        return setting.rotation() == rotation && setting.hidden() == hidden && setting.rate() == rate;
    }
}
