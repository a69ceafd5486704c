package org.dl4jsuite.compare.study;

import java.util.List;
import org.dl4jsuite.compare.document.Block;
import org.dl4jsuite.compare.document.Document;
import org.dl4jsuite.compare.document.Format;
import org.dl4jsuite.compare.document.Span;
import org.dl4jsuite.compare.document.Table;
import org.dl4jsuite.compare.report.SabotageSection;
import org.dl4jsuite.compare.sabotage.SabotageResult;
import org.dl4jsuite.compare.sweep.SeedStatistics;
import org.dl4jsuite.scratch.Variant;

/** Which check would catch a forgotten derivative; the book's rule serves as the mistake. */
final class DerivativePage {
    static final String FILE = "forgotten-derivative.html";
    private static final String TITLE = "A forgotten derivative";

    private DerivativePage() {}

    static StudyPage of(Findings findings) {
        return new StudyPage(
                FILE,
                TITLE,
                new Document(
                        TITLE + " · study the pair",
                        "Which check would catch a forgotten derivative, and which would not.",
                        List.of(new Block.Card(
                                Span.Tone.PLAIN,
                                "The story",
                                TITLE,
                                "Somebody leaves out o (1 − o) on the way back to the hidden nodes. Who notices?",
                                List.of(),
                                List.of())),
                        List.of(training(findings), gradients(findings.losses()), others(findings.sabotage()))));
    }

    private static Block.Section training(Findings findings) {
        SeedStatistics right = SeedStatistics.of(findings.accuracies(Variant.TRUE_GRADIENT, 1));
        SeedStatistics wrong = SeedStatistics.of(findings.accuracies(Variant.BOOK_RULE, 1));
        return new Block.Section(
                "training",
                "Training does not",
                "",
                List.of(Block.text("With the factor the network reads " + Format.percent(right.mean())
                        + " of MNIST's test images after one epoch, without it " + Format.percent(wrong.mean())
                        + " (means over " + right.seeds() + " and " + wrong.seeds()
                        + " seeds, 784-200-10, stored sweeps). The loss falls and the accuracy rises either way: a network"
                        + " learns from any step that goes roughly downhill. So a good accuracy proves no gradient.")));
    }

    private static Block.Section others(List<SabotageResult> sabotage) {
        return new Block.Section(
                "others",
                "Other mistakes, and what catches them",
                "Each mistake was made on purpose in a network from scratch. Open a row to read what the check says. The accuracy"
                        + " is that of a network trained with the mistake, beside the same network without it.",
                SabotageSection.blocks(sabotage));
    }

    private record Row(String weights, TwoLosses.Weights differences) {}

    private static Block.Section gradients(TwoLosses losses) {
        return new Block.Section(
                "gradients",
                "Which check would catch a forgotten derivative",
                "The gradient, element by element, three ways: from scratch, by DL4J, and by central differences of the loss."
                        + " Here from a network of 4-5-3 in which the factor is left out; figures are the largest differences"
                        + " over a matrix.",
                List.of(
                        Table.ofNumbers(List.of(
                                        new Row("into the hidden nodes, W1", losses.hidden()),
                                        new Row("into the outputs, W2", losses.output())))
                                .column("gradient by the weights", Row::weights)
                                .column(
                                        "from scratch and DL4J",
                                        row -> Format.difference(
                                                row.differences().dl4j()))
                                .column(
                                        "from scratch and central differences",
                                        row -> Format.difference(
                                                row.differences().squaredError()))
                                .column(
                                        "DL4J and central differences",
                                        row -> Format.difference(
                                                row.differences().dl4jSquaredError()))
                                .build(),
                        Block.text(
                                "In W1 two of the three agree, and the network from scratch is the odd one out: it differs by "
                                        + Format.difference(losses.hidden().dl4j()) + " where the other two differ by "
                                        + Format.difference(losses.hidden().dl4jSquaredError())
                                        + ". In W2 all agree: so the mistake lies on the way from the"
                                        + " outputs back to the hidden nodes. One step on one example is enough; nothing has to be"
                                        + " trained. That is what the suite's parity check does with every tensor:"),
                        new Block.Code("./suite parity"),
                        Block.text(
                                "Two checks miss it. To compare outputs or the loss before the first step finds nothing, as"
                                        + " the way forward is right. And to check against central differences only the weights of the"
                                        + " last layer finds nothing either.")));
    }
}
