package org.dl4jsuite.compare.parity;

import java.util.List;
import java.util.stream.Stream;

/**
 * What the witnesses said of one case.
 *
 * @param parityCase the question
 * @param loss of the batch
 * @param outputs (batch, out), flat
 * @param tensors the gradient of every parameter tensor
 * @param dl4jGradientCheck whether DL4J's own GradientCheckUtil passes its network; {@code "not applicable"} in FLOAT
 */
public record CaseParity(
        ParityCase parityCase,
        TensorParity loss,
        TensorParity outputs,
        List<TensorParity> tensors,
        GradientCheck dl4jGradientCheck) {

    /** The result of DL4J's own check, which insists on DOUBLE. */
    public enum GradientCheck {
        PASSED,
        FAILED,
        NOT_APPLICABLE
    }

    public boolean agrees() {
        return dl4jGradientCheck != GradientCheck.FAILED && all().allMatch(TensorParity::agrees);
    }

    /** One line for each quantity on which the witnesses do not agree, the case's name in front. */
    public List<String> disagreements() {
        Stream<String> tensorLines =
                all().filter(tensor -> !tensor.agrees()).map(tensor -> parityCase.name() + ": " + tensor.describe());
        Stream<String> checkLine = dl4jGradientCheck == GradientCheck.FAILED
                ? Stream.of(parityCase.name() + ": DL4J's own GradientCheckUtil fails on DL4J's network")
                : Stream.empty();
        return Stream.concat(tensorLines, checkLine).toList();
    }

    private Stream<TensorParity> all() {
        return Stream.concat(Stream.of(loss, outputs), tensors.stream());
    }
}
