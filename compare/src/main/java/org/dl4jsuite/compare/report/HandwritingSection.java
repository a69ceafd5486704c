package org.dl4jsuite.compare.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dl4jsuite.compare.document.Block;
import org.dl4jsuite.compare.document.Document;
import org.dl4jsuite.compare.document.Format;
import org.dl4jsuite.compare.document.Pictures;
import org.dl4jsuite.compare.document.Span;
import org.dl4jsuite.compare.document.Span.Tone;
import org.dl4jsuite.compare.document.Table;
import org.dl4jsuite.compare.document.Table.Cell;
import org.dl4jsuite.compare.inside.Recognition;
import org.dl4jsuite.data.LabelledImages;
import org.dl4jsuite.data.Split;
import org.dl4jsuite.data.handwriting.Handwriting;
import org.dl4jsuite.data.handwriting.SampleDigits;

/** Handwritten digits, each step that brings them to MNIST's form, and how both networks read them. */
public final class HandwritingSection implements ReportSection {
    private static final String TITLE = "Handwriting";
    private static final int HEIGHT = 92;

    @Override
    public Block.Section show(Report report, Split split) {
        List<Recognition> digits = report.handwriting();
        List<Block> blocks = new ArrayList<>();
        long right = digits.stream().filter(HandwritingSection::areBothRight).count();
        blocks.add(
                digits.isEmpty()
                        ? Block.note("No handwriting was read.")
                        : Block.text(
                                Span.of("Both networks get "),
                                Span.of(Tone.STRONG, right + " of " + digits.size()),
                                Span.of(" right.")));
        digits.forEach(digit -> blocks.addAll(blocks(digit, SampleDigits.read(digit.file()))));
        return new Block.Section(
                "handwriting",
                TITLE,
                "Digits drawn for this suite, read by both DOUBLE networks after the last epoch. MNIST's digits were fitted"
                        + " into 20 × 20 pixels and centred by mass in 28 × 28; each row shows the steps that make a picture"
                        + " look like them. A picture of 28 × 28 pixels is read as it is, and its centred form gives a second"
                        + " opinion. Each bar is an output, from 0 to 1; the largest output is the answer.",
                blocks);
    }

    /**
     * Returns a page of these digits alone.
     *
     * @param network which network read the digits, in one sentence
     * @param digits one per recognition
     */
    public static Document page(String network, List<Recognition> recognitions, List<Handwriting> digits) {
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < digits.size(); i++) {
            blocks.addAll(blocks(recognitions.get(i), digits.get(i)));
        }
        return Document.of(TITLE, "How both networks read handwritten digits.", network, blocks);
    }

    /** The answer of one network to one form of a digit. */
    private record Answer(String form, String network, List<Double> outputs, int digit) {}

    /** Returns both networks' outputs for each form of a digit. */
    public static Table outputs(Recognition recognition) {
        List<Answer> answers = recognition.opinions().stream()
                .flatMap(opinion -> Stream.of(
                        new Answer(opinion.form(), "scratch", opinion.scratch(), opinion.scratchAnswer()),
                        new Answer(opinion.form(), "DL4J", opinion.dl4j(), opinion.dl4jAnswer())))
                .toList();
        Table.Builder<Answer> table = Table.of(Table.Look.BARS, answers)
                .column("Form", Answer::form)
                .column("Network", Answer::network)
                .column("Answer", answer -> Span.of(tone(recognition, answer.digit()), String.valueOf(answer.digit())));
        for (int i = 0; i < LabelledImages.CLASSES; i++) {
            int digit = i;
            table.column(String.valueOf(digit), answer -> {
                double output = answer.outputs().get(digit);
                return Cell.of(Format.fixed(output, 2), digit == answer.digit() ? Tone.STRONG : Tone.MUTED, output);
            });
        }
        return table.build();
    }

    private static List<Block> blocks(Recognition recognition, Handwriting digit) {
        String size = " " + recognition.width() + " × " + recognition.height();
        String label = recognition.label() == null ? "" : ", label " + recognition.label();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(List.of(Span.of(recognition.file()), Span.of(Tone.MUTED, size + label))));
        blocks.add(Table.of(Table.Look.GALLERY, digit.stages())
                .column("", stage -> Cell.of(Pictures.of(stage.picture(), stage.title(), HEIGHT, false)))
                .build());
        blocks.add(outputs(recognition));
        if (!recognition.doubt().isEmpty()) {
            blocks.add(Block.note(recognition.doubt()));
        }
        return blocks;
    }

    private static Tone tone(Recognition recognition, int answer) {
        return recognition.label() == null ? Tone.STRONG : Tone.of(isLabel(recognition, answer));
    }

    private static boolean areBothRight(Recognition recognition) {
        Recognition.Opinion answer = recognition.opinions().get(0);
        return isLabel(recognition, answer.scratchAnswer()) && isLabel(recognition, answer.dl4jAnswer());
    }

    private static boolean isLabel(Recognition recognition, int answer) {
        return recognition.label() != null && recognition.label() == answer;
    }
}
