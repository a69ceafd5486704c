package org.dl4jsuite.compare.speed;

import java.util.concurrent.TimeUnit;
import org.dl4jsuite.compare.model.FastModel;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.Precision;
import org.dl4jsuite.compare.model.ScratchModel;
import org.dl4jsuite.compare.training.FastTraining;
import org.dl4jsuite.data.LabelledImages;
import org.dl4jsuite.data.Mnist;
import org.dl4jsuite.scratch.InitialWeights;
import org.dl4jsuite.scratch.NumpyRandomState;
import org.dl4jsuite.scratch.Variant;
import org.dl4jsuite.scratch.fast.FastInputs;
import org.dl4jsuite.scratch.fast.FastNetwork;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The fast from-scratch network, 784-200-10 on MNIST: microseconds for one sample. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@SuppressWarnings("NullAway.Init") // JMH sets the parameters, then calls setUp
public class FastBenchmark {
    private static final int SAMPLES = 1024;

    @Param({"vector", "plain"})
    private String kernels;

    @Param({"1", "64"})
    private int batch;

    private FastNetwork network;
    private FastInputs inputs;
    private float[] targets;
    private float[] outputs;

    /** Converts the images and sets the weights. */
    @Setup
    public void setUp() {
        System.setProperty("scratch.kernels", kernels);
        NetworkSpec spec = NetworkSpec.digits(200, 0.1, Variant.TRUE_GRADIENT).withPrecision(Precision.FLOAT);
        LabelledImages images = Mnist.load().train().first(SAMPLES);
        network = FastModel.network(spec);
        network.setParameters(InitialWeights.INCOMING_LINKS.draw(ScratchModel.network(spec), new NumpyRandomState(1)));
        inputs = FastTraining.inputs(images);
        targets = FastTraining.targets(images);
        outputs = new float[batch * spec.outputs()];
    }

    /** Forward, backward, update. Returns the loss. */
    @Benchmark
    @OperationsPerInvocation(SAMPLES)
    public double train() {
        return network.train(inputs, targets, 0, SAMPLES, batch, 0.1f);
    }

    /** Forward. Returns the last outputs. */
    @Benchmark
    @OperationsPerInvocation(SAMPLES)
    public float[] predict() {
        for (int from = 0; from < SAMPLES; from += batch) {
            network.query(inputs, from, from + batch, outputs);
        }
        return outputs;
    }
}
