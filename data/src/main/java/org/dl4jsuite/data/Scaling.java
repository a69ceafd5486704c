package org.dl4jsuite.data;

import java.util.Objects;

/**
 * How pixels and labels become the numbers a network sees.
 *
 * <p>Source: Tariq Rashid, <i>Make Your Own Neural Network</i> (2016), part 2. Inputs stay away from 0, which would
 * stop a weight from learning; targets stay away from 0 and 1, which a sigmoid never reaches.
 */
public final class Scaling {
    /** The target of every output that is not the label's. */
    public static final double OFF = 0.01;

    /** The target of the label's output. */
    public static final double ON = 0.99;

    /** What a pixel is divided by. */
    public static final double DIVISOR = 255;

    /** What the quotient is multiplied by. */
    public static final double FACTOR = 0.99;

    /** What is added to the product. */
    public static final double OFFSET = 0.01;

    private static final double[] INPUTS = new double[256];

    static {
        for (int pixel = 0; pixel < INPUTS.length; pixel++) {
            // This order of operations is the book's; another one differs in the last bit.
            INPUTS[pixel] = pixel / DIVISOR * FACTOR + OFFSET;
        }
    }

    private Scaling() {}

    /**
     * The input for one pixel: {@code pixel / 255.0 * 0.99 + 0.01}, so 0 gives 0.01 and 255 gives 1.0.
     *
     * @param pixel grey value, 0 (background) to 255 (ink)
     * @throws IndexOutOfBoundsException if the pixel is outside 0 to 255
     */
    public static double input(int pixel) {
        return INPUTS[Objects.checkIndex(pixel, INPUTS.length)];
    }
}
