package org.dl4jsuite.compare.study;

import java.util.List;
import org.dl4jsuite.compare.document.Block;
import org.dl4jsuite.compare.document.Block.Formula;
import org.dl4jsuite.compare.document.Chart;
import org.dl4jsuite.compare.document.Chart.Axis;
import org.dl4jsuite.compare.document.Chart.Scale;
import org.dl4jsuite.compare.document.Chart.Series;
import org.dl4jsuite.compare.document.Document;
import org.dl4jsuite.compare.document.Format;
import org.dl4jsuite.compare.document.Span;
import org.dl4jsuite.compare.document.Table;
import org.dl4jsuite.compare.sweep.SeedStatistics;
import org.dl4jsuite.scratch.Variant;

/** The book's learning rule against the true gradient. */
final class BookRulePage {
    static final String FILE = "book-rule.html";
    private static final String TITLE = "The book's rule against the true gradient";

    private BookRulePage() {}

    static StudyPage of(Findings findings) {
        return new StudyPage(
                FILE,
                TITLE,
                new Document(
                        TITLE + " · study the pair",
                        "Why the learning rule of Make Your Own Neural Network is not the gradient of one loss.",
                        List.of(new Block.Card(
                                Span.Tone.PLAIN,
                                "The story",
                                TITLE,
                                "It sends the raw output error back, so its two matrices follow two losses.",
                                List.of(),
                                List.of())),
                        List.of(algebra(), losses(findings.losses()), seeds(findings))));
    }

    private static Block.Section algebra() {
        return new Block.Section(
                "algebra",
                "Why the book's rule differs from the gradient",
                "One hidden layer, sigmoid, no biases; o are the outputs, t the targets, h what the hidden nodes give.",
                List.of(
                        Block.text("The squared error and its slope at what goes into output k:"),
                        new Formula("E = \\frac{1}{2} \\sum_k (t_k - o_k)^2"),
                        new Formula("\\frac{\\partial E}{\\partial z_k} = (o_k - t_k) \\, o_k (1 - o_k)"),
                        Block.text("The step on an output weight follows from it. Here the book does the same:"),
                        new Formula("\\frac{\\partial E}{\\partial w_{kj}} = (o_k - t_k) \\, o_k (1 - o_k) \\, h_j"),
                        Block.text(
                                "What reaches a hidden node is this slope, sent back through the weights. The book sends the"
                                        + " error itself, without the factor o (1 − o):"),
                        new Formula("\\textrm{gradient:} \\quad \\sum_k (o_k - t_k) \\, o_k (1 - o_k) \\, w_{kj}"),
                        new Formula("\\textrm{book:} \\quad \\sum_k (o_k - t_k) \\, w_{kj}"),
                        Block.text("There is a loss whose slope is the error itself, the cross-entropy:"),
                        new Formula("C = - \\sum_k \\left( t_k \\ln o_k + (1 - t_k) \\ln (1 - o_k) \\right)"),
                        new Formula("\\frac{\\partial C}{\\partial o_k} = \\frac{o_k - t_k}{o_k (1 - o_k)}"),
                        new Formula("\\frac{\\partial C}{\\partial z_k} = o_k - t_k"),
                        Block.text(
                                "So in one and the same step the book's output weights go down the squared error, and its"
                                        + " hidden weights go down the cross-entropy. There is no single loss of which both are the"
                                        + " gradient.")));
    }

    private record Row(String weights, TwoLosses.Weights differences) {}

    private static Block.Section losses(TwoLosses losses) {
        return new Block.Section(
                "two-losses",
                "It follows two losses: measured",
                "The rule's step in a network of 4-5-3, beside the gradient of either loss by central differences. Each figure is"
                        + " the largest difference over a matrix; the largest element says how large a difference could be.",
                List.of(Table.ofNumbers(List.of(
                                new Row("into the hidden nodes, W1", losses.hidden()),
                                new Row("into the outputs, W2", losses.output())))
                        .column("weights", Row::weights)
                        .column(
                                "largest element",
                                row -> Format.difference(row.differences().size()))
                        .column(
                                "differs from the squared error's",
                                row -> Format.difference(row.differences().squaredError()))
                        .column(
                                "differs from the cross-entropy's",
                                row -> Format.difference(row.differences().crossEntropy()))
                        .build()));
    }

    private static Block.Section seeds(Findings findings) {
        SeedStatistics gradient = SeedStatistics.of(findings.accuracies(Variant.TRUE_GRADIENT, 1));
        SeedStatistics book = SeedStatistics.of(findings.accuracies(Variant.BOOK_RULE, 1));
        SeedStatistics later = SeedStatistics.of(findings.accuracies(Variant.BOOK_RULE, Findings.EPOCHS));
        return new Block.Section(
                "seeds",
                "Does it matter?",
                "784-200-10, rate 0.1, the accuracy on MNIST's test images over many first weights, from the sweeps that come"
                        + " with the suite.",
                List.of(
                        Block.text("After one epoch the true gradient has " + describe(gradient) + ", the book's rule "
                                + describe(book)
                                + ". The larger error that it sends back, without a factor of at most a"
                                + " quarter, lets the hidden weights learn faster. After " + Findings.EPOCHS
                                + " epochs the book's rule has " + describe(later) + "; the true gradient reached "
                                + Format.percent(findings.mnist().get(Findings.EPOCHS - 1))
                                + " in the run of this page, from one seed."),
                        chart(findings)));
    }

    private static String describe(SeedStatistics accuracy) {
        return Format.percent(accuracy.mean()) + " ± " + Format.fixed(100 * accuracy.standardDeviation(), 2) + " over "
                + accuracy.seeds() + " seeds";
    }

    private static Chart chart(Findings findings) {
        return new Chart(
                Chart.Kind.POINTS,
                "Accuracy after one epoch, a point per seed",
                "Points: test accuracy against the seed, by the true gradient and by the book's rule. The text above holds the"
                        + " means.",
                Axis.of("seed", Scale.LINEAR, "number"),
                Axis.of("test images right (%)", Scale.LINEAR, "percent"),
                List.of(
                        series("true gradient", "1", findings.accuracies(Variant.TRUE_GRADIENT, 1)),
                        series("the book's rule", "2", findings.accuracies(Variant.BOOK_RULE, 1))));
    }

    private static Series series(String name, String style, List<Double> accuracies) {
        Series series = Series.of(Span.ofSeries(name, style));
        for (int seed = 1; seed <= accuracies.size(); seed++) {
            series.add(seed, 100 * accuracies.get(seed - 1));
        }
        return series;
    }
}
