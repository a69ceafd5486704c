package org.dl4jsuite.compare.report;

import java.util.List;
import org.dl4jsuite.compare.document.Block;
import org.dl4jsuite.compare.document.Format;
import org.dl4jsuite.compare.document.Pictures;
import org.dl4jsuite.compare.document.Span;
import org.dl4jsuite.compare.document.Span.Tone;
import org.dl4jsuite.compare.document.Table;
import org.dl4jsuite.compare.document.Table.Cell;
import org.dl4jsuite.compare.report.Report.GalleryDigit;
import org.dl4jsuite.data.LabelledImages;
import org.dl4jsuite.data.Split;

/** How often the two sides give the same answer, and the test digits that they get wrong. */
final class MistakesSection implements ReportSection {
    @Override
    public Block.Section show(Report report, Split split) {
        return new Block.Section(
                "mistakes",
                "Predictions and misread digits",
                "How often the two DOUBLE networks give the same answer to a test image, right or wrong. Below are the first"
                        + " images on which they disagree, then those that both get wrong; the confusion matrices count all"
                        + " mistakes. The number after # is the image's place in the test set, from 0.",
                blocks(report, split.test()));
    }

    private static List<Block> blocks(Report report, LabelledImages test) {
        int same = report.agreement().samePredictions();
        int of = report.agreement().of();
        if (of == 0) {
            return List.of(Block.note("No predictions were compared."));
        }
        Block agreement = Block.text(
                Span.of(Tone.STRONG, Format.count(same) + " of " + Format.count(of)),
                Span.of(" predictions are equal (" + Format.percent((double) same / of) + ")."));
        if (report.gallery().isEmpty()) {
            return List.of(agreement, Block.note("Both networks get every test digit right."));
        }
        Table gallery = Table.of(Table.Look.GALLERY, report.gallery())
                .tone(digit -> digit.scratch() == digit.dl4j() ? Tone.PLAIN : Tone.BAD)
                .column("Test image", digit -> Cell.of(picture(test, digit), Span.of("#" + digit.index())))
                .column("Label", digit -> Span.of(Tone.STRONG, String.valueOf(digit.label())))
                .column("scratch", digit -> answer(digit.scratch(), digit.label()))
                .column("DL4J", digit -> answer(digit.dl4j(), digit.label()))
                .build();
        return List.of(agreement, gallery);
    }

    private static Block picture(LabelledImages test, GalleryDigit digit) {
        return Pictures.ofDigit(test, digit.index(), "test image " + digit.index() + ", a " + digit.label());
    }

    private static Span answer(int answer, int label) {
        return Span.of(Tone.of(answer == label), String.valueOf(answer));
    }
}
