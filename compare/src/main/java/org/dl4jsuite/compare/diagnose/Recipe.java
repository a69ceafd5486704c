package org.dl4jsuite.compare.diagnose;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dl4jsuite.scratch.Activation;
import org.dl4jsuite.scratch.Loss;

/**
 * How one step is computed, piece by piece. It begins as the correct one; a {@link Cause} changes pieces.
 *
 * <p>Lists and arrays have one entry per layer of links.
 */
final class Recipe {
    /** What the delta of a layer has of its activation's slope. */
    enum Slope {
        /** f'(z), computed from a. */
        OWN,
        NONE,
        /** The formula of f' in terms of a, given z. */
        OF_Z,
        /** a(1 - a), whatever the activation is. */
        OF_SIGMOID,
        /** The softmax's own: a matrix per example. */
        OF_SOFTMAX
    }

    /** What a layer sends back through its weights. */
    enum SentBack {
        DELTA,
        /** The error, without the slope of any layer. */
        ERROR,
        /** From the outputs the error, from the hidden layers their delta. */
        ERROR_OF_OUTPUTS
    }

    /** What an outputs' loss is printed as. */
    enum LossForm {
        SQUARED,
        BINARY_CROSS_ENTROPY,
        CROSS_ENTROPY
    }

    /** Where weights shrink besides their step; the coefficient is found from the numbers. */
    enum Decay {
        NONE,
        /** w - decay w - rate dE/dw. */
        WEIGHTS,
        WEIGHTS_AND_BIASES,
        /** (1 - decay) (w - rate dE/dw). */
        AFTER_THE_STEP,
        /** dE/dw + decay w is taken for the gradient. */
        IN_GRADIENT,
        IN_GRADIENT_WITH_BIASES
    }

    Rewrite inputs = Rewrite.NONE;
    Rewrite targets = Rewrite.NONE;
    /** The weights on the way forward, on the way back, and where their step starts. */
    final List<Rewrite> forward;

    final List<Rewrite> back;
    final List<Rewrite> stepFrom;
    /** What a gradient is turned into before the step. */
    final List<Rewrite> gradient;

    final boolean[] biasForward;
    boolean softmaxOutputs;

    LossForm lossForm;
    double lossScale;
    /** dE/do is this times o - t. */
    double outputFactor;

    final Slope[] slopes;
    SentBack sentBack = SentBack.DELTA;
    /** What the error that goes back is multiplied with besides. */
    double sentBackFactor = 1;

    boolean backThroughUpdatedWeights;

    double gradientScale;
    /** The only row that the gradient of the biases has, or -1 for their sum; and what it is multiplied with besides. */
    final int[] biasRow;

    double biasRowScale = 1;
    final boolean[] biasGradientIsZero;

    double weightSign = 1;
    double biasSign = 1;
    /** The step is rate to this power times the gradient. */
    int rateExponent = 1;

    /** What the gradient is multiplied with where it is written down, but not in the step. */
    int rateExponentInGradient;

    double signInGradient = 1;
    final boolean[] biasTrained;
    Decay decay = Decay.NONE;
    /** What a quantity is turned into where it is written down, and nowhere else. */
    final Map<Quantity, Rewrite> written = new HashMap<>();

    /** The correct computation of a step. */
    Recipe(Step step) {
        int depth = step.depth();
        forward = new ArrayList<>(Collections.nCopies(depth, Rewrite.NONE));
        back = new ArrayList<>(forward);
        stepFrom = new ArrayList<>(forward);
        gradient = new ArrayList<>(forward);
        biasForward = filled(depth);
        biasTrained = filled(depth);
        biasGradientIsZero = new boolean[depth];
        biasRow = new int[depth];
        Arrays.fill(biasRow, -1);
        slopes = new Slope[depth];
        Arrays.fill(slopes, Slope.OWN);
        if (step.loss() == Loss.CROSS_ENTROPY) {
            slopes[depth - 1] = Slope.NONE;
        }
        double ofBatch = step.reduction().factor(step.batch());
        outputFactor = step.loss() == Loss.SQUARED_ERROR ? 2 : 1;
        lossScale = step.loss() == Loss.HALF_SQUARED_ERROR ? ofBatch / 2 : ofBatch;
        gradientScale = ofBatch;
        lossForm = step.loss() != Loss.CROSS_ENTROPY
                ? LossForm.SQUARED
                : step.output() == Activation.SOFTMAX ? LossForm.CROSS_ENTROPY : LossForm.BINARY_CROSS_ENTROPY;
    }

    private static boolean[] filled(int size) {
        boolean[] all = new boolean[size];
        Arrays.fill(all, true);
        return all;
    }
}
