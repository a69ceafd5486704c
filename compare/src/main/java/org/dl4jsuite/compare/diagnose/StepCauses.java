package org.dl4jsuite.compare.diagnose;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.dl4jsuite.compare.diagnose.Recipe.Decay;

/** Mistakes in the step itself: its sign, its rate, what it leaves alone and what it shrinks. */
final class StepCauses {
    private final Step step;
    private final List<Cause> causes = new ArrayList<>();

    private StepCauses(Step step) {
        this.step = step;
    }

    static List<Cause> of(Step step) {
        StepCauses causes = new StepCauses(step);
        causes.addBiases();
        causes.addSign();
        causes.addRate();
        causes.addDecay();
        return causes.causes;
    }

    private void add(String id, String sentence, Consumer<Recipe> change) {
        causes.add(new Cause(id, sentence, change));
    }

    private void addBiases() {
        List<Integer> withBias =
                LayerSet.until(step.depth()).stream().filter(step::hasBias).toList();
        for (LayerSet set : LayerSet.of(withBias)) {
            String sentence = set.names("b") + " is the same after the step as before; write b = b - rate * db.";
            add("bias-not-trained", sentence, recipe -> set.layers().forEach(l -> recipe.biasTrained[l] = false));
            add(
                    "bias-not-trained",
                    set.names("db") + " is 0, so that " + sentence,
                    recipe -> set.layers().forEach(l -> recipe.biasGradientIsZero[l] = true));
        }
    }

    private void addSign() {
        String right = "write w = w - rate * dE/dw";
        add("sign", "The step goes uphill, + for -; " + right + ".", recipe -> {
            recipe.weightSign *= -1;
            recipe.biasSign *= -1;
        });
        add(
                "sign",
                "The gradients have the wrong sign, t - o for o - t, and the step follows them uphill; write delta = o - t.",
                recipe -> recipe.gradientScale *= -1);
        add(
                "sign",
                "The gradients have the wrong sign, t - o for o - t, and the step takes it back by + for -; write delta = o - t"
                        + " and w = w - rate * dE/dw.",
                recipe -> recipe.signInGradient *= -1);
        if (IntStream.range(0, step.depth()).anyMatch(step::hasBias)) {
            add("sign", "The weights' step goes uphill, + for -; " + right + ".", recipe -> recipe.weightSign *= -1);
            add("sign", "The biases' step goes uphill, + for -; " + right + ".", recipe -> recipe.biasSign *= -1);
        }
    }

    private void addRate() {
        if (step.rate() == null) {
            return;
        }
        add(
                "rate-twice",
                "The step is rate² times the gradient: the rate is multiplied in twice; write w = w - rate * dE/dw.",
                recipe -> recipe.rateExponent = 2);
        add(
                "rate-twice",
                "The gradients have the rate in them already, and the step multiplies by it again; keep the rate out of dE/dw.",
                recipe -> {
                    recipe.rateExponent = 2;
                    recipe.rateExponentInGradient = 1;
                });
        add(
                "rate-missing",
                "The step is the gradient without the rate; write w = w - rate * dE/dw.",
                recipe -> recipe.rateExponent = 0);
    }

    private void addDecay() {
        for (Decay decay : Decay.values()) {
            if (decay != Decay.NONE) {
                add(
                        "weight-decay",
                        (decay == Decay.IN_GRADIENT || decay == Decay.IN_GRADIENT_WITH_BIASES
                                        ? "The gradients have a multiple of the weights added"
                                        : "The weights shrink besides their step")
                                + ", as with a weight decay (L2); write w = w - rate * dE/dw, or switch the decay off.",
                        recipe -> recipe.decay = decay);
            }
        }
    }
}
