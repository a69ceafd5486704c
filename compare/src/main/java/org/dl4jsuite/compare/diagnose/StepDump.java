package org.dl4jsuite.compare.diagnose;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dl4jsuite.compare.model.Batch;
import org.dl4jsuite.compare.model.LossAndGradient;
import org.dl4jsuite.compare.model.Model;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.Tensor;

/** The dump of one step of a network in the same JVM. */
public final class StepDump {
    private StepDump() {}

    /** Lets a network take one step on a batch and returns what it computed: outputs, loss, gradients, parameters. */
    public static Dump of(Model network, NetworkSpec spec, Batch batch) {
        Map<String, DumpArray> arrays = new LinkedHashMap<>();
        put(arrays, spec, "%s", network.parameters());
        arrays.put("x", DumpArray.of(batch.inputs()));
        arrays.put("t", DumpArray.of(batch.targets()));
        arrays.put("output", DumpArray.of(network.outputs(batch.inputs())));
        LossAndGradient gradient = network.gradient(batch.inputs(), batch.targets());
        arrays.put("loss", DumpArray.of(gradient.loss()));
        put(arrays, spec, "d%s", gradient.gradient());
        network.train(batch.inputs(), batch.targets());
        put(arrays, spec, "%s_after", network.parameters());
        return new Dump(arrays, new Settings(spec.activations(), spec.loss(), spec.reduction(), spec.rate()));
    }

    private static void put(Map<String, DumpArray> arrays, NetworkSpec spec, String name, double[] flat) {
        for (Tensor tensor : spec.tensors()) {
            double[] values = Arrays.copyOfRange(flat, tensor.from(), tensor.to());
            arrays.put(name.replace("%s", tensor.name()), new DumpArray(tensor.shape(), values));
        }
    }
}
