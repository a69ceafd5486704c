package org.dl4jsuite.compare.diagnose;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The first quantity of a step that differs, in the order in which a step is computed.
 *
 * @param quantity what it is, for example {@code weight-gradient}
 * @param layer of links, from 1; null of the loss
 * @param tensor its name in the dump
 * @param element the one that uses most of its tolerance, for example {@code dW1[3][7]}, with the dump's own subscripts
 * @param yours the dump's value
 * @param ours the suite's
 * @param ulps how many units in the last place they are apart, of the larger of the two
 */
public record FirstDifference(
        String quantity,
        @Nullable Integer layer,
        String tensor,
        String element,
        double yours,
        double ours,
        double ulps) {

    static FirstDifference of(Step step, Quantity quantity, Values ours, Rounding rounding) {
        Values yours = step.givenOf(quantity);
        int worst = Agreement.of(yours, ours, rounding).worst();
        double yourValue = yours.value()[worst];
        double ourValue = ours.value()[worst];
        double ulp = rounding.ulp(Math.max(Math.abs(yourValue), Math.abs(ourValue)));
        String subscripts = step.arrayOf(quantity).subscripts(step.placeInDump(quantity, worst));
        return new FirstDifference(
                quantity.kind().label(),
                quantity.kind() == Quantity.Kind.LOSS ? null : quantity.layer() + 1,
                quantity.name(),
                quantity.name() + subscripts,
                yourValue,
                ourValue,
                Math.abs(yourValue - ourValue) / ulp);
    }

    /** One sentence. */
    @JsonIgnore
    public String sentence() {
        return String.format(
                Locale.ROOT,
                "The first difference is %s%s: yours %s, ours %s%s.",
                element,
                layer == null ? "" : " (layer " + layer + ")",
                yours,
                ours,
                Double.isFinite(ulps) ? String.format(Locale.ROOT, ", %.3g ULP apart", ulps) : "");
    }
}
