package org.dl4jsuite.compare.inside;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dl4jsuite.compare.model.Learner;
import org.dl4jsuite.compare.parity.Differences;
import org.dl4jsuite.compare.training.Predictions;
import org.dl4jsuite.data.LabelledImages;
import org.dl4jsuite.data.handwriting.Handwriting;
import org.jspecify.annotations.Nullable;

/**
 * How the two networks read a handwritten digit.
 *
 * @param file its name
 * @param label the digit that it shows, or null if unknown
 * @param width of the picture, in pixels
 * @param height of the picture, in pixels
 * @param opinions the answer first; a picture of 28 x 28 pixels is answered as it is, and gets a second opinion
 */
public record Recognition(String file, @Nullable Integer label, int width, int height, List<Opinion> opinions) {
    /** A largest output below this is closer to the target of a wrong digit than to that of the right one. */
    private static final double CONFIDENT = 0.5;

    /**
     * Both networks on one form of the picture.
     *
     * @param form {@code as it is} or {@code centred}
     * @param scratch ten outputs
     * @param dl4j ten outputs
     */
    @JsonPropertyOrder({"form", "scratch", "dl4j", "scratchAnswer", "dl4jAnswer"}) // methods come in any order
    public record Opinion(String form, List<Double> scratch, List<Double> dl4j) {
        /** Returns the digit of the from-scratch network's largest output. */
        @JsonProperty
        public int scratchAnswer() {
            return largest(scratch);
        }

        /** Returns the digit of DL4J's largest output. */
        @JsonProperty
        public int dl4jAnswer() {
            return largest(dl4j);
        }
    }

    /** Returns the answers of both networks. */
    public static Recognition of(Handwriting digit, @Nullable Integer label, Learner scratch, Learner dl4j) {
        List<Opinion> opinions = new ArrayList<>();
        digit.asItIs().ifPresent(pixels -> opinions.add(opinion("as it is", pixels, scratch, dl4j)));
        opinions.add(opinion("centred", digit.centred(), scratch, dl4j));
        return new Recognition(digit.name(), label, digit.width(), digit.height(), List.copyOf(opinions));
    }

    private static Opinion opinion(String form, byte[] pixels, Learner scratch, Learner dl4j) {
        double[][] inputs = LabelledImages.of(new byte[1], pixels).inputs(0, 1);
        return new Opinion(form, list(scratch.outputs(inputs)[0]), list(dl4j.outputs(inputs)[0]));
    }

    /** Returns the largest |scratch - dl4j| of all outputs. */
    public double maxDifference() {
        return opinions.stream()
                .mapToDouble(opinion -> Differences.largest(array(opinion.scratch()), array(opinion.dl4j())))
                .max()
                .orElse(0);
    }

    /** Says in one sentence why the answer should not be trusted; empty if it may be. */
    public String doubt() {
        Opinion answer = opinions.get(0);
        Opinion last = opinions.get(opinions.size() - 1);
        if (answer.scratchAnswer() != answer.dl4jAnswer()) {
            return "The two networks disagree.";
        }
        if (answer.scratchAnswer() != last.scratchAnswer()) {
            return "The second opinion differs: " + last.scratchAnswer() + ".";
        }
        return answer.scratch().get(answer.scratchAnswer()) < CONFIDENT
                ? "Unsure: the largest output is below " + CONFIDENT + "."
                : "";
    }

    private static int largest(List<Double> outputs) {
        return Predictions.largest(array(outputs));
    }

    private static double[] array(List<Double> list) {
        return list.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static List<Double> list(double[] outputs) {
        return Arrays.stream(outputs).boxed().toList();
    }
}
