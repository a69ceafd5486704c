package org.dl4jsuite.compare.parity;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.dl4jsuite.compare.Provenance;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.Precision;
import org.dl4jsuite.scratch.Activation;
import org.dl4jsuite.scratch.Loss;
import org.dl4jsuite.scratch.Reduction;
import org.dl4jsuite.scratch.Variant;
import org.jspecify.annotations.Nullable;

/**
 * The parity results in full, with everything that is needed to compute them again elsewhere.
 *
 * @param origin where they come from
 * @param cases one entry a case
 */
@JsonPropertyOrder("format")
public record ParityJson(Provenance origin, List<Case> cases) {

    @JsonProperty
    String format() {
        return "dl4jsuite-parity-1";
    }

    /** A value of both sides. */
    public record Both<T>(T scratch, T dl4j) {}

    /**
     * One case.
     *
     * @param name unique
     * @param layers nodes, inputs first
     * @param activations one a layer of links
     * @param bias whether there are biases
     * @param variant which error goes back to the hidden layer
     * @param lossFunction E of one example
     * @param reduction over the rows
     * @param precision what DL4J computed in
     * @param inputs (rows, in)
     * @param targets (rows, out)
     * @param parameters flat: W1 (out x in) row by row, b1, W2, …
     * @param loss of the batch
     * @param outputs (rows, out)
     * @param tensors the gradients
     * @param dl4jGradientCheck what DL4J's own GradientCheckUtil says of DL4J's network
     * @param trajectory of the weights over online steps at rate 0.1
     * @param divergence where the sides part, or null
     * @param agrees whether everything above does
     */
    public record Case(
            @JsonProperty("case") String name,
            List<Integer> layers,
            List<Activation> activations,
            boolean bias,
            Variant variant,
            Loss lossFunction,
            Reduction reduction,
            Precision precision,
            double[][] inputs,
            double[][] targets,
            double[] parameters,
            Both<Double> loss,
            Both<double[][]> outputs,
            List<TensorParity> tensors,
            CaseParity.GradientCheck dl4jGradientCheck,
            List<TrajectoryPoint> trajectory,
            @Nullable Divergence divergence,
            boolean agrees) {

        static Case of(ParityRun.Result result) {
            CaseParity parity = result.parity();
            ParityCase parityCase = parity.parityCase();
            NetworkSpec spec = parityCase.spec();
            return new Case(
                    parityCase.name(),
                    spec.layers(),
                    spec.activations(),
                    spec.bias(),
                    spec.variant(),
                    spec.loss(),
                    spec.reduction(),
                    spec.precision(),
                    parityCase.inputs(),
                    parityCase.targets(),
                    parityCase.parameters(),
                    new Both<>(parity.loss().scratch()[0], parity.loss().dl4j()[0]),
                    new Both<>(
                            rows(parity.outputs().scratch(), spec.outputs()),
                            rows(parity.outputs().dl4j(), spec.outputs())),
                    parity.tensors(),
                    parity.dl4jGradientCheck(),
                    result.trajectory(),
                    result.divergence(),
                    result.agrees());
        }

        private static double[][] rows(double[] flat, int columns) {
            double[][] rows = new double[flat.length / columns][columns];
            for (int row = 0; row < rows.length; row++) {
                System.arraycopy(flat, row * columns, rows[row], 0, columns);
            }
            return rows;
        }
    }

    /** The results of a run. */
    public static ParityJson of(Provenance origin, List<ParityRun.Result> results) {
        return new ParityJson(origin, results.stream().map(Case::of).toList());
    }
}
