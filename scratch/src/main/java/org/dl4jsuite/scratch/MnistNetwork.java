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
        Random random = new Random(1);
        double[][] w1 = firstWeights(200, INPUTS, random);
        double[][] w2 = firstWeights(OUTPUTS, 200, random);
        train(w1, w2, 0.1, pixels, labels);

        byte[] testPixels = read(folder.resolve("t10k-images-idx3-ubyte.gz"), 16);
        byte[] testLabels = read(folder.resolve("t10k-labels-idx1-ubyte.gz"), 8);
        System.out.println("test accuracy " + accuracy(w1, w2, testPixels, testLabels));
    }

    /** Returns what follows the header of an IDX file: 16 bytes before the images' pixels, 8 before the labels. */
    private static byte[] read(Path file, int header) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            in.skipNBytes(header);
            return in.readAllBytes();
        }
    }

    /** Draws W (out, in), row by row, from a normal distribution of width 1/sqrt(links into a node). */
    public static double[][] firstWeights(int out, int in, Random random) {
        double[][] w = new double[out][in];
        for (int j = 0; j < out; j++) {
            for (int i = 0; i < in; i++) {
                w[j][i] = random.nextGaussian() / Math.sqrt(in);
            }
        }
        return w;
    }

    /** Changes W1 (hidden, 784) and W2 (10, hidden) by one step of gradient descent per image, in the order given. */
    public static void train(double[][] w1, double[][] w2, double rate, byte[] pixels, byte[] labels) {
        for (int image = 0; image < labels.length; image++) {
            double[] x = input(pixels, image);
            double[] h = activations(w1, x);
            double[] o = activations(w2, h);
            double[] outputDelta = outputDelta(o, labels[image]);
            double[] hiddenDelta = hiddenDelta(w2, outputDelta, h);
            descend(w2, rate, outputDelta, h);
            descend(w1, rate, hiddenDelta, x);
        }
    }

    /** Returns the share of images whose label has the largest output. */
    public static double accuracy(double[][] w1, double[][] w2, byte[] pixels, byte[] labels) {
        int right = 0;
        for (int image = 0; image < labels.length; image++) {
            double[] h = activations(w1, input(pixels, image));
            double[] o = activations(w2, h);
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

    /** Returns dE/dz_j = (sum over k of dE/dz_k W2_kj) h_j (1 - h_j). */
    public static double[] hiddenDelta(double[][] w2, double[] outputDelta, double[] h) {
        double[] hiddenDelta = new double[h.length];
        for (int j = 0; j < h.length; j++) {
            for (int k = 0; k < OUTPUTS; k++) {
                hiddenDelta[j] += outputDelta[k] * w2[k][j];
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

    /** Returns a = sigmoid(W x) of one layer: x is (in), a is (out), W is (out, in). */
    public static double[] activations(double[][] w, double[] x) {
        double[] a = new double[w.length];
        for (int j = 0; j < a.length; j++) {
            a[j] = 1 / (1 + Math.exp(-dot(w[j], x)));
        }
        return a;
    }

    /** W -= rate * dE/dW, where dE/dW_ji = delta_j x_i. */
    private static void descend(double[][] w, double rate, double[] delta, double[] x) {
        for (int j = 0; j < w.length; j++) {
            double[] row = w[j];
            double d = delta[j];
            for (int i = 0; i < x.length; i++) {
                row[i] -= rate * (d * x[i]);
            }
        }
    }

    /** Returns the sum of w_i x_i, for a number of links that 4 divides. A processor adds four sums in the time of one. */
    private static double dot(double[] w, double[] x) {
        double sum0 = 0;
        double sum1 = 0;
        double sum2 = 0;
        double sum3 = 0;
        for (int i = 0; i < x.length; i += 4) {
            sum0 += w[i] * x[i];
            sum1 += w[i + 1] * x[i + 1];
            sum2 += w[i + 2] * x[i + 2];
            sum3 += w[i + 3] * x[i + 3];
        }
        return (sum0 + sum1) + (sum2 + sum3);
    }
}
