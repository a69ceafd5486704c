package org.dl4jsuite.assertions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dl4jsuite.assertions.NetworkAssert.assertThatNetwork;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.dl4jsuite.dl4j.FeedForward;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** The assertion passes what is right, and says of each mistake what it is. */
class NetworkAssertTest {
    private static final double[][] X = {{0.1, 0.9}, {0.8, 0.3}, {0.5, 0.4}};
    private static final double[][] T = {{0.2}, {0.9}, {0.4}};

    /** A perceptron with a hidden layer of three sigmoids, in which mistakes can be made. */
    private static class Mine implements NetworkUnderTest {
        final double[][][] w = {new double[3][2], new double[1][3]};
        final double[][] b = {new double[3], new double[1]};
        final double rate = 0.3;

        @Override
        public double[][][] weights() {
            return w;
        }

        @Override
        public double[][] biases() {
            return b;
        }

        double[] layer(int l, double[] a) {
            double[] out = new double[w[l].length];
            for (int j = 0; j < out.length; j++) {
                double z = b[l][j];
                for (int i = 0; i < a.length; i++) {
                    z += w[l][j][i] * a[i];
                }
                out[j] = 1 / (1 + Math.exp(-z));
            }
            return out;
        }

        @Override
        public double[][] outputs(double[][] x) {
            double[][] outputs = new double[x.length][];
            for (int row = 0; row < x.length; row++) {
                outputs[row] = layer(1, layer(0, x[row]));
            }
            return outputs;
        }

        @Override
        public double loss(double[][] x, double[][] t) {
            double sum = 0;
            for (int row = 0; row < x.length; row++) {
                sum += Math.pow(t[row][0] - outputs(x)[row][0], 2) / 2;
            }
            return sum;
        }

        double hiddenSlope(double a) {
            return a * (1 - a);
        }

        /** The gradients of weights and biases, the latter as one more column. */
        double[][][] gradients(double[][] x, double[][] t) {
            double[][][] g = {new double[3][3], new double[1][4]};
            for (int row = 0; row < x.length; row++) {
                double[] a = layer(0, x[row]);
                double o = layer(1, a)[0];
                double delta = (o - t[row][0]) * o * (1 - o);
                g[1][0][3] += delta;
                for (int j = 0; j < 3; j++) {
                    g[1][0][j] += delta * a[j];
                    double hidden = delta * w[1][0][j] * hiddenSlope(a[j]);
                    g[0][j][2] += hidden;
                    for (int i = 0; i < 2; i++) {
                        g[0][j][i] += hidden * x[row][i];
                    }
                }
            }
            return g;
        }

        @Override
        public double[][][] weightGradients(double[][] x, double[][] t) {
            double[][][] g = gradients(x, t);
            double[][][] ofWeights = {new double[3][2], new double[1][3]};
            for (int l = 0; l < 2; l++) {
                for (int j = 0; j < w[l].length; j++) {
                    System.arraycopy(g[l][j], 0, ofWeights[l][j], 0, w[l][j].length);
                }
            }
            return ofWeights;
        }

        @Override
        public double[][] biasGradients(double[][] x, double[][] t) {
            double[][][] g = gradients(x, t);
            return new double[][] {{g[0][0][2], g[0][1][2], g[0][2][2]}, {g[1][0][3]}};
        }

        @Override
        public void step(double[][] x, double[][] t) {
            double[][][] ofWeights = weightGradients(x, t);
            double[][] ofBiases = biasGradients(x, t);
            for (int l = 0; l < 2; l++) {
                for (int j = 0; j < w[l].length; j++) {
                    b[l][j] -= rate * ofBiases[l][j];
                    for (int i = 0; i < w[l][j].length; i++) {
                        w[l][j][i] -= rate * ofWeights[l][j][i];
                    }
                }
            }
        }
    }

    @Test
    void theSameNetworkAgrees() {
        MultiLayerNetwork dl4j = dl4j();
        double[] before = dl4j.params().toDoubleVector();
        Mine mine = new Mine();
        assertThatNetwork(mine).agreesWith(dl4j).on(X, T);
        assertThatNetwork(mine).agreesWith(dl4j).on(Nd4j.create(X), Nd4j.create(T));
        assertThat(dl4j.params().toDoubleVector()).isEqualTo(before);
        assertThat(mine.w[0]).isDeepEqualTo(new double[3][2]);
    }

    @Test
    void aNetworkOfDl4jInFloatIsComparedToItsPrecision() {
        MultiLayerNetwork dl4j = new FeedForward(
                        settings().layers(),
                        settings().activations(),
                        true,
                        settings().loss(),
                        0.3,
                        false,
                        DataType.FLOAT)
                .network();
        assertThatNetwork(new Mine()).agreesWith(dl4j).on(X, T);
    }

    @Test
    void aMissingSlopeIsNamed() {
        Mine mine = new Mine() {
            @Override
            double hiddenSlope(double a) {
                return 1;
            }
        };
        assertThatThrownBy(() -> assertThatNetwork(mine).agreesWith(dl4j()).on(X, T))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("My network does not agree with DL4J's:\nDiffers. The first difference is dW1[")
                .hasMessageContaining("hidden-slope-missing: ")
                .hasMessageContaining("this batch: W1[")
                .hasMessageContaining("odd one out: mine");
    }

    @Test
    void aStepThatIsWrongIsNamed() {
        Mine mine = new Mine() {
            @Override
            public void step(double[][] x, double[][] t) {
                super.step(x, t);
                b[1][0] += rate * biasGradients(x, t)[1][0];
            }
        };
        assertThatThrownBy(() -> assertThatNetwork(mine).agreesWith(dl4j()).on(X, T))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("The first difference is b2_after[0]")
                .hasMessageContaining("after step 1 the weights differ most at b2[0]");
    }

    @Test
    void anotherLossThanDl4jsIsNamed() {
        Mine mine = new Mine() {
            @Override
            public double loss(double[][] x, double[][] t) {
                return super.loss(x, t) / x.length;
            }
        };
        assertThatThrownBy(() -> assertThatNetwork(mine).agreesWith(dl4j()).on(X, T))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("The first difference is loss");
    }

    @Test
    void shapesThatDoNotFitAreNamed() {
        MultiLayerNetwork wider = FeedForward.of(0.3, 2, 4, 1).withBias().network();
        assertThatThrownBy(() -> assertThatNetwork(new Mine()).agreesWith(wider).on(X, T))
                .isInstanceOf(AssertionError.class)
                .hasMessage("The weights of layer 1 of my network: DL4J's network has 4 rows of 2, got 3 rows.");
    }

    @Test
    void aNetworkThatTheSuiteDoesNotComputeIsNamed() {
        MultiLayerNetwork adam = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .updater(new Adam(0.1))
                .list()
                .layer(new DenseLayer.Builder().nIn(2).nOut(3).build())
                .layer(new OutputLayer.Builder(LossFunction.L2)
                        .nOut(1)
                        .activation(Activation.SIGMOID)
                        .build())
                .build());
        adam.init();
        assertThatThrownBy(() -> assertThatNetwork(new Mine()).agreesWith(adam))
                .hasMessageContaining("DL4J's network: has the updater Adam in layer 1");
    }

    private static FeedForward settings() {
        return FeedForward.of(0.3, 2, 3, 1).withBias();
    }

    private static MultiLayerNetwork dl4j() {
        return settings().network();
    }
}
