package org.dl4jsuite.compare.document;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A piece of text in one tone.
 *
 * @param text as it is read; a renderer escapes it
 * @param tone how it stands out
 * @param series the style of a chart's series that the text names, or null; a page puts its colour before the text
 * @param href where the text leads to, relative to the document, or null
 */
public record Span(
        String text,
        Tone tone,
        @Nullable String series,
        @Nullable String href) {

    /** How a text, a cell or a block stands out. */
    public enum Tone {
        PLAIN,
        STRONG,
        MUTED,
        GOOD,
        BAD,
        CODE;

        /** Returns GOOD or BAD. */
        public static Tone of(boolean good) {
            return good ? GOOD : BAD;
        }

        /** Returns the class that the style sheet knows it by, or null for PLAIN. */
        public @Nullable String css() {
            return this == PLAIN ? null : name().toLowerCase(Locale.ROOT);
        }
    }

    /** Returns plain text. */
    public static Span of(String text) {
        return of(Tone.PLAIN, text);
    }

    /** Returns text in a tone. */
    public static Span of(Tone tone, String text) {
        return new Span(text, tone, null, null);
    }

    /** Returns text that leads to another page. */
    public static Span link(String text, String href) {
        return new Span(text, Tone.PLAIN, null, href);
    }

    /** Returns the name of a chart's series. */
    public static Span ofSeries(String text, String series) {
        return new Span(text, Tone.PLAIN, series, null);
    }

    /** Returns another text that looks the same. */
    public Span withText(String other) {
        return new Span(other, tone, series, href);
    }
}
