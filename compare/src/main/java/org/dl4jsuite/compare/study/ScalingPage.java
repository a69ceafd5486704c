package org.dl4jsuite.compare.study;

import java.util.List;
import org.dl4jsuite.compare.document.Block;
import org.dl4jsuite.compare.document.Block.Formula;
import org.dl4jsuite.compare.document.Document;
import org.dl4jsuite.compare.document.Format;
import org.dl4jsuite.compare.document.Span;
import org.dl4jsuite.compare.document.Table;
import org.dl4jsuite.compare.study.ScalingExperiment.Look;

/** Why inputs start at 0.01 and targets are 0.01 and 0.99. */
final class ScalingPage {
    static final String FILE = "inputs-and-targets.html";
    private static final String TITLE = "Why inputs from 0.01, and targets 0.01 and 0.99";

    private ScalingPage() {}

    static StudyPage of(Findings findings) {
        List<Look> looks = findings.scaling();
        return new StudyPage(
                FILE,
                TITLE,
                new Document(
                        TITLE + " · study the pair",
                        "What inputs of 0 and targets of 0 and 1 do to a network, in four trainings.",
                        List.of(new Block.Card(
                                Span.Tone.PLAIN,
                                "The story",
                                TITLE,
                                "Four trainings that differ in nothing else.",
                                List.of(),
                                List.of())),
                        List.of(inputs(looks), targets(looks), table(looks))));
    }

    private static Block.Section inputs(List<Look> looks) {
        Look usual = last(looks, 0.01, 0.01);
        Look zero = last(looks, 0, 0.01);
        return new Block.Section(
                "inputs",
                "Why inputs start at 0.01",
                "",
                List.of(
                        Block.text("A weight learns in proportion to what its link carries:"),
                        new Formula("\\frac{\\partial E}{\\partial w_{ji}} = \\delta_j x_i"),
                        Block.text("If the input is 0, the step is 0, whatever the error. After " + usual.epochs()
                                + " epochs with inputs from 0, " + Format.count(zero.unchanged()) + " of "
                                + Format.count(zero.weights())
                                + " weights into the hidden nodes are what they were drawn as, to the last bit: those of the"
                                + " pixels that are white in all training images. With inputs from 0.01 it is "
                                + Format.count(usual.unchanged())
                                + ". What such a weight was drawn as then acts on every test image that has ink there. With 0.01 it"
                                + " learns, though slowly."),
                        Block.text("How much that matters for the accuracy the table shows: "
                                + Format.percent(usual.accuracy()) + " against "
                                + Format.percent(zero.accuracy())
                                + ". Of " + Format.count(ScalingExperiment.TEST_IMAGES)
                                + " test images such a figure is good to about ± "
                                + Format.fixed(100 * standardError(usual.accuracy()), 1) + " points.")));
    }

    private static Block.Section targets(List<Look> looks) {
        Look usual = last(looks, 0.01, 0.01);
        Look hard = last(looks, 0.01, 0);
        return new Block.Section(
                "targets",
                "Why targets are 0.01 and 0.99",
                "",
                List.of(
                        Block.text(
                                "A sigmoid comes to 0 or 1 only if its sum is infinite. So with targets 0 and 1 the weights"
                                        + " never have a place to rest: they grow as long as one trains. And where an output is close"
                                        + " to 0 or 1, the factor by which its error counts is close to 0:"),
                        new Formula("\\frac{\\partial o}{\\partial z} = o (1 - o)"),
                        Block.text("After " + hard.epochs() + " epochs the largest sum of an output is "
                                + Format.significant(hard.largestSum()) + " with targets 0 and 1, and "
                                + Format.significant(usual.largestSum())
                                + " with 0.01 and 0.99, whose own sums are only ±"
                                + Format.significant(Math.log(0.99 / 0.01)) + "; the mean factor is "
                                + Format.significant(hard.slope()) + " against " + Format.significant(usual.slope())
                                + ". Such an output is saturated: if it is wrong on a new image, it hardly learns.")));
    }

    private static Block.Section table(List<Look> looks) {
        return new Block.Section(
                "runs",
                "The four trainings",
                "From scratch, 784-" + ScalingExperiment.HIDDEN + "-10, rate " + ScalingExperiment.RATE
                        + ", online, the first " + Format.count(ScalingExperiment.TRAINING_IMAGES)
                        + " training images, seed " + ScalingExperiment.SEED + "; accuracy on the first "
                        + Format.count(ScalingExperiment.TEST_IMAGES) + " test images.",
                List.of(Table.ofNumbers(looks)
                        .column("inputs", look -> look.scale().inputs())
                        .column("targets", look -> look.scale().targets())
                        .column("epochs", Look::epochs)
                        .column("weights that never changed", look -> Format.count(look.unchanged()))
                        .column("largest sum of an output", look -> Format.significant(look.largestSum()))
                        .column("mean o (1 − o)", look -> Format.significant(look.slope()))
                        .column("accuracy", look -> Format.percent(look.accuracy()))
                        .build()));
    }

    private static double standardError(double accuracy) {
        return Math.sqrt(accuracy * (1 - accuracy) / ScalingExperiment.TEST_IMAGES);
    }

    private static Look last(List<Look> looks, double smallestInput, double low) {
        return looks.stream()
                .filter(look -> look.scale().smallestInput() == smallestInput
                        && look.scale().low() == low)
                .reduce((one, other) -> other)
                .orElseThrow();
    }
}
