package org.dl4jsuite.scratch.lessons;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dl4jsuite.scratch.Matrix;
import org.dl4jsuite.scratch.Network.Pass;

/** Names what a batch leaves behind on its way through a network and back. */
final class Quantities {
    private Quantities() {}

    /** Returns the quantities of {@link Lesson#quantities()}; all matrices are (examples, nodes). */
    static Map<String, double[][]> of(Matrix x, Matrix t, Pass pass, Matrix error) {
        Map<String, double[][]> quantities = new LinkedHashMap<>();
        quantities.put("x", x.toRows());
        quantities.put("t", t.toRows());
        int layers = pass.activations().size();
        for (int l = 0; l < layers; l++) {
            quantities.put("z" + (l + 1), pass.weightedSums().get(l).toRows());
            quantities.put("a" + (l + 1), pass.activations().get(l).toRows());
        }
        quantities.put("error", error.toRows());
        for (int l = layers - 1; l >= 0; l--) {
            quantities.put("delta" + (l + 1), pass.deltas().get(l).toRows());
        }
        return quantities;
    }
}
