package org.dl4jsuite.compare.parity;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dl4jsuite.compare.Json;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.jspecify.annotations.Nullable;

/**
 * What the witnesses said of one case.
 *
 * @param parityCase the question
 * @param loss of the batch
 * @param outputs (batch, out), flat
 * @param tensors the gradient of every parameter tensor
 * @param dl4jGradientCheck whether DL4J's own GradientCheckUtil passes its network; {@code "not applicable"} in FLOAT
 * @param trajectory of the weights over online steps
 * @param divergence where the two sides part, or null if they do not
 */
public record CaseParity(
        ParityCase parityCase,
        TensorParity loss,
        TensorParity outputs,
        List<TensorParity> tensors,
        GradientCheck dl4jGradientCheck,
        List<TrajectoryPoint> trajectory,
        @Nullable Divergence divergence) {
    /** The name of the format in which {@code suite parity --json} writes cases. */
    public static final String FORMAT = "dl4jsuite-parity-1";

    /** The result of DL4J's own check, which insists on DOUBLE. */
    public enum GradientCheck {
        PASSED,
        FAILED,
        NOT_APPLICABLE
    }

    /** Returns the same with the place where the two sides part. */
    CaseParity with(Divergence found) {
        return new CaseParity(parityCase, loss, outputs, tensors, dl4jGradientCheck, trajectory, found);
    }

    /** Returns whether everything agrees. */
    public boolean agrees() {
        return dl4jGradientCheck != GradientCheck.FAILED
                && all().allMatch(TensorParity::agrees)
                && trajectory.stream().allMatch(TrajectoryPoint::agrees);
    }

    /** Returns one line for each disagreement, the case's name in front; empty if there is none. */
    public List<String> disagreements() {
        List<String> lines = new ArrayList<>();
        all().filter(tensor -> !tensor.agrees()).forEach(tensor -> lines.add(tensor.describe()));
        if (dl4jGradientCheck == GradientCheck.FAILED) {
            lines.add("DL4J's own GradientCheckUtil fails on DL4J's network");
        }
        trajectory.stream()
                .filter(point -> !point.agrees())
                .findFirst()
                .ifPresent(point -> lines.add(point.describe()));
        if (divergence != null) {
            lines.add(divergence.describe());
        }
        return lines.stream().map(line -> parityCase.name() + ": " + line).toList();
    }

    private Stream<TensorParity> all() {
        return Stream.concat(Stream.of(loss, outputs), tensors.stream());
    }

    /** Returns everything that is needed to compute the case again elsewhere, as docs/FORMATS.md explains it. */
    @JsonValue
    JsonNode json() {
        NetworkSpec spec = parityCase.spec();
        return Json.MAPPER
                .createObjectNode()
                .put("case", parityCase.name())
                .putPOJO("layers", spec.layers())
                .putPOJO("activations", spec.activations())
                .put("bias", spec.bias())
                .putPOJO("variant", spec.variant())
                .putPOJO("lossFunction", spec.loss())
                .putPOJO("reduction", spec.reduction())
                .putPOJO("precision", spec.precision())
                .putPOJO("inputs", parityCase.inputs())
                .putPOJO("targets", parityCase.targets())
                .putPOJO("parameters", parityCase.parameters())
                .putPOJO("loss", both(loss.scratch()[0], loss.dl4j()[0]))
                .putPOJO("outputs", both(rows(outputs.scratch()), rows(outputs.dl4j())))
                .putPOJO("tensors", tensors)
                .putPOJO("dl4jGradientCheck", dl4jGradientCheck)
                .putPOJO("trajectory", trajectory)
                .putPOJO("divergence", divergence)
                .put("agrees", agrees());
    }

    private static ObjectNode both(Object scratch, Object dl4j) {
        return Json.MAPPER.createObjectNode().putPOJO("scratch", scratch).putPOJO("dl4j", dl4j);
    }

    private double[][] rows(double[] flat) {
        int columns = parityCase.spec().outputs();
        return IntStream.range(0, flat.length / columns)
                .mapToObj(row -> Arrays.copyOfRange(flat, row * columns, (row + 1) * columns))
                .toArray(double[][]::new);
    }
}
