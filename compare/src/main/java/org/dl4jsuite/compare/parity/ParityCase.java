package org.dl4jsuite.compare.parity;

import java.util.Arrays;
import org.dl4jsuite.compare.model.Batch;
import org.dl4jsuite.compare.model.NetworkSpec;

/**
 * One network at one point of its parameter space, with a batch: what the three witnesses are asked about.
 *
 * @param name unique, for example {@code 4-5-3, 3 rows}
 * @param spec the network
 * @param parameters flat, in the order of {@link NetworkSpec#tensors()}
 * @param inputs (batch, in)
 * @param targets (batch, out)
 */
public record ParityCase(String name, NetworkSpec spec, double[] parameters, double[][] inputs, double[][] targets) {

    /** The same network with only these rows of the batch. */
    ParityCase withRows(int... rows) {
        double[][] x = Arrays.stream(rows).mapToObj(row -> inputs[row]).toArray(double[][]::new);
        double[][] t = Arrays.stream(rows).mapToObj(row -> targets[row]).toArray(double[][]::new);
        return new ParityCase(name, spec, parameters, x, t);
    }

    /** The example of online step {@code step}, from 0: the rows in order, round and round. */
    public Batch row(long step) {
        int row = (int) (step % inputs.length);
        return new Batch(new double[][] {inputs[row]}, new double[][] {targets[row]});
    }
}
