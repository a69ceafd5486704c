package org.dl4jsuite.compare.speed;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.dl4jsuite.compare.speed.SpeedRow.Spread;
import org.jspecify.annotations.Nullable;

/**
 * The time to the first trained epoch as a user sees it: the whole process of {@code suite train --side scratch-fast},
 * with the start of the JVM, the data, one epoch online, and the accuracy on the test images.
 *
 * @param network {@code scratch-fast}
 * @param kernels {@code vector} or {@code plain}
 * @param hidden hidden nodes
 * @param seconds of the whole process
 */
public record StartUp(String network, String kernels, int hidden, Spread seconds) {
    /** By name: the command line knows this package, not the other way round. */
    private static final String MAIN = "org.dl4jsuite.compare.cli.Main";

    static StartUp measure(Contestant contestant, int hidden, @Nullable String data, int repeats)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(
                List.of("train", "--side", contestant.network(), "--hidden", String.valueOf(hidden), "--epochs", "1"));
        if (data != null) {
            arguments.addAll(List.of("--data", data));
        }
        double[] seconds = new double[repeats];
        for (int repeat = 0; repeat < repeats; repeat++) {
            ChildJvm process = new ChildJvm("Training " + contestant.network(), contestant.flags(), MAIN, arguments);
            long begin = System.nanoTime();
            process.run();
            seconds[repeat] = (System.nanoTime() - begin) / 1e9;
        }
        String kernels = contestant == Contestant.SCRATCH_FAST_PLAIN ? "plain" : "vector";
        return new StartUp(contestant.network(), kernels, hidden, Stopwatch.spread(seconds));
    }
}
