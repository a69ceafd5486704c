package org.dl4jsuite.compare.speed;

import org.dl4jsuite.data.LabelledImages;

/**
 * How many of its inputs a network works on, on the average of the images.
 *
 * @param entries a sample's inputs
 * @param rows the different inputs of all samples of a step
 */
record ActiveInputs(double entries, double rows) {
    /** What stands for the background, whatever its inputs, in the fast network. */
    private static final int BACKGROUND_ROWS = 2;

    /** A network that leaves nothing out. */
    static ActiveInputs all(int inputs) {
        return new ActiveInputs(inputs, inputs);
    }

    /** The inputs that differ from {@code background}, counted image by image, and two more for the background. */
    static ActiveInputs of(LabelledImages images, int batch, float background) {
        long entries = 0;
        long rows = 0;
        int steps = images.size() / batch;
        double[] input = new double[LabelledImages.PIXELS];
        for (int step = 0; step < steps; step++) {
            boolean[] seen = new boolean[input.length];
            for (int n = step * batch; n < (step + 1) * batch; n++) {
                images.input(n, input);
                for (int i = 0; i < input.length; i++) {
                    if ((float) input[i] != background) {
                        entries++;
                        rows += seen[i] ? 0 : 1;
                        seen[i] = true;
                    }
                }
            }
        }
        return new ActiveInputs(
                (double) entries / (steps * batch) + BACKGROUND_ROWS, (double) rows / steps + BACKGROUND_ROWS);
    }
}
