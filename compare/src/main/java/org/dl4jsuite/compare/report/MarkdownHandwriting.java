package org.dl4jsuite.compare.report;

import java.util.List;
import org.dl4jsuite.compare.recognise.Recognition;

/** The handwritten digits in Markdown: a row for each form of each. */
final class MarkdownHandwriting {
    private MarkdownHandwriting() {}

    static String render(List<Recognition> recognitions) {
        if (recognitions.isEmpty()) {
            return "No handwriting was read.\n\n";
        }
        MarkdownTable table = MarkdownTable.ofNumbers(
                List.of("Picture", "Pixels", "Form", "Label", "scratch", "its output", "DL4J", "its output"));
        for (Recognition recognition : recognitions) {
            for (Recognition.Opinion opinion : recognition.opinions()) {
                table.row(List.of(
                        recognition.file(),
                        recognition.width() + " x " + recognition.height(),
                        opinion.form(),
                        recognition.label() == null ? "–" : String.valueOf(recognition.label()),
                        String.valueOf(opinion.scratchAnswer()),
                        Format.output(opinion.scratch().get(opinion.scratchAnswer())),
                        String.valueOf(opinion.dl4jAnswer()),
                        Format.output(opinion.dl4j().get(opinion.dl4jAnswer()))));
            }
        }
        return "Both networks get " + HandwritingCard.rightAnswers(recognitions) + " right.\n\n" + table + "\n";
    }
}
