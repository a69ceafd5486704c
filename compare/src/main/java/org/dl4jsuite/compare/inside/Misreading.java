package org.dl4jsuite.compare.inside;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.dl4jsuite.compare.training.Predictions;
import org.dl4jsuite.data.handwriting.Preparation;
import org.dl4jsuite.data.handwriting.Step;
import org.jspecify.annotations.Nullable;

/**
 * Why a network misreads a picture: the picture is read again with each step of the preparation alone, and with all steps but
 * each.
 *
 * <p>A picture that was read as it is needs the step that alone restores the answer. A picture that was prepared may have
 * been spoilt by a step: that without which the answer is right. Of several such steps, the network is surest of its answer
 * with, or without, the one that is named.
 *
 * @param label the digit that the picture shows
 * @param read the reading that is to be explained
 * @param prepared after all steps
 * @param effects one per step
 * @param cause the step that restores the answer; empty if the answer is right, or no step alone restores it
 */
public record Misreading(int label, Reading read, Reading prepared, List<Effect> effects, Optional<Step> cause) {

    /**
     * What the network makes of one form of the picture.
     *
     * @param pixels 784, 0 for paper to 255 for ink; null if no ink was left
     * @param answer the digit of the largest output; null if no ink was left
     * @param margin the label's output minus the largest other one: above 0 if the answer is right
     */
    public record Reading(
            byte @Nullable [] pixels, @Nullable Integer answer, double margin) {
        private static final Reading NOTHING = new Reading(null, null, -1);

        public boolean isRight() {
            return margin > 0;
        }

        private static Reading of(byte[] pixels, int label, double[] outputs) {
            double other = 0;
            for (int k = 0; k < outputs.length; k++) {
                other = k == label ? other : Math.max(other, outputs[k]);
            }
            return new Reading(pixels, Predictions.largest(outputs), outputs[label] - other);
        }
    }

    /**
     * What one step does.
     *
     * @param alone the reading with this step and those of the first reading
     * @param without the reading after all steps but this one
     */
    public record Effect(Step step, Reading alone, Reading without) {}

    /**
     * Reads a picture in all these forms.
     *
     * @param base steps that the picture as it is has gone through; none for an image of a data set
     * @param asItIs whether the picture was read as it is, after the base steps alone; otherwise it was prepared by all
     * @param network 784 pixels to ten outputs
     */
    public static Misreading of(
            Preparation picture, Set<Step> base, boolean asItIs, int label, Function<byte[], double[]> network) {
        Function<Set<Step>, Reading> reader = steps -> picture.pixels(steps)
                .map(pixels -> Reading.of(pixels, label, network.apply(pixels)))
                .orElse(Reading.NOTHING);
        Reading prepared = reader.apply(EnumSet.allOf(Step.class));
        Reading read = asItIs ? reader.apply(base) : prepared;
        List<Effect> effects = new ArrayList<>();
        for (Step step : Step.values()) {
            EnumSet<Step> with = EnumSet.of(step);
            with.addAll(base);
            effects.add(new Effect(step, reader.apply(with), reader.apply(EnumSet.complementOf(EnumSet.of(step)))));
        }
        Function<Effect, Reading> remedy = asItIs ? Effect::alone : Effect::without;
        Optional<Step> cause = effects.stream()
                .filter(effect -> !read.isRight() && remedy.apply(effect).isRight())
                .max(Comparator.comparingDouble(effect -> remedy.apply(effect).margin()))
                .map(Effect::step);
        return new Misreading(label, read, prepared, List.copyOf(effects), cause);
    }
}
