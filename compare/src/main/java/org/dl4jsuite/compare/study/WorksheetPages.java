package org.dl4jsuite.compare.study;

import java.util.ArrayList;
import java.util.List;
import org.dl4jsuite.compare.document.Block;
import org.dl4jsuite.compare.document.Document;
import org.dl4jsuite.compare.document.Format;
import org.dl4jsuite.compare.document.Span;
import org.dl4jsuite.compare.document.Table;
import org.dl4jsuite.compare.study.Worksheet.Line;
import org.dl4jsuite.compare.study.Worksheet.Step;

/** Worksheets as pages to be printed: one with blanks to fill in, one with the answers. */
public final class WorksheetPages {
    private static final int DECIMALS = 4;

    private WorksheetPages() {}

    /** Returns the pages of all lessons by hand. */
    static List<StudyPage> ofLessons() {
        return pages("worksheets", "Calculate by hand: the lessons", HandLessons.worksheets());
    }

    /** Returns the pages of a network that is drawn from a seed. */
    public static List<StudyPage> ofSeed(long seed) {
        Worksheet worksheet = Worksheet.ofSeed(seed);
        return pages("worksheet-" + seed, "Calculate by hand: seed " + seed, List.of(worksheet));
    }

    private static List<StudyPage> pages(String file, String title, List<Worksheet> worksheets) {
        return List.of(
                new StudyPage(file + ".html", title, document(title, worksheets, false)),
                new StudyPage(
                        file + "-answers.html", title + ", answers", document(title + ", answers", worksheets, true)));
    }

    private static Document document(String title, List<Worksheet> worksheets, boolean answers) {
        String how = answers
                ? "Nothing is rounded on the way: whoever rounds each value to 4 decimals and goes on with that may differ by"
                        + " a few in the last digit."
                : "Print this page on A4. All values to 4 decimals.";
        Block head = new Block.Card(Span.Tone.PLAIN, "Study the pair", title, how, List.of(), List.of());
        return new Document(
                title,
                title,
                List.of(head),
                worksheets.stream()
                        .map(worksheet -> new Block.Section(
                                worksheet.id(), worksheet.title(), worksheet.task(), blocks(worksheet, answers)))
                        .toList());
    }

    static List<Block> blocks(Worksheet worksheet, boolean answers) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(given(worksheet));
        for (Step step : worksheet.steps()) {
            blocks.add(new Block.Heading(step.title()));
            blocks.add(new Block.Formula(step.formula()));
            blocks.add(Table.of(Table.Look.SHEET, step.lines())
                    .column("", Line::symbol)
                    .column("how", Line::how)
                    .column("value", line -> answers ? Span.of(Span.Tone.STRONG, value(line)) : "")
                    .build());
        }
        return blocks;
    }

    private static Block given(Worksheet worksheet) {
        List<Span> spans = new ArrayList<>(List.of(Span.of("Given: ")));
        for (Line line : worksheet.given()) {
            spans.add(Span.of(spans.size() == 1 ? "" : ",  "));
            spans.add(Span.of(Span.Tone.STRONG, line.symbol()));
            spans.add(Span.of("\u00a0=\u00a0" + value(line))); // on one line with its name
        }
        return new Block.Paragraph(Span.Tone.PLAIN, spans);
    }

    private static String value(Line line) {
        return Format.fixed(line.value(), DECIMALS);
    }
}
