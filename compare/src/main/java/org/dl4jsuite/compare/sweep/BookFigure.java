package org.dl4jsuite.compare.sweep;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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
        private static final Resource BOOK = read();

        @SuppressWarnings("UnusedMethod") // Jackson calls it
        private Resource {
            figures = List.copyOf(figures);
        }

        private static Resource read() {
            try (InputStream stream = BookFigure.class.getResourceAsStream("book-figures.json")) {
                return Json.MAPPER.readValue(stream, Resource.class);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The text, and what its figures are. */
    public static String source() {
        return Resource.BOOK.source();
    }

    /** All that the suite repeats, in the book's order. */
    public static List<BookFigure> all() {
        return Resource.BOOK.figures();
    }

    /** The average of what is printed. */
    public double printedMean() {
        return Mean.of(printed.stream().mapToDouble(Double::doubleValue).toArray())
                .getAsDouble();
    }

    /** For example {@code 0.9241}, or {@code 0.9711 to 0.9751} if it is printed several times. */
    public String printedRange() {
        String low = String.format(Locale.ROOT, "%.4f", Collections.min(printed));
        String high = String.format(Locale.ROOT, "%.4f", Collections.max(printed));
        return low.equals(high) ? low : low + " to " + high;
    }

    /** Whether a setting is that of the figure, whoever trains it from whatever weights. */
    boolean isOf(SweepSetting setting) {
        return setting.rotation() == rotation && setting.hidden() == hidden && setting.rate() == rate;
    }
}
