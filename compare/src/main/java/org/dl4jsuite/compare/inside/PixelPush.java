package org.dl4jsuite.compare.inside;

import org.dl4jsuite.compare.model.InspectableModel;

/**
 * How each pixel pushes a network from one answer towards another: d(o_to - o_from)/dx, from the network's own
 * back-propagation.
 *
 * <p>Half the squared error of targets t has the slope o - t at the outputs. With t = o - 1 at one output, t = o + 1 at the
 * other and t = o elsewhere, the gradient of the loss at the inputs is that of o_to - o_from.
 */
public final class PixelPush {
    /**
     * The largest difference that two DOUBLE networks with the same weights may have, relative to the largest push. A sum over
     * n links is good to n * 2^-53 of the sum of its terms' sizes: 784 and 200 links, there and back, give some 2e-13; usually
     * it is 1e-15. A wrong term gives 1e-3 or more.
     */
    public static final double TOLERANCE = 1e-11;

    private PixelPush() {}

    /**
     * Returns one number a pixel: above 0 where more ink raises the output {@code to} more than {@code from}.
     *
     * @param network follows the true gradient of half the squared error
     * @param x one image's inputs
     */
    public static double[] of(InspectableModel network, double[] x, int from, int to) {
        double[][] image = {x};
        double[][] targets = {network.outputs(image)[0].clone()};
        targets[0][to] -= 1;
        targets[0][from] += 1;
        return network.inputGradient(image, targets)[0];
    }
}
