package org.dl4jsuite.compare.document;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dl4jsuite.compare.document.Table.Cell;
import org.dl4jsuite.compare.document.Table.Column;
import org.dl4jsuite.compare.document.Table.Row;

/** Draws a document as GitHub's Markdown, without its pictures and charts. */
public final class MarkdownRenderer {
    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_&{}\\[\\]<>|#~]");
    private static final Pattern LINE_BREAK = Pattern.compile("\\R");

    private final StringBuilder text = new StringBuilder();

    private MarkdownRenderer() {}

    /** Returns the whole document. */
    public static String render(Document document) {
        MarkdownRenderer renderer = new MarkdownRenderer();
        renderer.draw(document.lead());
        renderer.draw(document.sections());
        return renderer.text.toString();
    }

    private void draw(List<? extends Block> blocks) {
        blocks.forEach(this::draw);
    }

    private void draw(Block block) {
        if (block instanceof Block.Section section) {
            paragraph("## " + escape(section.title()));
            paragraph(escape(section.explanation()));
            draw(section.blocks());
        } else if (block instanceof Block.Heading heading) {
            paragraph("### " + inline(heading.text()));
        } else if (block instanceof Block.Paragraph paragraph) {
            paragraph(inline(paragraph.text()));
        } else if (block instanceof Block.Items items) {
            paragraph(items.items().stream().map(item -> "- " + inline(item)).collect(Collectors.joining("\n")));
        } else if (block instanceof Block.Alarm alarm) {
            paragraph("> [!CAUTION]\n> " + escape(alarm.text())); // GitHub shows these in red
        } else if (block instanceof Block.Details details) {
            details(details.summary(), details.blocks());
        } else if (block instanceof Block.Pair pair) {
            draw(pair.blocks());
        } else if (block instanceof Block.Code code) {
            paragraph("```\n" + code.text().strip() + "\n```");
        } else if (block instanceof Block.Source source) {
            paragraph("`" + source.place() + "`");
            paragraph("```java\n" + source.text().strip() + "\n```");
        } else if (block instanceof Block.Formula formula) {
            paragraph("$$" + formula.latex() + "$$");
        } else if (block instanceof TwinCode twin) {
            twin.rows().forEach(this::twin);
        } else if (block instanceof Block.Card card) {
            card(card);
        } else if (block instanceof Table table) {
            table(table.withoutPictures());
        }
    }

    private void twin(TwinCode.Row row) {
        paragraph("### " + escape(row.title()));
        paragraph(escape(row.note()));
        draw(row.formula());
        draw(row.scratch());
        draw(row.dl4j());
    }

    private void card(Block.Card card) {
        paragraph("# " + escape(card.title()));
        paragraph(escape(card.subtitle()));
        paragraph(card.facts().stream()
                .map(fact -> "- " + escape(fact.label()) + ": **" + escape(fact.figure()) + "** " + escape(fact.note()))
                .collect(Collectors.joining("\n")));
        draw(card.blocks());
    }

    private void table(Table table) {
        if (table.rows().isEmpty()) {
            return;
        }
        paragraph(inline(table.caption()));
        row(table.columns().stream().map(Column::fullName).map(MarkdownRenderer::escape));
        text.append("|:--")
                .append((table.look().alignsRight() ? "|--:" : "|:--")
                        .repeat(table.columns().size() - 1))
                .append("|\n");
        table.rows().forEach(row -> row(row.cells().stream().map(MarkdownRenderer::cell)));
        text.append('\n');
        for (Row row : table.rows()) {
            if (!row.details().isEmpty()) {
                details(row.cells().get(0).lines().get(0).text(), row.details());
            }
        }
    }

    private void row(Stream<String> cells) {
        text.append(cells.collect(Collectors.joining(" | ", "| ", " |\n")));
    }

    private void details(String summary, List<Block> blocks) {
        paragraph("<details><summary>" + escape(summary) + "</summary>");
        draw(blocks);
        paragraph("</details>");
    }

    private void paragraph(String markdown) {
        if (!markdown.isEmpty()) {
            text.append(markdown).append("\n\n");
        }
    }

    private static String cell(Cell cell) {
        return cell.lines().stream().map(line -> escape(line.text())).collect(Collectors.joining("<br>"));
    }

    private static String inline(List<Span> spans) {
        return spans.stream().map(MarkdownRenderer::inline).collect(Collectors.joining());
    }

    private static String inline(Span span) {
        if (span.href() != null) {
            return "[" + escape(span.text()) + "](" + span.href() + ")";
        }
        return span.tone() == Span.Tone.STRONG ? "**" + escape(span.text()) + "**" : escape(span.text());
    }

    /** Returns text that Markdown shows as it is, on one line. */
    static String escape(String plain) {
        String escaped = SPECIAL.matcher(plain).replaceAll(match -> Matcher.quoteReplacement("\\" + match.group()));
        return LINE_BREAK.matcher(escaped).replaceAll(" ");
    }
}
