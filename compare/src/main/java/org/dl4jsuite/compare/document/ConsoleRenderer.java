package org.dl4jsuite.compare.document;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dl4jsuite.compare.document.Table.Cell;
import org.dl4jsuite.compare.document.Table.Column;
import org.dl4jsuite.compare.document.Table.Row;

/** Draws blocks as the plain text that a command prints, without pictures and charts. */
public final class ConsoleRenderer {
    private static final String GAP = "  ";

    private final StringBuilder text = new StringBuilder();

    private ConsoleRenderer() {}

    /** Returns the blocks, an empty line after each but the last. */
    public static String render(Block... blocks) {
        return render(List.of(blocks));
    }

    /** Returns the blocks, an empty line after each but the last. */
    public static String render(List<? extends Block> blocks) {
        ConsoleRenderer renderer = new ConsoleRenderer();
        renderer.draw(blocks);
        return renderer.text.toString().stripTrailing();
    }

    private void draw(List<? extends Block> blocks) {
        blocks.forEach(this::draw);
    }

    private void draw(Block block) {
        if (block instanceof Block.Section section) {
            lines(section.title(), section.explanation());
            draw(section.blocks());
        } else if (block instanceof Block.Heading heading) {
            lines(inline(heading.text()));
        } else if (block instanceof Block.Paragraph paragraph) {
            lines(inline(paragraph.text()));
        } else if (block instanceof Block.Items items) {
            lines(items.items().stream().map(ConsoleRenderer::inline).toArray(String[]::new));
        } else if (block instanceof Block.Alarm alarm) {
            lines(alarm.text());
        } else if (block instanceof Block.Details details) {
            lines(details.summary());
            draw(details.blocks());
        } else if (block instanceof Block.Pair pair) {
            draw(pair.blocks());
        } else if (block instanceof Block.Code code) {
            lines(code.text());
        } else if (block instanceof Block.Source source) {
            lines(source.place(), source.text());
        } else if (block instanceof Block.Formula formula) {
            lines(formula.latex());
        } else if (block instanceof TwinCode twin) {
            twin.rows().forEach(this::twin);
        } else if (block instanceof Block.Card card) {
            lines(card.title(), card.subtitle());
            lines(card.facts().stream()
                    .map(fact -> fact.label() + ": " + fact.figure() + " " + fact.note())
                    .toArray(String[]::new));
            draw(card.blocks());
        } else if (block instanceof Table table) {
            table(table.withoutPictures());
        }
    }

    private void twin(TwinCode.Row row) {
        lines(row.title(), row.note());
        draw(row.formula());
        draw(row.scratch());
        draw(row.dl4j());
    }

    private void lines(String... lines) {
        List<String> shown = Stream.of(lines).filter(line -> !line.isEmpty()).toList();
        shown.forEach(line -> text.append(line).append(System.lineSeparator()));
        if (!shown.isEmpty()) {
            text.append(System.lineSeparator());
        }
    }

    /** Each column is as wide as its widest line. */
    private void table(Table table) {
        if (!table.caption().isEmpty()) {
            text.append(inline(table.caption())).append(System.lineSeparator());
        }
        List<List<String>> lines = new ArrayList<>();
        lines.add(table.columns().stream().map(Column::fullName).toList());
        table.rows().forEach(row -> lines.addAll(lines(row)));
        int[] widths = new int[table.columns().size()];
        for (List<String> line : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        }
        for (List<String> line : lines) {
            StringBuilder row = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String padding = " ".repeat(widths[i] - line.get(i).length());
                boolean right = i > 0 && table.look().alignsRight();
                row.append(right ? padding + line.get(i) : line.get(i) + padding)
                        .append(GAP);
            }
            text.append(row.toString().stripTrailing()).append(System.lineSeparator());
        }
        text.append(System.lineSeparator());
        for (Row row : table.rows()) {
            if (!row.details().isEmpty()) {
                lines(line(row.cells().get(0), 0));
                draw(row.details());
            }
        }
    }

    /** A row is as high as its highest cell. */
    private static List<List<String>> lines(Row row) {
        int height =
                row.cells().stream().mapToInt(cell -> cell.lines().size()).max().orElse(0);
        List<List<String>> lines = new ArrayList<>();
        for (int i = 0; i < height; i++) {
            int line = i;
            lines.add(row.cells().stream().map(cell -> line(cell, line)).toList());
        }
        return lines;
    }

    private static String line(Cell cell, int i) {
        return i < cell.lines().size() ? cell.lines().get(i).text() : "";
    }

    private static String inline(List<Span> spans) {
        return spans.stream().map(Span::text).collect(Collectors.joining());
    }
}
