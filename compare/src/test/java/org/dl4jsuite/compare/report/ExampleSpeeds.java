package org.dl4jsuite.compare.report;

import java.util.List;
import org.dl4jsuite.compare.model.Precision;
import org.dl4jsuite.compare.speed.Ceilings;
import org.dl4jsuite.compare.speed.LinearFit;
import org.dl4jsuite.compare.speed.Operation;
import org.dl4jsuite.compare.speed.SpeedResults;
import org.dl4jsuite.compare.speed.SpeedRow;
import org.dl4jsuite.compare.speed.StartUp;

/** Speeds made by hand. */
public final class ExampleSpeeds {
    private ExampleSpeeds() {}

    /** Of one size, of all networks. */
    public static SpeedResults all() {
        return results(List.of(
                row("scratch", Operation.TRAIN, Precision.DOUBLE, 1, 78.4),
                row("dl4j-tuned", Operation.TRAIN, Precision.DOUBLE, 1, 417),
                row("dl4j-tuned", Operation.TRAIN, Precision.FLOAT, 1, 356),
                row("dl4j-stock", Operation.TRAIN, Precision.FLOAT, 2, 1147),
                row("scratch", Operation.PREDICT, Precision.DOUBLE, 1, 31.7),
                row("dl4j-tuned", Operation.PREDICT, Precision.DOUBLE, 1, 122)));
    }

    /** Of several sizes, to train. */
    static SpeedResults grid() {
        return results(List.of(
                row("scratch-fast", Operation.TRAIN, Precision.FLOAT, 1, 1, 200, 3.5),
                row("scratch-fast", Operation.TRAIN, Precision.FLOAT, 1, 64, 200, 3.1),
                row("scratch-fast", Operation.TRAIN, Precision.FLOAT, 1, 1, 50, 1.5),
                row("scratch-fast", Operation.TRAIN, Precision.FLOAT, 1, 1, 1000, 14),
                row("dl4j-tuned", Operation.TRAIN, Precision.FLOAT, 1, 1, 200, 356),
                row("dl4j-tuned", Operation.TRAIN, Precision.FLOAT, 1, 64, 200, 12),
                row("dl4j-tuned", Operation.TRAIN, Precision.FLOAT, 1, 1, 50, 301),
                row("dl4j-tuned", Operation.TRAIN, Precision.FLOAT, 1, 1, 1000, 812)));
    }

    private static SpeedResults results(List<SpeedRow> rows) {
        LinearFit fit = new LinearFit(
                "scratch",
                Operation.TRAIN,
                Precision.DOUBLE,
                "plain loops",
                LinearFit.HIDDEN,
                0.3871,
                1.25,
                0.99871,
                List.of(new LinearFit.Point(50, 20), new LinearFit.Point(200, 78.4)));
        return new SpeedResults(
                new Ceilings("vector (512 bit)", 116.7, 98.7, 131.3, 627_200),
                rows,
                List.of(fit),
                List.of(new StartUp("scratch-fast", "vector", 200, new SpeedRow.Spread(1.83, 1.79, 1.92, 5))));
    }

    private static SpeedRow row(String network, Operation operation, Precision precision, int threads, double median) {
        return row(network, operation, precision, threads, 1, 200, median);
    }

    private static SpeedRow row(
            String network,
            Operation operation,
            Precision precision,
            int threads,
            int batch,
            int hidden,
            double median) {
        double flops = 4.0 * 784 * hidden;
        double bytes = 12.0 * 784 * hidden / batch;
        return new SpeedRow(
                network,
                operation,
                batch,
                hidden,
                precision,
                network.equals("scratch-fast") ? "vector (512 bit)" : "plain loops",
                threads,
                new SpeedRow.Spread(median, median * 0.93, median * 1.11, 21),
                flops,
                bytes,
                flops / median / 1e3,
                bytes / median / 1e3,
                0.123,
                0.456);
    }
}
