package org.dl4jsuite.compare.sabotage;

import java.util.Locale;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.scratch.Loss;
import org.dl4jsuite.scratch.Reduction;

/** What {@link SabotagedNetwork} can do wrong; what diagnose knows has diagnose's name. */
public enum Mistake {
    HALF_MISSING("E = sum (t - o)²: loss and gradients twice as large"),
    HALF_TWICE("E = 1/4 sum (t - o)²: loss and gradients half as large"),
    SUM_FOR_MEAN("the batch's sum where its mean is meant"),
    MEAN_FOR_SUM("the batch's mean where its sum is meant"),
    MEAN_TWICE("divided by the batch size twice"),
    MEAN_OVER_OUTPUTS("divided by the number of outputs too"),
    TRANSPOSED_WEIGHTS("W2 used as its transpose on the way forward"),
    COLUMN_MAJOR("W1 flattened by columns and read by rows"),
    BIAS_IGNORED("no bias on the way forward"),
    BIAS_NOT_TRAINED("biases stay as they were"),
    BIAS_GRADIENT_NOT_SUMMED("db of the first example instead of the batch"),
    OUTPUT_SLOPE_MISSING("the outputs' delta without o(1 - o)"),
    HIDDEN_SLOPE_MISSING("the hidden layer's delta without a(1 - a)"),
    SLOPE_OF_Z("z(1 - z) for the hidden layer's slope, for a(1 - a)"),
    RAW_ERROR_SENT_BACK("the error o - t goes back through W2, not the delta"),
    SQUARED_ERROR_GRADIENT("the gradient of the squared error under a cross-entropy"),
    SOFTMAX_OUTPUT("outputs through softmax, for the sigmoid"),
    UPDATED_WEIGHTS_USED("back through the W2 that this step has changed already"),
    SIGN("w + rate dE/dw: uphill"),
    RATE_TWICE("a step of rate² dE/dw"),
    RATE_MISSING("a step of dE/dw, without the rate"),
    WEIGHT_DECAY("weights shrink by 0.1 % in each step as well"),
    INPUTS_SCALED("inputs from 0 to 1, for 0.01 to 1"),
    TARGETS_SCALED("targets 0 and 1, for 0.01 and 0.99"),
    LABELS_OFF_BY_ONE("each target is the next class's"),
    ROWS_SHUFFLED("each example has its neighbour's target"),
    FIRST_LAYER_FROZEN("W1 and b1 are never trained"),
    LAST_EXAMPLE_DROPPED("the gradient leaves out each batch's last example");

    private final String done;

    Mistake(String done) {
        this.done = done;
    }

    /** For example {@code half-missing}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What is done instead of the right thing. */
    public String done() {
        return done;
    }

    /** Whether diagnose has a name for it. */
    public boolean isInCatalogue() {
        return this != FIRST_LAYER_FROZEN && this != LAST_EXAMPLE_DROPPED;
    }

    /** The network in which it can be made. */
    NetworkSpec in(NetworkSpec network) {
        return switch (this) {
            case MEAN_FOR_SUM -> network.withReduction(Reduction.SUM);
            case SQUARED_ERROR_GRADIENT -> network.withLoss(Loss.CROSS_ENTROPY);
            default -> network;
        };
    }
}
