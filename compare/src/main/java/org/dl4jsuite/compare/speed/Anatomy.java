package org.dl4jsuite.compare.speed;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the time of one {@code fit} of DL4J's goes: 784-200-10, FLOAT, one sample.
 *
 * <p>The parts are measured apart from the step. A network of 2-2-2 calls the same native functions in the same order, and
 * has nothing to compute: its step, taken in turn with the large operations so that the processor's caches are as full, is
 * what the calls, the operations' own cost, the arrays and DL4J's Java take together.
 * The rest is what the first three leave of it. What a larger network adds are matrix products and passes over the weights,
 * measured without DL4J. So their sum can be wrong, and so can what they predict for other sizes.
 *
 * @param record what is called
 * @param callMicros what a native call takes that does nothing
 * @param parts which add up to the step
 * @param steps the measured step beside what the parts predict; the first is the step of the parts
 * @param batches what a sample takes in larger steps, and in the fast from-scratch network
 */
public record Anatomy(FitRecord record, double callMicros, List<Part> parts, List<Step> steps, List<Batch> batches) {
    /** The format's name. */
    public static final String FORMAT = "dl4jsuite-anatomy-1";

    /**
     * A part of the step.
     *
     * @param kind which
     * @param count how many there are, or 0 if they cannot be counted
     * @param micros of all of them, processor time in microseconds
     */
    public record Part(Kind kind, int count, double micros) {}

    /** The parts. */
    public enum Kind {
        /** The way into native code and back. */
        CALLS,
        /** What an operation on arrays takes before it computes anything. */
        OPERATIONS,
        /** Making arrays and views of arrays. */
        ARRAYS,
        /** What the matrix products compute. */
        PRODUCTS,
        /** What the updater's passes over all weights compute. */
        PASSES,
        /** DL4J's own work in Java. */
        REST
    }

    /**
     * A step.
     *
     * @param network for example {@code 784-500-10}
     * @param predictedMicros the sum of the parts
     * @param measuredMicros the step itself
     */
    public record Step(String network, double predictedMicros, double measuredMicros) {
        /** Returns how far the prediction is off, as a share of the measurement. */
        public double error() {
            return Math.abs(predictedMicros / measuredMicros - 1);
        }
    }

    /**
     * Training of 784-200-10 in batches.
     *
     * @param batch samples per step
     * @param dl4jMicros processor time per sample, in microseconds
     * @param fastMicros the same of the fast from-scratch network
     */
    public record Batch(int batch, double dl4jMicros, double fastMicros) {}

    /** Measures in two JVMs, one behind the other; a quarter of a minute, or a minute. */
    public static Anatomy measure(boolean quick) throws IOException, InterruptedException {
        FitRecord record = ask(AnatomyMeasurement.RECORD, FitRecord.class);
        AnatomyMeasurement budget = quick ? new AnatomyMeasurement(400, 9, 20) : new AnatomyMeasurement(1500, 25, 50);
        return of(record, ask(budget, AnatomyTimes.class));
    }

    /** Asks a JVM of its own. */
    static <T> T ask(Object question, Class<T> type) throws IOException, InterruptedException {
        List<T> answers = new ArrayList<>();
        new ChildJvm("The anatomy", Contestant.DL4J_TUNED.flags(), AnatomyMeasurement.class.getName(), List.of())
                .ask(question, type, answers::add);
        return answers.get(0);
    }

    /** Puts the parts together. */
    static Anatomy of(FitRecord record, AnatomyTimes times) {
        double call = times.call();
        AnatomyTimes.Size tiny = times.sizes().get(0);
        AnatomyTimes.Size subject = times.sizes().get(1);
        double calls = record.calls() * call;
        double operations = record.describedOperations() * (times.operation() - record.ofOperation() * call)
                + record.plainOperations() * (times.copy() - record.ofCopy() * call);
        double arrays = record.arrays() * (times.array() - record.ofArray() * call)
                + record.views() * (times.view() - record.ofView() * call);
        int products = (int) record.operations().stream()
                .filter(FitRecord.Operation::multiplies)
                .count();
        List<Part> parts = List.of(
                new Part(Kind.CALLS, record.calls(), calls),
                new Part(Kind.OPERATIONS, record.operations().size(), operations),
                new Part(Kind.ARRAYS, record.arrays() + record.views(), arrays),
                new Part(Kind.PRODUCTS, products, subject.products() - tiny.products()),
                new Part(Kind.PASSES, 2, subject.passes() - tiny.passes()),
                new Part(Kind.REST, 0, subject.fixed() - calls - operations - arrays));
        List<Step> steps = times.sizes().stream()
                .skip(1)
                .map(size -> new Step(
                        size.network(),
                        size.fixed() + size.products() - tiny.products() + size.passes() - tiny.passes(),
                        size.fit()))
                .toList();
        return new Anatomy(record, call, parts, steps, times.batches());
    }

    /** Returns the sum of the parts. */
    public double sum() {
        return parts.stream().mapToDouble(Part::micros).sum();
    }

    /** Returns what the step takes before anything is computed, which is the step of a network of 2-2-2. */
    public double fixedMicros() {
        return parts.stream()
                .filter(part -> part.kind() != Kind.PRODUCTS && part.kind() != Kind.PASSES)
                .mapToDouble(Part::micros)
                .sum();
    }
}
