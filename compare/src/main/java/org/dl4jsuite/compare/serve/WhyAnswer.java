package org.dl4jsuite.compare.serve;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.dl4jsuite.compare.document.Pictures;
import org.dl4jsuite.compare.inside.Misreading;
import org.dl4jsuite.compare.inside.Misreading.Reading;
import org.dl4jsuite.compare.training.Predictions;
import org.dl4jsuite.data.handwriting.Preparation;
import org.dl4jsuite.data.handwriting.Step;
import org.jspecify.annotations.Nullable;

/**
 * Why a picture was misread, as {@code POST /api/why} answers.
 *
 * @param label the digit that it shows
 * @param answer of the from-scratch network to the picture as it was read
 * @param asItIs whether it was read without preparation
 * @param sentence the finding
 * @param cause the step that restores the answer, or null
 * @param steps what each step does
 * @param push which pixels push towards the wrong answer
 */
record WhyAnswer(
        int label,
        @Nullable Integer answer,
        boolean asItIs,
        String sentence,
        @Nullable Step cause,
        List<StepAnswer> steps,
        @Nullable Push push) {

    /**
     * The effect of a step.
     *
     * @param step its name
     * @param action what it does
     * @param alone after this step and none other
     * @param without after all steps but this one
     */
    record StepAnswer(Step step, String action, Form alone, Form without) {}

    /** One form of the picture; without an answer and a picture if no ink was left. */
    record Form(
            @Nullable Integer answer,
            double margin,
            @Nullable String picture) {}

    /**
     * Where more ink raises one output more than another.
     *
     * @param from the output of the right digit
     * @param to the output of the wrong one
     * @param scratch a picture, blue where ink pushes towards the wrong digit
     * @param dl4j the same of DL4J's
     * @param maxDifference of the two, relative to the largest push
     */
    record Push(int from, int to, String scratch, String dl4j, double maxDifference) {}

    /**
     * Explains the reading of a picture.
     *
     * @param label the digit that it shows
     */
    static WhyAnswer of(Preparation picture, int label, BothNetworks networks) {
        boolean asItIs = picture.hasMnistSize();
        // a picture of 28 x 28 is read with bright ink, as the book does
        Set<Step> base = asItIs ? EnumSet.of(Step.POLARITY) : EnumSet.noneOf(Step.class);
        Misreading misreading = Misreading.of(picture, base, asItIs, label, networks::outputs);
        Reading read = misreading.read();
        return new WhyAnswer(
                label,
                read.answer(),
                asItIs,
                sentence(misreading, asItIs),
                misreading.cause().orElse(null),
                misreading.effects().stream()
                        .map(effect -> new StepAnswer(
                                effect.step(), effect.step().action(), form(effect.alone()), form(effect.without())))
                        .toList(),
                read.pixels() == null ? null : push(read.pixels(), label, networks));
    }

    private static String sentence(Misreading misreading, boolean asItIs) {
        Reading read = misreading.read();
        int label = misreading.label();
        if (read.answer() == null) {
            return "The preparation left no ink to read.";
        }
        if (read.isRight()) {
            return "It was read right. Below is what each step of the preparation does to it.";
        }
        String misread = "The " + label + " was misread as " + read.answer();
        if (misreading.cause().isEmpty()) {
            return misread + ", and no single step of the preparation "
                    + (asItIs ? "makes it right." : "is to blame: its shape misleads the network.");
        }
        Step cause = misreading.cause().get();
        return asItIs
                ? misread + " because " + cause.fault() + ": to " + cause.action() + " is enough to read it right."
                : misread + " because of a step of the preparation: without trying to " + cause.action()
                        + ", it is read right.";
    }

    private static Form form(Reading reading) {
        String picture = reading.pixels() == null ? null : Pictures.dataUri(Pictures.digit(reading.pixels()));
        return new Form(reading.answer(), reading.margin(), picture);
    }

    /** Towards the wrong answer; of a right answer, towards the next best. */
    private static Push push(byte[] pixels, int label, BothNetworks networks) {
        double[] others = networks.outputs(pixels).clone();
        others[label] = -1;
        int wrong = Predictions.largest(others);
        BothNetworks.Pair push = networks.push(pixels, label, wrong);
        double largest = 0;
        for (double value : push.scratch()) {
            largest = Math.max(largest, Math.abs(value));
        }
        return new Push(
                label,
                wrong,
                Pictures.dataUri(Pictures.weights(push.scratch())),
                Pictures.dataUri(Pictures.weights(push.dl4j())),
                largest == 0 ? 0 : push.maxDifference() / largest);
    }
}
