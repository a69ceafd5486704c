package org.dl4jsuite.scratch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.GZIPInputStream;

/**
 * The suite's main network, 784-200-10, as one program in plain Java: from MNIST's files to the test accuracy. DL4J's twin
 * has the same name. Run it in the suite's folder: {@code java scratch/src/main/java/org/dl4jsuite/scratch/MnistNetwork.java}
 *
 * <p>Sigmoids, no biases, one image per step, gradient descent on E = 1/2 sum (t - o)² at rate 0.1. The network is that of
 * Tariq Rashid's <i>Make Your Own Neural Network</i>, learning by the true gradient.
 */
public final class MnistNetwork {
    private static final int INPUTS = 784;
    private static final int OUTPUTS = 10;

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments.length > 0 ? arguments[0] : "data/src/main/resources/org/dl4jsuite/data/mnist");
        byte[] pixels = read(folder.resolve("train-images-idx3-ubyte.gz"), 16);
        byte[] labels = read(folder.resolve("train-labels-idx1-ubyte.gz"), 8);
        double[] weights = firstWeights(200, new Random(1));
        train(weights, 0.1, pixels, labels);

        byte[] testPixels = read(folder.resolve("t10k-images-idx3-ubyte.gz"), 16);
        byte[] testLabels = read(folder.resolve("t10k-labels-idx1-ubyte.gz"), 8);
        System.out.println("test accuracy " + accuracy(weights, testPixels, testLabels));
    }

    /** Returns what follows the header of an IDX file: 16 bytes before the images' pixels, 8 before the labels. */
    private static byte[] read(Path file, int header) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            in.skipNBytes(header);
            return in.readAllBytes();
        }
    }

    /** Draws W1 (hidden, 784) and W2 (10, hidden), row by row, from a normal distribution of width 1/sqrt(links into a node). */
    public static double[] firstWeights(int hidden, Random random) {
        double[] weights = new double[hidden * (INPUTS + OUTPUTS)];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = random.nextGaussian() / Math.sqrt(i < hidden * INPUTS ? INPUTS : hidden);
        }
        return weights;
    }

    /** Changes {@code weights} (W1, then W2) by one step of gradient descent per image, in the order given. */
    public static void train(double[] weights, double rate, byte[] pixels, byte[] labels) {
        int hidden = weights.length / (INPUTS + OUTPUTS);
        int w2 = hidden * INPUTS; // where W2 begins
        for (int image = 0; image < labels.length; image++) {
            double[] x = input(pixels, image);
            double[] h = activations(weights, 0, hidden, x);
            double[] o = activations(weights, w2, OUTPUTS, h);
            double[] outputDelta = outputDelta(o, labels[image]);
            double[] hiddenDelta = hiddenDelta(weights, w2, outputDelta, h);
            descend(weights, w2, rate, outputDelta, h);
            descend(weights, 0, rate, hiddenDelta, x);
        }
    }

    /** Returns the share of images whose label has the largest output. */
    public static double accuracy(double[] weights, byte[] pixels, byte[] labels) {
        int hidden = weights.length / (INPUTS + OUTPUTS);
        int right = 0;
        for (int image = 0; image < labels.length; image++) {
            double[] h = activations(weights, 0, hidden, input(pixels, image));
            double[] o = activations(weights, hidden * INPUTS, OUTPUTS, h);
            int answer = 0;
            for (int k = 1; k < OUTPUTS; k++) {
                answer = o[k] > o[answer] ? k : answer;
            }
            right += answer == labels[image] ? 1 : 0;
        }
        return (double) right / labels.length;
    }

    /** Returns 0.99 for the label, 0.01 for the others. */
    public static double target(int k, int label) {
        return k == label ? 0.99 : 0.01;
    }

    /** Returns dE/dz_k = (o_k - t_k) o_k (1 - o_k). */
    public static double[] outputDelta(double[] o, int label) {
        double[] outputDelta = new double[OUTPUTS];
        for (int k = 0; k < OUTPUTS; k++) {
            double t = target(k, label);
            outputDelta[k] = (o[k] - t) * (o[k] * (1 - o[k]));
        }
        return outputDelta;
    }

    /** Returns dE/dz_j = (sum over k of dE/dz_k W2_kj) h_j (1 - h_j); W2 begins at {@code w2}. */
    public static double[] hiddenDelta(double[] weights, int w2, double[] outputDelta, double[] h) {
        int hidden = h.length;
        double[] hiddenDelta = new double[hidden];
        for (int j = 0; j < hidden; j++) {
            for (int k = 0; k < OUTPUTS; k++) {
                hiddenDelta[j] += outputDelta[k] * weights[w2 + k * hidden + j];
            }
            hiddenDelta[j] *= h[j] * (1 - h[j]);
        }
        return hiddenDelta;
    }

    /** Scales an image's pixels, 0 to 255, to inputs from 0.01 to 1. */
    public static double[] input(byte[] pixels, int image) {
        double[] x = new double[INPUTS];
        for (int i = 0; i < INPUTS; i++) {
            x[i] = (pixels[image * INPUTS + i] & 0xff) / 255.0 * 0.99 + 0.01;
        }
        return x;
    }

    /** Returns a = sigmoid(W x) of one layer: x is (in), a is (out), W is (out, in) and begins at {@code w}. */
    public static double[] activations(double[] weights, int w, int out, double[] x) {
        double[] a = new double[out];
        for (int j = 0; j < out; j++) {
            a[j] = 1 / (1 + Math.exp(-dot(weights, w + j * x.length, x)));
        }
        return a;
    }

    /** W -= rate * dE/dW, where dE/dW_ji = delta_j x_i; W begins at {@code w}. */
    private static void descend(double[] weights, int w, double rate, double[] delta, double[] x) {
        for (int j = 0; j < delta.length; j++) {
            for (int i = 0; i < x.length; i++) {
                weights[w + j * x.length + i] -= rate * (delta[j] * x[i]);
            }
        }
    }

    /** Returns the sum of w_i x_i, for a number of links that 4 divides. A processor adds four sums in the time of one. */
    private static double dot(double[] weights, int w, double[] x) {
        double sum0 = 0;
        double sum1 = 0;
        double sum2 = 0;
        double sum3 = 0;
        for (int i = 0; i < x.length; i += 4) {
            sum0 += weights[w + i] * x[i];
            sum1 += weights[w + i + 1] * x[i + 1];
            sum2 += weights[w + i + 2] * x[i + 2];
            sum3 += weights[w + i + 3] * x[i + 3];
        }
        return (sum0 + sum1) + (sum2 + sum3);
    }
}
