package example;

import static org.dl4jsuite.assertions.NetworkAssert.assertThatNetwork;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.*;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.impl.LossL2;

class OwnNetworkTest {
    @Test
    void agreesWithDl4j() {
        LossL2 half = new LossL2(Nd4j.valueArrayOf(new long[] {1, 2}, 0.5));
        MultiLayerNetwork dl4j = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .dataType(DataType.DOUBLE).updater(new Sgd(0.3)).list()
                .layer(new DenseLayer.Builder().nIn(3).nOut(4).activation(Activation.TANH).build())
                .layer(new OutputLayer.Builder(half).nOut(2).activation(Activation.SIGMOID).build())
                .build());
        dl4j.init();
        UnderTest mine = new UnderTest(new OwnNetwork(3, 4, 2), 0.3);
        assertThatNetwork(mine).agreesWith(dl4j).on(Nd4j.rand(DataType.DOUBLE, 5, 3), Nd4j.rand(DataType.DOUBLE, 5, 2));
    }
}
