package org.dl4jsuite.compare.study;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.dl4jsuite.compare.document.Block;
import org.dl4jsuite.compare.document.Document;
import org.dl4jsuite.compare.document.Format;
import org.dl4jsuite.compare.document.Span;
import org.dl4jsuite.compare.document.Table;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.ScratchModel;
import org.dl4jsuite.compare.speed.Anatomy;
import org.dl4jsuite.compare.speed.Anatomy.Batch;
import org.dl4jsuite.compare.speed.Anatomy.Kind;
import org.dl4jsuite.compare.speed.Anatomy.Part;
import org.dl4jsuite.compare.speed.Anatomy.Step;
import org.dl4jsuite.compare.speed.FitRecord;
import org.dl4jsuite.dl4j.FeedForward;
import org.dl4jsuite.scratch.Network;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What DL4J does that the hand-written network does not, and what it costs. */
public final class AnatomyPage {
    static final String FILE = "what-dl4j-does.html";
    private static final String TITLE = "What DL4J does that the hand-written network does not";
    /** Two forward, the output weights' gradient, the error sent back, the hidden weights' gradient. */
    private static final int PRODUCTS_BY_HAND = 5;

    private AnatomyPage() {}

    /** Returns the figures, as {@code suite anatomy} prints them. */
    public static List<Block> figures(Anatomy anatomy) {
        return List.of(operations(anatomy), parts(anatomy), steps(anatomy), batches(anatomy));
    }

    static StudyPage of(Anatomy anatomy) {
        return new StudyPage(
                FILE,
                TITLE,
                new Document(
                        TITLE + " · study the pair",
                        "One fit of DL4J's, call by call, and where its time goes.",
                        List.of(new Block.Card(
                                Span.Tone.PLAIN,
                                "The story",
                                TITLE,
                                "One fit of 784-200-10 on one sample, taken apart. All of it was measured in the run that wrote this"
                                        + " page.",
                                List.of(
                                        new Block.Fact(
                                                "Native calls",
                                                Format.count(anatomy.record().calls()),
                                                "in one step"),
                                        new Block.Fact(
                                                "One step",
                                                Format.significant(anatomy.steps()
                                                                .get(0)
                                                                .measuredMicros())
                                                        + " µs",
                                                "processor time"),
                                        new Block.Fact(
                                                "Before anything is computed",
                                                Format.significant(anatomy.fixedMicros()) + " µs",
                                                "the same for 2-2-2")),
                                List.of())),
                        List.of(where(anatomy), slow(anatomy), weights(), what(anatomy))));
    }

    private static Block.Section what(Anatomy anatomy) {
        int products = part(anatomy, Kind.PRODUCTS).count();
        return new Block.Section(
                "operations",
                "One fit, operation by operation",
                "Everything that DL4J lets ND4J compute in one step, in order, as a recorder between ND4J and its native code saw"
                        + " it.",
                List.of(
                        Block.text("The step by hand needs " + PRODUCTS_BY_HAND + " matrix products; DL4J takes "
                                + products
                                + ". On the way back it computes the hidden nodes' sums once more, for the score it computes the"
                                + " outputs' sums once more, and it computes the gradient by the inputs, which a first layer has"
                                + " no use for. It copies what it multiplies (Assign), scales the gradient in one pass over all"
                                + " weights (sgd_updater), and subtracts it in another. The hand-written network does the last"
                                + " two in one."),
                        operations(anatomy)));
    }

    private static Block operations(Anatomy anatomy) {
        return Table.of(Table.Look.TEXT, anatomy.record().operations())
                .caption(Span.of("Operations of one fit, in order"))
                .column("operation", FitRecord.Operation::name)
                .column("reads", operation -> String.join(", ", operation.inputs()))
                .column("writes", FitRecord.Operation::output)
                .column("asked for by", operation -> Span.of(Span.Tone.CODE, operation.askedBy()))
                .build();
    }

    private static Block.Section where(Anatomy anatomy) {
        return new Block.Section(
                "anatomy",
                "Where the time of one fit goes",
                "Each part is measured by itself, apart from the step: an empty native call; an operation on two numbers; making"
                        + " an array and a view; the products and passes on arrays of the real sizes, without DL4J. A network of"
                        + " 2-2-2 makes the same calls and computes next to nothing: what its step takes beyond the first three"
                        + " parts, measured in turn with the products and passes, is the rest. Processor time of the calling thread, one thread, float.",
                List.of(parts(anatomy), steps(anatomy)));
    }

    private static Block parts(Anatomy anatomy) {
        double step = anatomy.steps().get(0).measuredMicros();
        return Table.ofNumbers(anatomy.parts())
                .caption(Span.of("The parts of one fit of 784-200-10; an empty native call takes "
                        + Format.significant(1000 * anatomy.callMicros()) + " ns"))
                .column("part", part -> name(part.kind()))
                .column("how many", part -> part.count() == 0 ? "" : Format.count(part.count()))
                .column("µs", part -> Format.significant(part.micros()))
                .column("share of the step", (Part part) -> Format.percent(part.micros() / step))
                .build();
    }

    private static String name(Kind kind) {
        return switch (kind) {
            case CALLS -> "into native code and back";
            case OPERATIONS -> "operations, before they compute";
            case ARRAYS -> "making arrays and views";
            case PRODUCTS -> "matrix products";
            case PASSES -> "passes over all weights";
            case REST -> "the rest: DL4J's own Java";
        };
    }

    private static Block steps(Anatomy anatomy) {
        return Table.ofNumbers(anatomy.steps())
                .caption(Span.of("The step, as the sum of its parts and as measured; the first is the one above"))
                .column("network", Step::network)
                .column("sum of the parts, µs", step -> Format.significant(step.predictedMicros()))
                .column("measured, µs", step -> Format.significant(step.measuredMicros()))
                .column("off by", step -> Format.percent(step.error()))
                .build();
    }

    private static Block.Section slow(Anatomy anatomy) {
        Batch first = anatomy.batches().get(0);
        Batch last = anatomy.batches().get(anatomy.batches().size() - 1);
        double crossing = part(anatomy, Kind.CALLS).micros();
        return new Block.Section(
                "slow",
                "Why DL4J is slow on this network, and when it is not",
                "",
                List.of(
                        Block.text("One sample is too little to do. A step takes "
                                + Format.significant(anatomy.fixedMicros())
                                + " µs before it has computed anything, where the fast from-scratch network is done with the whole"
                                + " step in " + Format.significant(first.fastMicros())
                                + " µs. It is not the way into native code itself that costs: that is "
                                + Format.significant(crossing)
                                + " µs. It is what each operation needs around it, described"
                                + " shapes, contexts, arrays, and products that nobody needs. The rest of the difference is that"
                                + " the fast network leaves out the white pixels, four in five, which DL4J multiplies like all"
                                + " others."),
                        Block.text("With " + last.batch()
                                + " samples per step the same fixed cost is shared by all of them, and"
                                + " the products are large enough for OpenBLAS to be fast: "
                                + Format.significant(last.dl4jMicros())
                                + " µs per sample, " + Format.significant(first.dl4jMicros() / last.dl4jMicros())
                                + " times as fast as one by one. So DL4J is slow on small networks trained online, and not slow in"
                                + " large batches and wide layers."),
                        batches(anatomy),
                        Block.text(
                                Span.of("More sizes, with the spread: "), Span.of(Span.Tone.CODE, "./suite speed"))));
    }

    private static Block batches(Anatomy anatomy) {
        return Table.ofNumbers(anatomy.batches())
                .caption(Span.of("Training of 784-200-10, processor time in µs per sample"))
                .column("samples per step", Batch::batch)
                .column("DL4J", batch -> Format.significant(batch.dl4jMicros()))
                .column("from scratch, fast", batch -> Format.significant(batch.fastMicros()))
                .column("ratio", batch -> Format.ratio(batch.dl4jMicros() / batch.fastMicros()))
                .build();
    }

    private static Part part(Anatomy anatomy, Kind kind) {
        return anatomy.parts().stream()
                .filter(part -> part.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    /** A link, where it is and what it holds on both sides. */
    record Weight(int place, String scratch, double ofScratch, String dl4j, double ofDl4j) {}

    private static Block.Section weights() {
        return new Block.Section(
                "weights",
                "Where DL4J keeps the same weights",
                "From scratch W1 is (out × in), row by row, as in the book: row j holds the links into node j. DL4J's array 0_W is"
                        + " (in × out), so the same link stands at the transposed place. But DL4J stores it column by column, so"
                        + " in memory both are the same list, and one flat vector fits both: params() there, parameters() here.",
                List.of(
                        Table.ofNumbers(sameWeights())
                                .caption(Span.of(
                                        "The links from 2 inputs to 3 hidden nodes, read from both networks after both were given"
                                                + " the flat vector 1, 2, 3, …"))
                                .column("place in the flat vector", Weight::place)
                                .column("from scratch", Weight::scratch)
                                .column("its value", weight -> Format.brief(weight.ofScratch()))
                                .column("DL4J", Weight::dl4j)
                                .column("its value ", weight -> Format.brief(weight.ofDl4j()))
                                .build(),
                        Block.text(
                                "After a fit, DL4J's gradient buffer does not hold the gradient but the rate times the gradient;"
                                        + " and its losses are scaled in other ways: LossL2 has no ½, LossMSE divides by the number of"
                                        + " outputs.")));
    }

    static List<Weight> sameWeights() {
        NetworkSpec spec = NetworkSpec.of(2, 3, 1);
        double[] flat = new double[(int) spec.parameterCount()];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = i + 1;
        }
        Network scratch = ScratchModel.network(spec);
        scratch.setParameters(flat);
        List<Weight> weights = new ArrayList<>();
        MultiLayerNetwork dl4j = FeedForward.of(0.1, 2, 3, 1).network();
        dl4j.setParams(Nd4j.createFromArray(flat));
        INDArray w = dl4j.getParam("0_W");
        for (int j = 0; j < 3; j++) {
            for (int i = 0; i < 2; i++) {
                weights.add(new Weight(
                        weights.size(),
                        "W1[" + j + "][" + i + "]",
                        scratch.layers().get(0).weights().get(j, i),
                        "0_W[" + i + "][" + j + "]",
                        w.getDouble(i, j)));
            }
        }
        dl4j.close();
        return weights;
    }
}
