package org.dl4jsuite.compare.lessons;

import java.util.List;
import org.dl4jsuite.compare.lessons.LessonResult.Check;
import org.dl4jsuite.compare.model.Tensor;
import org.dl4jsuite.compare.parity.Differences;

/**
 * Compares outputs, loss and gradient of a lesson's two sides at the same parameters, the gradient three ways.
 *
 * <p>All elements of a quantity share one tolerance, by the largest of them or of the terms that they add up. Element by element
 * the parity cases compare; the lessons' networks are among their kinds.
 */
final class LessonParity {
    /** The step of the five-point central difference (8 d(h) - d(2h)) / 12h, d(h) = E(p + h) - E(p - h); exact in binary. */
    private static final double STEP = 0x1p-10;
    /** Of larger networks a sample of the parameters is differentiated numerically. */
    private static final int MAX_DIFFERENCES = 500;

    private final org.dl4jsuite.scratch.lessons.Lesson scratch;
    private final org.dl4jsuite.dl4j.lessons.Lesson dl4j;
    private final double relative;
    /** Towards the end of a training errors cancel to little, but they are rounded as they were at the start. */
    private final double gradientAtTheStart;

    LessonParity(
            org.dl4jsuite.scratch.lessons.Lesson scratch,
            org.dl4jsuite.dl4j.lessons.Lesson dl4j,
            LessonRounding rounding) {
        this.scratch = scratch;
        this.dl4j = dl4j;
        relative = rounding.ofSums();
        gradientAtTheStart = sizeOfGradient(scratch.gradient());
    }

    /** Both sides have the same parameters now; {@code when} goes into the checks' names. */
    List<Check> checks(String when) {
        double[] outputs = Tensor.flat(scratch.outputs());
        double loss = scratch.loss();
        double[] gradient = scratch.gradient();
        // the squares of errors e are rounded by u e², the errors themselves by u: 2 e u in their squares
        double sizeOfLoss = Math.max(loss, Math.sqrt(loss));
        double sizeOfGradient = Math.max(gradientAtTheStart, sizeOfGradient(gradient));
        return List.of(
                check(
                        "outputs " + when,
                        outputs,
                        Tensor.flat(dl4j.outputs()),
                        relative * Math.max(1, Differences.magnitude(outputs))),
                check("loss " + when, new double[] {loss}, new double[] {dl4j.loss()}, relative * sizeOfLoss),
                check("gradient " + when, gradient, dl4j.gradient(), relative * sizeOfGradient),
                numeric("gradient and central differences " + when, gradient, loss, relative * sizeOfGradient));
    }

    /** Returns the size of the largest element, or of the terms that it adds up, which may be larger. */
    private double sizeOfGradient(double[] gradient) {
        return Math.max(Differences.magnitude(gradient), GradientTerms.size(scratch.quantities()));
    }

    private Check numeric(String what, double[] gradient, double loss, double rounding) {
        double[] parameters = scratch.parameters();
        int stride = (parameters.length + MAX_DIFFERENCES - 1) / MAX_DIFFERENCES;
        double[] analytic = new double[(parameters.length + stride - 1) / stride];
        double[] numeric = new double[analytic.length];
        double leftOut = 0;
        for (int k = 0; k < analytic.length; k++) {
            int i = k * stride;
            analytic[k] = gradient[i];
            double near = change(parameters, i, STEP);
            double middle = change(parameters, i, 2 * STEP);
            double far = change(parameters, i, 4 * STEP);
            numeric[k] = (8 * near - middle) / (12 * STEP);
            double coarse = (8 * middle - far) / (24 * STEP);
            leftOut = Math.max(leftOut, Math.abs(coarse - numeric[k]));
        }
        scratch.setParameters(parameters);
        // up to 1.5 losses come together; what the formula leaves out is a fifteenth of what the doubled step leaves
        // out more
        double size = Math.max(1, loss);
        return check(what, analytic, numeric, rounding + 1.5 * relative * size / STEP + leftOut);
    }

    /** Returns by how much more the loss is with a parameter larger by {@code step} than with it smaller by that. */
    private double change(double[] parameters, int i, double step) {
        double[] changed = parameters.clone();
        changed[i] = parameters[i] + step;
        scratch.setParameters(changed);
        double above = scratch.lossFollowedBy(i);
        changed[i] = parameters[i] - step;
        scratch.setParameters(changed);
        return above - scratch.lossFollowedBy(i);
    }

    private static Check check(String what, double[] a, double[] b, double tolerance) {
        int worst = Differences.worst(a, b);
        return new Check(
                what, Differences.largest(a, b), tolerance, "element " + worst + ": " + a[worst] + " and " + b[worst]);
    }
}
