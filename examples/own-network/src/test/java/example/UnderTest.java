package example;

import java.util.Arrays;
import org.dl4jsuite.assertions.NetworkUnderTest;

/** The network's arrays under the names that the assertion knows. */
record UnderTest(OwnNetwork own, double rate) implements NetworkUnderTest {
    @Override
    public double[][][] weights() {
        return new double[][][] {own.w1, own.w2};
    }

    @Override
    public double[][] biases() {
        return new double[][] {own.b1, own.b2};
    }

    @Override
    public double[][] outputs(double[][] x) {
        return Arrays.stream(x).map(own::query).toArray(double[][]::new);
    }

    @Override
    public double loss(double[][] x, double[][] t) {
        return own.loss(x, t);
    }

    @Override
    public double[][][] weightGradients(double[][] x, double[][] t) {
        own.backward(x, t);
        return new double[][][] {own.dw1, own.dw2};
    }

    @Override
    public double[][] biasGradients(double[][] x, double[][] t) {
        own.backward(x, t);
        return new double[][] {own.db1, own.db2};
    }

    @Override
    public void step(double[][] x, double[][] t) {
        own.train(x, t, rate);
    }
}
