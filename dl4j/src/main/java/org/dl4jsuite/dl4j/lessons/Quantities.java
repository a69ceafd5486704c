package org.dl4jsuite.dl4j.lessons;

import java.util.LinkedHashMap;
import java.util.Map;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.dl4jsuite.dl4j.Pass;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Names what a batch leaves behind on its way through a DL4J network and back. */
final class Quantities {
    private Quantities() {}

    /** Returns the quantities of a network that follows the gradient of its own loss. */
    static Map<String, double[][]> of(MultiLayerNetwork network, INDArray x, INDArray t) {
        return of(network, x, t, Pass.of(network, x, t));
    }

    /** Returns the quantities of {@link Lesson#quantities()}; all arrays are (examples, nodes). */
    static Map<String, double[][]> of(MultiLayerNetwork network, INDArray x, INDArray t, Pass pass) {
        Map<String, double[][]> quantities = new LinkedHashMap<>();
        quantities.put("x", x.toDoubleMatrix());
        quantities.put("t", t.toDoubleMatrix());
        int layers = pass.activations().size();
        for (int l = 0; l < layers; l++) {
            quantities.put("z" + (l + 1), pass.weightedSums().get(l).toDoubleMatrix());
            quantities.put("a" + (l + 1), pass.activations().get(l).toDoubleMatrix());
        }
        quantities.put(
                "error",
                Pass.lossSlope(network, pass.activations().get(layers - 1), t).toDoubleMatrix());
        for (int l = layers - 1; l >= 0; l--) {
            quantities.put("delta" + (l + 1), pass.deltas().get(l).toDoubleMatrix());
        }
        return quantities;
    }
}
