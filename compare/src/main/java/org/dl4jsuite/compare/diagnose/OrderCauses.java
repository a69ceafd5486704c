package org.dl4jsuite.compare.diagnose;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;
import java.util.stream.IntStream;

/** Numbers in another order: matrices transposed, and tensors written by columns and read by rows. */
final class OrderCauses {
    private final Step step;
    private final List<Cause> causes = new ArrayList<>();

    private OrderCauses(Step step) {
        this.step = step;
    }

    static List<Cause> of(Step step) {
        OrderCauses causes = new OrderCauses(step);
        causes.addTransposedWeights();
        causes.addColumnMajorWeights();
        causes.addColumnMajorInputs();
        causes.addColumnMajorResults();
        return causes.causes;
    }

    private void addTransposedWeights() {
        List<Integer> square = IntStream.range(0, step.depth())
                .filter(l ->
                        step.weights().get(l).rows() == step.weights().get(l).columns()
                                && step.weights().get(l).rows() > 1)
                .boxed()
                .toList();
        for (LayerSet set : LayerSet.of(square)) {
            String sentence = set.names("W") + " is used as its transpose ";
            addWeights("transposed-weights", sentence, set, Rewrite.transpose());
            causes.add(new Cause(
                    "transposed-weights",
                    set.names("dW") + " is its transpose; write dW = delta^T a, in the shape of W.",
                    change(set, (recipe, l) -> recipe.gradient.set(l, Rewrite.transpose()))));
        }
    }

    private void addColumnMajorWeights() {
        List<Integer> matrices = IntStream.range(0, step.depth())
                .filter(l -> step.weights().get(l).rows() > 1
                        && step.weights().get(l).columns() > 1)
                .boxed()
                .toList();
        for (LayerSet set : LayerSet.of(matrices)) {
            String sentence = set.names("W") + " is flattened by columns and read by rows, or the other way round, ";
            addWeights("column-major", sentence, set, Rewrite.columnMajor());
            addWeights("column-major", sentence, set, Rewrite.rowMajorReadByColumns());
            for (Rewrite rewrite : List.of(Rewrite.columnMajor(), Rewrite.rowMajorReadByColumns())) {
                causes.add(new Cause(
                        "column-major",
                        set.names("dW")
                                + " is flattened by columns and read by rows, or the other way round; use one order"
                                + " for both.",
                        change(set, (recipe, l) -> recipe.gradient.set(l, rewrite))));
            }
        }
    }

    /** Forward only, back only, or both; and the step from the matrix as it is given or as it is used. */
    private void addWeights(String id, String sentence, LayerSet set, Rewrite rewrite) {
        String right = id.equals("transposed-weights")
                ? "; with W as (out, in), z = W a + b, and back goes W^T delta."
                : "; use one order for both, for example reshape(..., order='C').";
        causes.add(new Cause(
                id,
                sentence + "on the way forward" + right,
                change(set, (recipe, l) -> recipe.forward.set(l, rewrite))));
        causes.add(new Cause(id, sentence + "forward and back" + right, change(set, (recipe, l) -> {
            recipe.forward.set(l, rewrite);
            recipe.back.set(l, rewrite);
        })));
        causes.add(new Cause(
                id, sentence + "on the way back" + right, change(set, (recipe, l) -> recipe.back.set(l, rewrite))));
        causes.add(new Cause(id, sentence + "everywhere" + right, change(set, (recipe, l) -> {
            recipe.forward.set(l, rewrite);
            recipe.back.set(l, rewrite);
            recipe.stepFrom.set(l, rewrite);
        })));
    }

    private static Consumer<Recipe> change(LayerSet set, ObjIntConsumer<Recipe> ofLayer) {
        return recipe -> set.layers().forEach(l -> ofLayer.accept(recipe, l));
    }

    private void addColumnMajorInputs() {
        int in = step.inputs().columns();
        for (int lines = 2; lines <= in / 2; lines++) {
            if (in % lines == 0) {
                Rewrite pictures = Rewrite.columnMajorPictures(lines, in / lines);
                causes.add(new Cause(
                        "column-major",
                        "The network follows x with each row as a picture of " + lines + " x " + in / lines
                                + " flattened by columns and read by rows; flatten it by rows.",
                        recipe -> recipe.inputs = recipe.inputs.then(pictures)));
            }
        }
        if (in > 1 && step.batch() > 1) {
            for (Rewrite rewrite : List.of(Rewrite.columnMajor(), Rewrite.rowMajorReadByColumns())) {
                causes.add(new Cause(
                        "column-major",
                        "x is flattened by columns and read by rows, or the other way round; use one order for both.",
                        recipe -> recipe.inputs = recipe.inputs.then(rewrite)));
            }
        }
        if (step.outputs() > 1 && step.batch() > 1) {
            for (Rewrite rewrite : List.of(Rewrite.columnMajor(), Rewrite.rowMajorReadByColumns())) {
                causes.add(new Cause(
                        "column-major",
                        "t is flattened by columns and read by rows, or the other way round; use one order for both.",
                        recipe -> recipe.targets = recipe.targets.then(rewrite)));
            }
        }
    }

    /** One quantity that is right but for the order in which it is written down. */
    private void addColumnMajorResults() {
        step.given().forEach((quantity, values) -> {
            if (values.rows() > 1 && values.columns() > 1) {
                for (Rewrite rewrite : List.of(Rewrite.columnMajor(), Rewrite.rowMajorReadByColumns())) {
                    causes.add(new Cause(
                            "column-major",
                            quantity.name()
                                    + " is right, but written by columns and read by rows, or the other way round; use"
                                    + " one order for both.",
                            recipe -> recipe.written.merge(quantity, rewrite, Rewrite::then)));
                }
            }
        });
    }
}
