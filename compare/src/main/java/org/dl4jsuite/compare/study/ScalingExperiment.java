package org.dl4jsuite.compare.study;

import java.util.ArrayList;
import java.util.List;
import org.dl4jsuite.compare.training.Predictions;
import org.dl4jsuite.data.LabelledImages;
import org.dl4jsuite.data.Scaling;
import org.dl4jsuite.data.Split;
import org.dl4jsuite.scratch.InitialWeights;
import org.dl4jsuite.scratch.Matrix;
import org.dl4jsuite.scratch.Network;
import org.dl4jsuite.scratch.NumpyRandomState;

/**
 * What inputs from 0 and targets of 0 and 1 do to a network: four trainings that differ in nothing else, on the first
 * training images, from the same weights, tested on the first test images.
 */
final class ScalingExperiment {
    static final int TRAINING_IMAGES = 100;
    static final int TEST_IMAGES = 2_000;
    static final int HIDDEN = 50;
    static final double RATE = 0.3;
    static final long SEED = 1;
    /** After so many epochs it is looked at. */
    static final List<Integer> EPOCHS = List.of(10, 100, 400);

    private ScalingExperiment() {}

    /**
     * One way to scale.
     *
     * @param smallestInput what a white pixel becomes; black becomes 1
     * @param low the target of the wrong digits
     * @param high the target of the right digit
     */
    record Scale(double smallestInput, double low, double high) {
        double input(int pixel) {
            return pixel / Scaling.DIVISOR * (1 - smallestInput) + smallestInput;
        }

        /** Returns for example {@code 0.01 to 1}. */
        String inputs() {
            return smallestInput == 0 ? "0 to 1" : smallestInput + " to 1";
        }

        /** Returns for example {@code 0.01 and 0.99}. */
        String targets() {
            return low == 0 ? "0 and 1" : low + " and " + high;
        }
    }

    /**
     * A look at a training.
     *
     * @param scale how it scales
     * @param epochs after how many
     * @param unchanged weights into the hidden nodes that are to the last bit what they were at first
     * @param weights into the hidden nodes
     * @param largestSum the largest absolute weighted sum of an output over the training images
     * @param slope the mean of o(1 - o), the factor by which an output's error counts, over the same
     * @param accuracy on the test images
     */
    record Look(
            Scale scale, int epochs, int unchanged, int weights, double largestSum, double slope, double accuracy) {}

    /** Trains all four; seconds. */
    static List<Look> run(Split mnist) {
        return run(mnist.first(TRAINING_IMAGES, TEST_IMAGES), EPOCHS);
    }

    /** Trains all four on these images, and looks at them after so many epochs. */
    static List<Look> run(Split split, List<Integer> epochs) {
        List<Look> looks = new ArrayList<>();
        for (Scale scale : List.of(
                new Scale(Scaling.OFFSET, Scaling.OFF, Scaling.ON),
                new Scale(0, Scaling.OFF, Scaling.ON),
                new Scale(Scaling.OFFSET, 0, 1),
                new Scale(0, 0, 1))) {
            looks.addAll(train(split, scale, epochs));
        }
        return looks;
    }

    private static List<Look> train(Split split, Scale scale, List<Integer> epochs) {
        Network network = Worksheet.network(LabelledImages.PIXELS, HIDDEN, LabelledImages.CLASSES);
        double[] first = InitialWeights.INCOMING_LINKS.draw(network, new NumpyRandomState(SEED));
        network.setParameters(first);
        List<Matrix> inputs = inputs(split.train(), scale);
        List<Look> looks = new ArrayList<>();
        for (int epoch = 1; epoch <= epochs.get(epochs.size() - 1); epoch++) {
            for (int i = 0; i < inputs.size(); i++) {
                network.train(inputs.get(i), target(split.train().label(i), scale), RATE);
            }
            if (epochs.contains(epoch)) {
                looks.add(look(network, first, inputs, split.test(), scale, epoch));
            }
        }
        return looks;
    }

    private static Look look(
            Network network, double[] first, List<Matrix> inputs, LabelledImages test, Scale scale, int epoch) {
        double[] now = network.parameters();
        int weights = LabelledImages.PIXELS * HIDDEN;
        int unchanged = 0;
        for (int i = 0; i < weights; i++) {
            unchanged += now[i] == first[i] ? 1 : 0;
        }
        double largestSum = 0;
        double slopes = 0;
        for (Matrix x : inputs) {
            for (double o : network.query(x).values()) {
                largestSum = Math.max(largestSum, Math.abs(Math.log(o / (1 - o))));
                slopes += o * (1 - o);
            }
        }
        int right = 0;
        List<Matrix> tests = inputs(test, scale);
        for (int i = 0; i < tests.size(); i++) {
            double[] outputs = network.query(tests.get(i)).values();
            right += Predictions.largest(outputs) == test.label(i) ? 1 : 0;
        }
        return new Look(
                scale,
                epoch,
                unchanged,
                weights,
                largestSum,
                slopes / inputs.size() / LabelledImages.CLASSES,
                (double) right / tests.size());
    }

    private static List<Matrix> inputs(LabelledImages images, Scale scale) {
        List<Matrix> inputs = new ArrayList<>();
        for (int i = 0; i < images.size(); i++) {
            double[] x = new double[LabelledImages.PIXELS];
            for (int k = 0; k < x.length; k++) {
                x[k] = scale.input(images.pixel(i, k));
            }
            inputs.add(Matrix.of(x));
        }
        return inputs;
    }

    private static Matrix target(int label, Scale scale) {
        double[] t = new double[LabelledImages.CLASSES];
        for (int k = 0; k < t.length; k++) {
            t[k] = k == label ? scale.high() : scale.low();
        }
        return Matrix.of(t);
    }
}
