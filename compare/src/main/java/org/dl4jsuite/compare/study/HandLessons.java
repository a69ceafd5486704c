package org.dl4jsuite.compare.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dl4jsuite.compare.lessons.Lessons;
import org.dl4jsuite.compare.study.Worksheet.Line;
import org.dl4jsuite.compare.study.Worksheet.Step;
import org.dl4jsuite.scratch.Activation;
import org.dl4jsuite.scratch.Layer;
import org.dl4jsuite.scratch.Loss;
import org.dl4jsuite.scratch.Matrix;
import org.dl4jsuite.scratch.Network;
import org.dl4jsuite.scratch.Reduction;
import org.dl4jsuite.scratch.Variant;
import org.dl4jsuite.scratch.lessons.Lesson;

/** The lessons by hand as worksheets; their weights are those that the lessons begin with. */
final class HandLessons {
    private HandLessons() {}

    /** Returns a worksheet for each, in the lessons' order. */
    static List<Worksheet> worksheets() {
        return List.of(twoNodes(), threeLayers(), errors(), weightUpdate(), stepByStep());
    }

    private static Worksheet twoNodes() {
        return Worksheet.forward(
                "two-nodes-by-hand",
                "Two nodes",
                "A signal through one layer.",
                beginning("two-nodes-by-hand", Worksheet.network(2, 2)),
                new double[] {1.0, 0.5});
    }

    private static Worksheet threeLayers() {
        return Worksheet.forward(
                "three-layers-by-hand",
                "Three layers",
                "A signal through a hidden layer to the outputs.",
                beginning("three-layers-by-hand", Worksheet.network(3, 3, 3)),
                new double[] {0.9, 0.1, 0.8});
    }

    private static Worksheet weightUpdate() {
        Network network = beginning("weight-update-by-hand", Worksheet.network(2, 1));
        double[] x = {0.4, 0.5};
        double output = network.query(Matrix.of(x)).get(0, 0);
        return Worksheet.training(
                "weight-update-by-hand",
                "One step on two weights",
                "The target is the output plus the error of the source, 0.8.",
                network,
                x,
                new double[] {output + 0.8},
                0.1);
    }

    private static Worksheet stepByStep() {
        Network network = new Network(
                List.of(new Layer(2, 2, true, Activation.SIGMOID), new Layer(2, 2, true, Activation.SIGMOID)),
                Loss.HALF_SQUARED_ERROR,
                Variant.TRUE_GRADIENT,
                Reduction.SUM);
        return Worksheet.training(
                "step-by-step",
                "Step by step, with biases",
                "One whole step of training; the biases stay as they are.",
                beginning("step-by-step", network),
                new double[] {0.05, 0.10},
                new double[] {0.01, 0.99},
                0.5);
    }

    /** What the hidden nodes are owed: the weights stay, so this is not a step of training. */
    private static Worksheet errors() {
        double[][] weights = {{2, 3}, {1, 4}};
        double[] errors = {0.8, 0.5};
        Map<String, double[]> figures = lesson("errors-by-hand").figures();
        List<Line> given = new ArrayList<>();
        List<Line> shares = new ArrayList<>();
        List<Line> sums = new ArrayList<>();
        for (int k = 0; k < 2; k++) {
            given.add(new Line("e" + (k + 1), "", errors[k]));
            for (int j = 0; j < 2; j++) {
                given.add(new Line(link(j, k), "", weights[k][j]));
            }
        }
        for (int j = 0; j < 2; j++) {
            shares.add(new Line(
                    "e h" + (j + 1), share(j, 0) + " + " + share(j, 1), figure(figures, "splitByWeightShare", j)));
            sums.add(new Line(
                    "e h" + (j + 1), "e1 · " + link(j, 0) + " + e2 · " + link(j, 1), figure(figures, "matrixForm", j)));
        }
        return new Worksheet(
                "errors-by-hand",
                "Errors sent back",
                "Each output's error goes back to the hidden nodes, once in shares, once by the matrix.",
                given,
                List.of(
                        new Step("In shares", "e_j = \\sum_k e_k \\frac{w_{kj}}{\\sum_i w_{ki}}", shares),
                        new Step("By the matrix", "e_j = \\sum_k e_k w_{kj}", sums)));
    }

    private static String share(int j, int k) {
        return "e" + (k + 1) + " · " + link(j, k) + " / (" + link(0, k) + " + " + link(1, k) + ")";
    }

    private static String link(int j, int k) {
        return "h" + (j + 1) + "→o" + (k + 1);
    }

    private static double figure(Map<String, double[]> figures, String name, int index) {
        return Objects.requireNonNull(figures.get(name), name)[index];
    }

    private static Network beginning(String id, Network network) {
        network.setParameters(lesson(id).parameters());
        return network;
    }

    private static Lesson lesson(String id) {
        return Lessons.find(id)
                .map(entry -> entry.scratch().apply(entry.defaults()))
                .orElseThrow();
    }
}
