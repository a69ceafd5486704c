package org.dl4jsuite.compare.speed;

import java.util.concurrent.TimeUnit;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.data.Mnist;
import org.dl4jsuite.scratch.Variant;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** The reference and DL4J tuned, each in its usual precision, 784-200-10 on MNIST: microseconds for one step of a batch. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = Dl4jTuning.NO_POINTER_GC)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@SuppressWarnings("NullAway.Init") // JMH sets the parameters, then calls setUp
public class StepBenchmark {
    @Param({"SCRATCH", "DL4J_TUNED"})
    private Contestant contestant;

    @Param({"1", "64"})
    private int batch;

    private Subject subject;
    private int call;

    /** Converts the images and sets the weights. */
    @Setup
    public void setUp() {
        NetworkSpec spec = NetworkSpec.digits(200, 0.1, Variant.TRUE_GRADIENT)
                .withPrecision(contestant.precisions().get(0));
        subject = Subject.of(contestant, spec, batch, Mnist.load().train().first(1024));
    }

    /** Forward, backward, update. */
    @Benchmark
    public void train() {
        subject.train().accept(call++ & Integer.MAX_VALUE);
    }

    /** Forward. */
    @Benchmark
    public void predict() {
        subject.predict().accept(call++ & Integer.MAX_VALUE);
    }

    /** Gives back what lies outside the Java heap. */
    @TearDown
    public void close() {
        subject.close();
    }
}
