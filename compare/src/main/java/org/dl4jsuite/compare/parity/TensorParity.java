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
 *     numeric) use most of its tolerance, for example W1[3][7]; the first that is not finite, if there is one
 * @param worstIndex its place in the flat arrays
 * @param maxAbs the largest |scratch - dl4j|
 * @param maxRel maxAbs relative to the largest element of the tensor
 * @param maxUlp the largest distance of scratch and dl4j in units in the last place of the larger one
 * @param maxAbsNumeric the largest |scratch - numeric|
 * @param tolerance the largest of {@code tolerances}
 * @param numericTolerance the largest |scratch - numeric| or |dl4j - numeric| that is allowed
 * @param tolerances the |scratch - dl4j| that rounding can explain, for each element by itself, see {@link Tolerance}
 * @param toleranceUsed the largest |scratch - dl4j| as a share of its own element's tolerance: they agree up to 1
 * @param drift the largest change from scratch once every parameter is one unit in the last place off: what rounding does
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
        double[] tolerances,
        double toleranceUsed,
        double drift,
        Verdict verdict) {

    /** Compares a tensor's stretch of whole flat vectors. */
    static TensorParity of(
            Tensor tensor,
            double[] allOfScratch,
            double[] allOfDl4j,
            double[] allNumeric,
            double[] allPerturbed,
            double[] allTolerances,
            double[] allNumericTolerances) {
        double[] scratch = tensor.in(allOfScratch);
        double[] dl4j = tensor.in(allOfDl4j);
        double[] numeric = tensor.in(allNumeric);
        double[] tolerances = tensor.in(allTolerances);
        double[] numericTolerances = tensor.in(allNumericTolerances);
        double maxAbs = Differences.largest(scratch, dl4j);
        double toleranceUsed = Differences.largestShare(scratch, dl4j, tolerances);
        boolean sidesAgree = toleranceUsed <= 1;
        boolean scratchIsNumeric = Differences.largestShare(scratch, numeric, numericTolerances) <= 1;
        boolean dl4jIsNumeric = Differences.largestShare(dl4j, numeric, numericTolerances) <= 1;
        double largest = Math.max(Differences.magnitude(scratch), Differences.magnitude(dl4j));
        int worst = sidesAgree && !scratchIsNumeric
                ? Differences.worst(scratch, numeric, numericTolerances)
                : Differences.worst(scratch, dl4j, tolerances);
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
                Differences.largest(scratch, numeric),
                Differences.magnitude(tolerances),
                Differences.magnitude(numericTolerances),
                tolerances,
                toleranceUsed,
                Differences.largest(scratch, tensor.in(allPerturbed)),
                Verdict.of(sidesAgree, scratchIsNumeric, dl4jIsNumeric));
    }

    /** Returns the same without the elements, which a report does not show. */
    public TensorParity withoutElements() {
        double[] none = {};
        return new TensorParity(
                tensor,
                shape,
                none,
                none,
                none,
                worst,
                worstIndex,
                maxAbs,
                maxRel,
                maxUlp,
                maxAbsNumeric,
                tolerance,
                numericTolerance,
                none,
                toleranceUsed,
                drift,
                verdict);
    }

    @JsonIgnore
    public boolean agrees() {
        return verdict == Verdict.AGREE;
    }

    /** Returns for example {@code W1[3][7]: scratch 0.0134, DL4J 0.0131, numeric 0.0131 (tolerance 1e-15)}. */
    public String describe() {
        return worst + ": scratch " + scratch[worstIndex] + ", DL4J " + dl4j[worstIndex] + ", numeric "
                + numeric[worstIndex] + " (tolerance " + tolerances[worstIndex] + ", numeric "
                + numericTolerance + ", drift by rounding " + drift + "): " + judgement();
    }

    private String judgement() {
        if (!Double.isFinite(scratch[worstIndex]) || !Double.isFinite(dl4j[worstIndex])) {
            return "not finite";
        }
        return agrees() ? "agree" : "odd one out: " + verdict.label();
    }
}
