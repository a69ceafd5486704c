package org.dl4jsuite.compare.diagnose;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dl4jsuite.compare.diagnose.Quantity.Kind;
import org.dl4jsuite.compare.model.Dl4jModel;
import org.dl4jsuite.compare.model.LossAndGradient;
import org.dl4jsuite.compare.model.Model;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.Precision;
import org.dl4jsuite.compare.model.ScratchModel;
import org.dl4jsuite.compare.model.Tensor;
import org.dl4jsuite.scratch.Variant;

/** The step that a dump is held against, on both of the suite's sides. */
public final class BothSides {
    private final Step step;
    private final NetworkSpec spec;
    private final Map<Quantity, Values> reference = new LinkedHashMap<>();
    private final Rounding rounding = new Rounding(Precision.DOUBLE);

    private BothSides(Step step) {
        this.step = step;
        List<Integer> layers = new ArrayList<>(List.of(step.inputs().columns()));
        step.weights().forEach(w -> layers.add(w.rows()));
        spec = new NetworkSpec(
                layers,
                step.activations(),
                IntStream.range(0, step.depth()).anyMatch(step::hasBias),
                step.loss(),
                Variant.TRUE_GRADIENT,
                step.reduction(),
                1,
                Precision.DOUBLE);
        Computation right = new Computation(step, new Recipe(step), rounding, new ForwardPass(step, rounding), null);
        List<Quantity> quantities = new ArrayList<>(List.of(new Quantity(Kind.OUTPUT, step.last())));
        if (step.targets() != null) {
            quantities.add(new Quantity(Kind.LOSS, step.last()));
            IntStream.range(0, step.depth()).forEach(l -> quantities.add(new Quantity(Kind.WEIGHT_GRADIENT, l)));
        }
        quantities.forEach(quantity -> reference.put(quantity, right.of(quantity)));
    }

    /** Returns one sentence: whether both sides compute the step that the dump is held against. */
    public static String compare(Dump dump) {
        BothSides sides = new BothSides(StepReader.read(dump, Precision.DOUBLE).get(0));
        try (Model scratch = new ScratchModel(sides.spec);
                Model dl4j = Dl4jModel.of(sides.spec)) {
            List<String> ofScratch = sides.disagreements(scratch);
            List<String> ofDl4j = sides.disagreements(dl4j);
            return ofScratch.isEmpty() && ofDl4j.isEmpty()
                    ? "Ours is computed from scratch and by DL4J, which agree within rounding."
                    : "Ours is not what both sides compute: from scratch differs in " + ofScratch + ", DL4J in "
                            + ofDl4j + ".";
        }
    }

    private List<String> disagreements(Model model) {
        model.setParameters(parameters());
        double[][] x = rows(step.inputs());
        Map<Quantity, double[]> values = new LinkedHashMap<>();
        values.put(
                new Quantity(Kind.OUTPUT, step.last()),
                Arrays.stream(model.outputs(x)).flatMapToDouble(Arrays::stream).toArray());
        if (step.targets() != null) {
            LossAndGradient gradient = model.gradient(x, rows(step.targets()));
            values.put(new Quantity(Kind.LOSS, step.last()), new double[] {gradient.loss()});
            for (Tensor tensor : spec.tensors()) {
                if (tensor.name().startsWith("W")) {
                    int layer = Integer.parseInt(tensor.name().substring(1)) - 1;
                    values.put(
                            new Quantity(Kind.WEIGHT_GRADIENT, layer),
                            Arrays.copyOfRange(gradient.gradient(), tensor.from(), tensor.to()));
                }
            }
        }
        return values.entrySet().stream()
                .filter(entry -> !agrees(entry.getKey(), entry.getValue()))
                .map(entry -> entry.getKey().name())
                .toList();
    }

    private boolean agrees(Quantity quantity, double[] values) {
        Values ours = reference.getOrDefault(quantity, Values.exact(1, 1, values));
        return Agreement.of(Values.exact(ours.rows(), ours.columns(), values), ours, rounding)
                .agrees();
    }

    /** Layer by layer, W (out x in) row by row, then b, which is 0 in a layer that has none while others have. */
    private double[] parameters() {
        double[] parameters = new double[Math.toIntExact(spec.parameterCount())];
        for (Tensor tensor : spec.tensors()) {
            int layer = Integer.parseInt(tensor.name().substring(1)) - 1;
            double[] values = tensor.name().startsWith("W")
                    ? step.weights().get(layer).value()
                    : step.biases().get(layer);
            System.arraycopy(values, 0, parameters, tensor.from(), values.length);
        }
        return parameters;
    }

    private static double[][] rows(Values values) {
        return IntStream.range(0, values.rows())
                .mapToObj(row -> values.row(row).value())
                .toArray(double[][]::new);
    }
}
