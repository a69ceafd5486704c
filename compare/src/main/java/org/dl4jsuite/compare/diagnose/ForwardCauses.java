package org.dl4jsuite.compare.diagnose;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.dl4jsuite.compare.diagnose.Recipe.LossForm;
import org.dl4jsuite.compare.diagnose.Recipe.Slope;
import org.dl4jsuite.scratch.Activation;

/** Mistakes on the way forward: biases left out, outputs through a softmax. */
final class ForwardCauses {
    private final Step step;
    private final List<Cause> causes = new ArrayList<>();

    private ForwardCauses(Step step) {
        this.step = step;
    }

    static List<Cause> of(Step step) {
        ForwardCauses causes = new ForwardCauses(step);
        causes.addBiasIgnored();
        if (step.output() != Activation.SOFTMAX) {
            causes.addSoftmaxOutput();
        }
        return causes.causes;
    }

    private void add(String id, String sentence, Consumer<Recipe> change) {
        causes.add(new Cause(id, sentence, change));
    }

    private void addBiasIgnored() {
        List<Integer> withBias =
                IntStream.range(0, step.depth()).filter(step::hasBias).boxed().toList();
        for (LayerSet set : LayerSet.of(withBias)) {
            String sentence =
                    set.names("b") + " is left out on the way forward; write z = W a + b in " + set.describe() + ".";
            Consumer<Recipe> forward = recipe -> set.layers().forEach(l -> recipe.biasForward[l] = false);
            add("bias-ignored", sentence, forward);
            add(
                    "bias-ignored",
                    sentence + " Nor is it trained.",
                    forward.andThen(recipe -> set.layers().forEach(l -> recipe.biasTrained[l] = false)));
            add(
                    "bias-ignored",
                    sentence + " Nor has it a gradient.",
                    forward.andThen(recipe -> set.layers().forEach(l -> recipe.biasGradientIsZero[l] = true)));
        }
    }

    /** What delta and loss are made of, once the outputs are a softmax's. */
    private void addSoftmaxOutput() {
        int last = step.last();
        String sentence = "The outputs go through a softmax; use "
                + step.output().name().toLowerCase(Locale.ROOT) + ", or name softmax as their activation.";
        List<Slope> slopes = new ArrayList<>(List.of(new Recipe(step).slopes[last]));
        for (Slope slope : List.of(Slope.NONE, Slope.OF_SOFTMAX, Slope.OF_SIGMOID, Slope.OWN)) {
            if (!slopes.contains(slope)) {
                slopes.add(slope);
            }
        }
        for (Slope slope : slopes) {
            Consumer<Recipe> outputs = recipe -> {
                recipe.softmaxOutputs = true;
                recipe.slopes[last] = slope;
            };
            add("softmax-output", sentence, outputs);
            add("softmax-output", sentence, outputs.andThen(recipe -> {
                recipe.lossForm = LossForm.CROSS_ENTROPY;
                recipe.lossScale = step.reduction().factor(step.batch());
            }));
        }
    }
}
