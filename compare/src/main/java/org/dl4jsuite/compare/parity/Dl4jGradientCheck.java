package org.dl4jsuite.compare.parity;

import org.deeplearning4j.gradientcheck.GradientCheckUtil;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.dl4jsuite.compare.model.Dl4jModel;
import org.dl4jsuite.compare.model.Precision;
import org.dl4jsuite.compare.parity.CaseParity.GradientCheck;
import org.dl4jsuite.dl4j.BookRule;
import org.dl4jsuite.dl4j.FeedForward;
import org.dl4jsuite.scratch.Variant;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * DL4J's own gradient check on DL4J's own networks, as a witness from outside the suite.
 *
 * <p>It insists on DOUBLE and a learning rate of 1. Under the book's rule both of the twin's networks are checked, each
 * against its own loss. Examples that bring a RELU node so near its kink that the check's own step may carry it over are
 * left out: there it would measure a mixture of two slopes.
 */
final class Dl4jGradientCheck {
    /**
     * The settings of DL4J's own test suite: step, largest relative error, and the absolute error that is forgiven because
     * the rounding of a loss, divided by the step, comes to as much.
     */
    private static final double EPSILON = 1e-6;

    private static final double MAX_RELATIVE_ERROR = 1e-3;
    private static final double MIN_ABSOLUTE_ERROR = 1e-8;
    /** It runs the whole network for every parameter; of large tensors it takes a sample. */
    private static final int MAX_PARAMETERS_PER_TENSOR = 50;

    private Dl4jGradientCheck() {}

    static GradientCheck run(ParityCase parityCase) {
        int[] rows = Kinks.rowsAwayFromThem(parityCase, EPSILON);
        if (parityCase.spec().precision() != Precision.DOUBLE || rows.length == 0) {
            return GradientCheck.NOT_APPLICABLE;
        }
        DataType before = Nd4j.dataType();
        // the check also wants DOUBLE as ND4J's global default, whatever the network's own type
        Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
        try {
            FeedForward settings = Dl4jModel.settings(parityCase.spec().withRate(1));
            return passes(settings, parityCase.withRows(rows)) ? GradientCheck.PASSED : GradientCheck.FAILED;
        } finally {
            Nd4j.setDefaultDataTypes(before, before);
        }
    }

    /** Whether the network passes on all rows, however near to a kink; ND4J's default type must be DOUBLE. */
    static boolean passes(FeedForward settings, ParityCase parityCase) {
        if (parityCase.spec().variant() == Variant.BOOK_RULE) {
            BookRule bookRule = new BookRule(settings);
            return check(bookRule.squaredError(), parityCase) && check(bookRule.crossEntropy(), parityCase);
        }
        return check(settings.network(), parityCase);
    }

    private static boolean check(MultiLayerNetwork network, ParityCase parityCase) {
        network.setParams(Nd4j.createFromArray(parityCase.parameters()));
        INDArray x = Nd4j.createFromArray(parityCase.inputs());
        INDArray t = Nd4j.createFromArray(parityCase.targets());
        return GradientCheckUtil.checkGradients(new GradientCheckUtil.MLNConfig()
                .net(network)
                .input(x)
                .labels(t)
                .epsilon(EPSILON)
                .maxRelError(MAX_RELATIVE_ERROR)
                .minAbsoluteError(MIN_ABSOLUTE_ERROR)
                .print(GradientCheckUtil.PrintMode.FAILURES_ONLY)
                .subset(true)
                .maxPerParam(MAX_PARAMETERS_PER_TENSOR));
    }
}
