package org.dl4jsuite.compare.speed;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.apache.commons.statistics.descriptive.Median;
import org.dl4jsuite.compare.Json;
import org.dl4jsuite.compare.model.Dl4jModel;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.Precision;
import org.dl4jsuite.data.LabelledImages;
import org.dl4jsuite.data.Mnist;
import org.dl4jsuite.scratch.Reduction;
import org.dl4jsuite.scratch.Variant;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.memory.conf.WorkspaceConfiguration;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.reduce.Mmul;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * The two measurements of the anatomy, each in a JVM of its own: {@link #main} answers the question on standard input,
 * {@code "record"} or a budget.
 *
 * <p>Times are the calling thread's processor time, so that what else the machine does counts as little as possible. All parts
 * are measured in turn, again and again, and the median is taken of each.
 *
 * @param warmUpMillis before the first round, for each part
 * @param rounds how often each part is measured
 * @param millis how long a part is measured in each round
 */
record AnatomyMeasurement(int warmUpMillis, int rounds, int millis) {
    static final String RECORD = "record";
    static final NetworkSpec TINY = spec(2, 2, 2);
    static final NetworkSpec SUBJECT = spec(784, 200, 10);
    /** What is predicted from the parts. */
    static final List<NetworkSpec> PREDICTED = List.of(spec(784, 50, 10), spec(784, 500, 10));

    private static final List<Integer> BATCHES = List.of(1, 64, 256);
    private static final int EXAMPLES = 64;
    private static final int WARM_UP_STEPS = 100;
    private static final int CALLS = 1000;
    private static final int ARRAYS = 10;
    private static final int WORKSPACE_BYTES = 1 << 20;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static NetworkSpec spec(Integer... layers) {
        return NetworkSpec.of(layers).withPrecision(Precision.FLOAT).withReduction(Reduction.SUM);
    }

    public static void main(String[] args) throws IOException {
        String question = Json.MAPPER.readTree(System.in).toString();
        PrintStream toParent = System.out;
        System.setOut(System.err); // whatever a library prints must not end up in the answer
        Object answer = question.contains(RECORD)
                ? record()
                : Json.MAPPER.readValue(question, AnatomyMeasurement.class).measure();
        Json.MAPPER.writeValue(toParent, answer);
        toParent.flush();
    }

    private static FitRecord record() throws IOException {
        NativeRecorder recorder = NativeRecorder.start();
        IntConsumer fit = fit(SUBJECT);
        for (int step = 0; step < WARM_UP_STEPS; step++) {
            fit.accept(step);
        }
        Map<String, Runnable> small = smallParts();
        small.values().forEach(Runnable::run);
        Map<String, Integer> calls = recorder.record(() -> fit.accept(0));
        List<FitRecord.Operation> operations = recorder.operations();
        return new FitRecord(
                calls,
                operations,
                recorder.count(part(small, "operation")),
                recorder.count(part(small, "copy")),
                recorder.count(part(small, "arrays")) / ARRAYS,
                recorder.count(part(small, "view")));
    }

    private static Runnable part(Map<String, Runnable> parts, String name) {
        return Objects.requireNonNull(parts.get(name));
    }

    /** Returns a step of DL4J's on one of a few random samples, by its number. */
    private static IntConsumer fit(NetworkSpec spec) {
        Dl4jModel model = Dl4jModel.of(spec);
        List<INDArray> inputs = new ArrayList<>();
        List<INDArray> targets = new ArrayList<>();
        for (int i = 0; i < EXAMPLES; i++) {
            inputs.add(Nd4j.rand(DataType.FLOAT, 1, spec.inputs()));
            targets.add(Nd4j.rand(DataType.FLOAT, 1, spec.outputs()));
        }
        return step -> model.fit(inputs.get(step % EXAMPLES), targets.get(step % EXAMPLES));
    }

    /** Returns what does not depend on the size of the network. */
    @SuppressWarnings("try") // the workspace serves by being open
    private static Map<String, Runnable> smallParts() {
        INDArray row = Nd4j.rand(DataType.FLOAT, 1, 2);
        INDArray other = Nd4j.rand(DataType.FLOAT, 1, 2);
        INDArray square = Nd4j.rand(DataType.FLOAT, 2, 2);
        INDArray product = Nd4j.createUninitialized(DataType.FLOAT, new long[] {1, 2}, 'f');
        INDArray flat = Nd4j.rand(DataType.FLOAT, SUBJECT.parameterCount());
        NativeOps nativeOps = NativeOpsHolder.getInstance().getDeviceNativeOps();
        WorkspaceConfiguration workspace =
                WorkspaceConfiguration.builder().initialSize(WORKSPACE_BYTES).build();
        Map<String, Runnable> parts = new TreeMap<>();
        parts.put("calls", () -> {
            for (int i = 0; i < CALLS; i++) {
                nativeOps.lastErrorCode();
            }
        });
        parts.put(
                "operation",
                () -> Nd4j.getExecutioner().exec(new Mmul(row, square, product, 1, 0, LargeOperations.AS_THEY_ARE)));
        parts.put("copy", () -> row.assign(other));
        parts.put("arrays", () -> {
            try (MemoryWorkspace open = Nd4j.getWorkspaceManager().getAndActivateWorkspace(workspace, "ANATOMY")) {
                for (int i = 0; i < ARRAYS; i++) {
                    Nd4j.createUninitialized(DataType.FLOAT, 1, 10);
                }
            }
        });
        parts.put("view", () -> flat.get(NDArrayIndex.interval(0, 10)));
        return parts;
    }

    private AnatomyTimes measure() {
        List<Series> series = new ArrayList<>();
        smallParts().forEach((name, part) -> series.add(new Series(name, call -> part.run())));
        List<NetworkSpec> specs =
                Stream.concat(Stream.of(TINY, SUBJECT), PREDICTED.stream()).toList();
        List<LargeOperations> large = specs.stream().map(LargeOperations::new).toList();
        IntConsumer tiny = fit(TINY);
        for (int i = 0; i < specs.size(); i++) {
            LargeOperations operations = large.get(i);
            String network = specs.get(i).shape();
            series.add(new Series(network, fit(specs.get(i))));
            series.add(new Series("large " + network, call -> operations.run()));
            series.add(new Series("both " + network, call -> {
                operations.run();
                tiny.accept(call);
            }));
        }
        LabelledImages images = Mnist.load().train().first(10 * BATCHES.get(BATCHES.size() - 1));
        NetworkSpec digits = NetworkSpec.digits(SUBJECT.layers().get(1), SUBJECT.rate(), Variant.TRUE_GRADIENT)
                .withPrecision(Precision.FLOAT);
        List<Subject> subjects = new ArrayList<>();
        for (int batch : BATCHES) {
            for (Contestant contestant : List.of(Contestant.DL4J_TUNED, Contestant.SCRATCH_FAST_VECTOR)) {
                Subject subject = Subject.of(contestant, digits, batch, images);
                subjects.add(subject);
                series.add(new Series(contestant + " " + batch, subject.train()));
            }
        }
        series.forEach(part -> part.run(warmUpMillis));
        for (int round = 0; round < rounds; round++) {
            series.forEach(part -> part.measure(millis));
        }
        return times(series, specs, large, subjects);
    }

    private static AnatomyTimes times(
            List<Series> series, List<NetworkSpec> specs, List<LargeOperations> large, List<Subject> subjects) {
        Map<String, Double> micros = new TreeMap<>();
        series.forEach(part -> micros.put(part.name, part.median()));
        List<AnatomyTimes.Size> sizes = new ArrayList<>();
        for (int i = 0; i < specs.size(); i++) {
            String network = specs.get(i).shape();
            double all = micros.getOrDefault("large " + network, Double.NaN);
            double share = large.get(i).shareOfPasses();
            sizes.add(new AnatomyTimes.Size(
                    network,
                    micros.getOrDefault(network, Double.NaN),
                    micros.getOrDefault("both " + network, Double.NaN) - all,
                    all * (1 - share),
                    all * share));
        }
        List<Anatomy.Batch> batches = new ArrayList<>();
        for (int i = 0; i < BATCHES.size(); i++) {
            int batch = BATCHES.get(i);
            double dl4j = micros.getOrDefault(Contestant.DL4J_TUNED + " " + batch, Double.NaN);
            double fast = micros.getOrDefault(Contestant.SCRATCH_FAST_VECTOR + " " + batch, Double.NaN);
            int fastSamples = subjects.get(2 * i + 1).samplesPerCall();
            batches.add(new Anatomy.Batch(batch, dl4j / batch, fast / fastSamples));
        }
        return new AnatomyTimes(
                micros.getOrDefault("calls", Double.NaN) / CALLS,
                micros.getOrDefault("operation", Double.NaN),
                micros.getOrDefault("copy", Double.NaN),
                micros.getOrDefault("arrays", Double.NaN) / ARRAYS,
                micros.getOrDefault("view", Double.NaN),
                sizes,
                batches);
    }

    /** One part, measured again and again. */
    private static final class Series {
        private final String name;
        private final IntConsumer part;
        private final List<Double> micros = new ArrayList<>();
        private int calls;

        Series(String name, IntConsumer part) {
            this.name = name;
            this.part = part;
        }

        /** Runs the part until the time is over, at least once; returns the processor time of a call, in microseconds. */
        double run(int millis) {
            long begin = THREADS.getCurrentThreadCpuTime();
            int before = calls;
            do {
                part.accept(calls++);
            } while (THREADS.getCurrentThreadCpuTime() - begin < millis * 1_000_000L);
            return (THREADS.getCurrentThreadCpuTime() - begin) / 1e3 / (calls - before);
        }

        void measure(int millis) {
            micros.add(run(millis));
        }

        double median() {
            return Median.withDefaults()
                    .evaluate(micros.stream().mapToDouble(Double::doubleValue).toArray());
        }
    }
}
