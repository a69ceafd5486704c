package org.dl4jsuite.compare.document;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dl4jsuite.compare.document.Span.Tone;
import org.jspecify.annotations.Nullable;

/** A part of a document. Every renderer draws every kind; adding a kind means adding it to the three of them. */
public sealed interface Block
        permits Block.Section,
                Block.Heading,
                Block.Paragraph,
                Block.Items,
                Block.Alarm,
                Block.Details,
                Block.Pair,
                Block.Code,
                Block.Source,
                Block.Formula,
                Block.Card,
                Block.Picture,
                Table,
                Chart,
                TwinCode {

    /**
     * A part with a heading, listed in the page's navigation.
     *
     * @param id its anchor
     * @param title its heading
     * @param explanation what the part shows and how to read it, or an empty text
     */
    record Section(String id, String title, String explanation, List<Block> blocks) implements Block {}

    /** A heading inside a section. */
    record Heading(List<Span> text) implements Block {
        public Heading(String text) {
            this(List.of(Span.of(text)));
        }
    }

    /** Text. */
    record Paragraph(Tone tone, List<Span> text) implements Block {}

    /** A bulleted list. */
    record Items(Tone tone, List<List<Span>> items) implements Block {
        /** Returns a list of plain sentences. */
        public static Items of(Tone tone, List<String> sentences) {
            return new Items(
                    tone,
                    sentences.stream()
                            .map(sentence -> List.of(Span.of(sentence)))
                            .toList());
        }
    }

    /** Something that must not be overlooked. */
    record Alarm(String text) implements Block {}

    /** Blocks that a page shows on demand. */
    record Details(String summary, List<Block> blocks) implements Block {}

    /** Blocks that stand side by side where the page is wide enough. */
    record Pair(List<? extends Block> blocks) implements Block {}

    /** Source code or a command. */
    record Code(String text) implements Block {}

    /**
     * Java, highlighted.
     *
     * @param place where it stands, for example {@code Network.deltas}
     * @param tokens all of its text, in order
     */
    record Source(String place, List<Token> tokens) implements Block {
        /** Returns the code. */
        public String text() {
            return tokens.stream().map(Token::text).collect(Collectors.joining());
        }
    }

    /** A piece of source code; space is PLAIN. */
    record Token(Kind kind, String text) {
        /** What a page colours alike. */
        public enum Kind {
            PLAIN,
            KEYWORD,
            TYPE,
            LITERAL,
            COMMENT;

            /** Returns the class that the style sheet knows it by, or null for PLAIN. */
            public @Nullable String css() {
                return this == PLAIN ? null : name().toLowerCase(Locale.ROOT);
            }
        }
    }

    /** A formula in LaTeX, on a line of its own. */
    record Formula(String latex) implements Block {
        /**
         * Returns it as MathML.
         *
         * @throws IllegalArgumentException if it cannot be read
         */
        public String mathMl() {
            return MathMl.of(latex);
        }
    }

    /**
     * The head of a document: its result, and the figures that it rests on.
     *
     * @param tone GOOD or BAD
     * @param kicker the line above the title
     * @param title the result
     * @param subtitle the line below it
     * @param blocks below the facts
     */
    record Card(Tone tone, String kicker, String title, String subtitle, List<Fact> facts, List<Block> blocks)
            implements Block {}

    /** A figure of a card: what it is about, the number, and what the number counts. */
    record Fact(String label, String figure, String note) {}

    /**
     * A picture inside the document.
     *
     * @param source a data URI
     * @param alt what it shows
     * @param width in pixels of the page
     * @param height in pixels of the page
     * @param ink whether it is dark ink on white paper, which a dark page may invert
     */
    record Picture(String source, String alt, int width, int height, boolean ink) implements Block {}

    /** Returns a paragraph of plain text. */
    static Paragraph text(String text) {
        return new Paragraph(Tone.PLAIN, List.of(Span.of(text)));
    }

    /** Returns a paragraph of several pieces. */
    static Paragraph text(Span... pieces) {
        return new Paragraph(Tone.PLAIN, Arrays.asList(pieces));
    }

    /** Returns a remark. */
    static Paragraph note(String text) {
        return new Paragraph(Tone.MUTED, List.of(Span.of(text)));
    }
}
