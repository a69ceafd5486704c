package org.dl4jsuite.compare.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.dl4jsuite.compare.document.Span.Tone;
import org.jspecify.annotations.Nullable;

/**
 * Rows of cells below columns; the first cell of a row names it.
 *
 * @param look how a page draws it
 * @param caption what it shows, or nothing
 * @param columns at least one
 * @param rows one cell a column each
 */
public record Table(Look look, List<Span> caption, List<Column> columns, List<Row> rows) implements Block {

    /** How a page draws a table; Markdown and the console align numbers to the right and draw all of them alike. */
    public enum Look {
        /** Text to the left. */
        TEXT,
        /** All but the first column to the right. */
        NUMBERS,
        /** Counts, coloured by their share. */
        MATRIX,
        /** A bar in each cell, as high as its share. */
        BARS,
        /** Pictures. */
        PICTURES,
        /** A card for each row. */
        GALLERY,
        /** Blanks to be filled in on paper, in the last column. */
        SHEET,
        /** Rows that open to show their details. */
        OUTLINE;

        /** Returns the class that the style sheet knows it by. */
        public String css() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Returns whether all but the first column stand to the right. */
        boolean alignsRight() {
            return this != TEXT && this != SHEET && this != OUTLINE;
        }
    }

    /** A column, and the heading that it shares with its neighbours, or null. */
    public record Column(@Nullable Span group, String name) {
        /** Returns both names in one. */
        String fullName() {
            return group == null ? name : group.text() + ": " + name;
        }
    }

    /** Cells, how they stand out, and what a page shows below them on demand. */
    public record Row(Tone tone, List<Cell> cells, List<Block> details) {
        /** Returns whether there is nothing to read in it but pictures and its name. */
        boolean hasOnlyPictures() {
            return cells.stream().anyMatch(cell -> cell.figure() != null)
                    && cells.stream()
                            .skip(Math.min(1, cells.size() - 1))
                            .allMatch(cell -> cell.lines().isEmpty());
        }
    }

    /**
     * A cell.
     *
     * @param lines of text
     * @param tone of all of it
     * @param share from 0 to 1, drawn as the cell's colour or bar; null for none
     * @param figure a picture or a chart above the text, or null
     */
    public record Cell(
            List<Span> lines,
            Tone tone,
            @Nullable Double share,
            @Nullable Block figure) {
        public Cell {
            lines = lines.stream().filter(line -> !line.text().isEmpty()).toList();
        }

        /** Returns a cell with lines of text. */
        public static Cell of(Span... lines) {
            return new Cell(Arrays.asList(lines), Tone.PLAIN, null, null);
        }

        /** Returns a cell with lines of plain text. */
        public static Cell of(List<String> lines) {
            return new Cell(lines.stream().map(Span::of).toList(), Tone.PLAIN, null, null);
        }

        /** Returns a cell with a picture or a chart above its lines. */
        public static Cell of(Block figure, Span... lines) {
            return new Cell(Arrays.asList(lines), Tone.PLAIN, null, figure);
        }

        /** Returns a number that is shown as a share as well. */
        public static Cell of(String text, Tone tone, double share) {
            return new Cell(List.of(Span.of(text)), tone, share, null);
        }

        /** Returns the share as the style sheet reads it. */
        public String shareText() {
            return String.format(Locale.ROOT, "%.2f", share);
        }

        private static Cell ofAny(Object content) {
            if (content instanceof Cell cell) {
                return cell;
            }
            return of(content instanceof Span span ? span : Span.of(content.toString()));
        }
    }

    /** Returns a builder of a table with a row for each item, whose columns, but for the first, stand to the right. */
    public static <T> Builder<T> ofNumbers(Collection<T> items) {
        return of(Look.NUMBERS, items);
    }

    /** Returns a builder of a table with a row for each item. */
    public static <T> Builder<T> of(Look look, Collection<T> items) {
        return new Builder<>(look, items);
    }

    /** Returns whether any column shares a heading. */
    public boolean hasGroups() {
        return columns.stream().anyMatch(column -> column.group() != null);
    }

    /** Returns over how many columns the heading reaches that begins with column {@code i}; 0 if none does. */
    public int reach(int i) {
        Span group = columns.get(i).group();
        if (i > 0 && Objects.equals(group, columns.get(i - 1).group())) {
            return 0;
        }
        int end = i;
        while (end < columns.size() && Objects.equals(group, columns.get(end).group())) {
            end++;
        }
        return end - i;
    }

    /** Returns the table without the rows that hold only pictures. */
    Table withoutPictures() {
        return new Table(
                look,
                caption,
                columns,
                rows.stream().filter(row -> !row.hasOnlyPictures()).toList());
    }

    /** Puts a table together: each column has its name and what it says of an item. */
    public static final class Builder<T> {
        private final Look look;
        private final Collection<T> items;
        private final List<Column> columns = new ArrayList<>();
        private final List<Function<T, ?>> cells = new ArrayList<>();
        private List<Span> caption = List.of();
        private Function<T, Tone> tone = item -> Tone.PLAIN;
        private Function<T, List<Block>> details = item -> List.of();

        private Builder(Look look, Collection<T> items) {
            this.look = look;
            this.items = items;
        }

        /** Adds a column; a cell is a {@link Cell}, a {@link Span}, or anything else as text. */
        public Builder<T> column(String name, Function<T, ?> cell) {
            return column(null, name, cell);
        }

        /** Adds a column that shares a heading with its neighbours. */
        public Builder<T> column(@Nullable Span group, String name, Function<T, ?> cell) {
            columns.add(new Column(group, name));
            cells.add(cell);
            return this;
        }

        /** Says what the table shows. */
        public Builder<T> caption(Span... text) {
            caption = Arrays.asList(text);
            return this;
        }

        /** Makes rows stand out. */
        public Builder<T> tone(Function<T, Tone> ofItem) {
            tone = ofItem;
            return this;
        }

        /** Adds what a page shows below a row on demand. */
        public Builder<T> details(Function<T, List<Block>> ofItem) {
            details = ofItem;
            return this;
        }

        /** Returns the table. */
        public Table build() {
            return new Table(
                    look,
                    caption,
                    List.copyOf(columns),
                    items.stream()
                            .map(item -> new Row(
                                    tone.apply(item),
                                    cells.stream()
                                            .map(cell -> Cell.ofAny(cell.apply(item)))
                                            .toList(),
                                    details.apply(item)))
                            .toList());
        }
    }
}
