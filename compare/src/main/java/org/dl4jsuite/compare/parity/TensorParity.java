package org.dl4jsuite.compare.parity;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import org.dl4jsuite.compare.model.Tensor;

/**
 * One parameter tensor's gradient as the three witnesses have it.
 *
 * @param tensor W1, b1, …
 * @param shape (out, in) or (out)
 * @param scratch flat, row by row
 * @param dl4j likewise
 * @param numeric likewise, by central differences
 * @param worst the element on which scratch and DL4J (or, if they agree and the numeric value does not, scratch and
 *     numeric) differ most, for example W1[3][7]
 * @param worstIndex its place in the flat arrays
 * @param maxAbs the largest |scratch - dl4j|
 * @param maxRel maxAbs relative to the largest element of the tensor
 * @param maxUlp the largest distance of scratch and dl4j in units in the last place of the larger one
 * @param maxAbsNumeric the largest |scratch - numeric|
 * @param tolerance the largest |scratch - dl4j| that rounding can explain, see {@link Tolerance}
 * @param numericTolerance the same for |scratch - numeric| and |dl4j - numeric|
 * @param verdict agree, or who stands alone
 */
public record TensorParity(
        String tensor,
        List<Integer> shape,
        double[] scratch,
        double[] dl4j,
        double[] numeric,
        String worst,
        int worstIndex,
        double maxAbs,
        double maxRel,
        double maxUlp,
        double maxAbsNumeric,
        double tolerance,
        double numericTolerance,
        Verdict verdict) {

    static TensorParity of(
            Tensor tensor,
            double[] scratch,
            double[] dl4j,
            double[] numeric,
            double tolerance,
            double numericTolerance) {
        double maxAbs = Differences.largest(scratch, dl4j);
        double maxAbsNumeric = Differences.largest(scratch, numeric);
        // written so that a NaN on any side counts as a difference
        boolean sidesAgree = maxAbs <= tolerance;
        boolean scratchIsNumeric = maxAbsNumeric <= numericTolerance;
        boolean dl4jIsNumeric = Differences.largest(dl4j, numeric) <= numericTolerance;
        double largest = Math.max(Differences.magnitude(scratch), Differences.magnitude(dl4j));
        int worst = sidesAgree && !scratchIsNumeric
                ? Differences.worst(scratch, numeric)
                : Differences.worst(scratch, dl4j);
        return new TensorParity(
                tensor.name(),
                tensor.shape(),
                scratch,
                dl4j,
                numeric,
                tensor.element(worst),
                worst,
                maxAbs,
                maxAbs == 0 ? 0 : maxAbs / largest,
                Differences.largestInUlps(scratch, dl4j),
                maxAbsNumeric,
                tolerance,
                numericTolerance,
                Verdict.of(sidesAgree, scratchIsNumeric, dl4jIsNumeric));
    }

    @JsonIgnore
    public boolean agrees() {
        return verdict == Verdict.AGREE;
    }

    /** For example {@code W1[3][7]: scratch 0.0134, DL4J 0.0131, numeric 0.0131 (tolerance 1e-15)}. */
    public String describe() {
        return worst + ": scratch " + scratch[worstIndex] + ", DL4J " + dl4j[worstIndex] + ", numeric "
                + numeric[worstIndex]
                + " (tolerance " + tolerance + ", numeric " + numericTolerance + "): "
                + (agrees() ? "agree" : "odd one out: " + verdict.label());
    }
}
