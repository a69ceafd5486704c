package org.dl4jsuite.compare.study;

import java.util.List;
import java.util.Locale;
import org.dl4jsuite.compare.document.Block;
import org.dl4jsuite.compare.document.Format;
import org.dl4jsuite.compare.document.Span;
import org.dl4jsuite.compare.document.Table;
import org.dl4jsuite.compare.speed.Anatomy;
import org.dl4jsuite.compare.speed.Anatomy.Batch;
import org.dl4jsuite.compare.speed.Anatomy.Part;
import org.dl4jsuite.compare.speed.Anatomy.Step;
import org.dl4jsuite.compare.speed.FitRecord;

/** What DL4J does that the hand-written network does not, and what it costs. */
public final class AnatomyPage {
    private AnatomyPage() {}

    /** Returns the figures, as {@code suite anatomy} prints them. */
    public static List<Block> figures(Anatomy anatomy) {
        return List.of(operations(anatomy), parts(anatomy), steps(anatomy), batches(anatomy));
    }

    private static Block operations(Anatomy anatomy) {
        return Table.of(Table.Look.TEXT, anatomy.record().operations())
                .caption(Span.of("One fit, operation by operation"))
                .column("operation", FitRecord.Operation::name)
                .column("reads", operation -> String.join(", ", operation.inputs()))
                .column("writes", FitRecord.Operation::output)
                .column("for", FitRecord.Operation::askedBy)
                .build();
    }

    private static Block parts(Anatomy anatomy) {
        double step = anatomy.steps().get(0).measuredMicros();
        return Table.ofNumbers(anatomy.parts())
                .caption(Span.of("The parts of one fit of 784-200-10"))
                .column("part", part -> name(part.kind()))
                .column("how many", part -> part.count() == 0 ? "" : Format.count(part.count()))
                .column("µs", part -> Format.significant(part.micros()))
                .column("share", (Part part) -> Format.percent(part.micros() / step))
                .build();
    }

    private static String name(Anatomy.Kind kind) {
        return switch (kind) {
            case CALLS -> "native calls, empty";
            case OPERATIONS -> "operations, before they compute";
            case ARRAYS -> "arrays and views made";
            case PRODUCTS -> "matrix products";
            case PASSES -> "passes over all weights";
            case REST -> "the rest, in Java";
        };
    }

    private static Block steps(Anatomy anatomy) {
        return Table.ofNumbers(anatomy.steps())
                .caption(Span.of("The step, predicted from its parts and measured, in µs"))
                .column("network", Step::network)
                .column("sum of the parts", step -> Format.significant(step.predictedMicros()))
                .column("measured", step -> Format.significant(step.measuredMicros()))
                .column("off by", step -> String.format(Locale.ROOT, "%.1f %%", 100 * step.error()))
                .build();
    }

    private static Block batches(Anatomy anatomy) {
        return Table.ofNumbers(anatomy.batches())
                .caption(Span.of("Training of 784-200-10, µs per sample"))
                .column("samples per step", Batch::batch)
                .column("DL4J", batch -> Format.significant(batch.dl4jMicros()))
                .column("from scratch, fast", batch -> Format.significant(batch.fastMicros()))
                .column("ratio", batch -> Format.ratio(batch.dl4jMicros() / batch.fastMicros()))
                .build();
    }
}
