package org.dl4jsuite.dl4j;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/** How the loss changes with each input, as DL4J's own back-propagation has it when it reaches the input. */
public final class InputGradient {
    private InputGradient() {}

    /** Returns dE/dx, one row an example: x is (batch, in), t is (batch, out), dE/dx is (batch, in), the caller's to close. */
    public static INDArray of(MultiLayerNetwork network, INDArray x, INDArray t) {
        return network.calculateGradients(x, t, null, null).getSecond();
    }
}
