package org.dl4jsuite.compare.sweep;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.dl4jsuite.compare.Progress;
import org.dl4jsuite.data.Split;

/** Runs what a result file lacks. */
public final class Sweep {
    /** How many times as long as scratch-fast, roughly, as the report's speed section measures it. */
    private static final int SCRATCH_RATIO = 50;

    private static final int DL4J_RATIO = 150;

    private Sweep() {}

    /**
     * Makes sure that the file holds all configurations; those that it holds already are not run again.
     *
     * @param threads trainings at once on this machine
     * @param command what they are asked for with; each new result's origin tells it
     * @return all that the file holds then
     */
    public static SweepResults run(
            Collection<SweepConfiguration> wanted,
            Split split,
            SweepEngine engine,
            int threads,
            String command,
            Path file)
            throws IOException, InterruptedException {
        try (SweepFile results = SweepFile.open(file, SweepData.of(split), command)) {
            List<SweepConfiguration> todo = results.results().missing(wanted);
            long work = todo.stream().mapToLong(Sweep::work).sum();
            String task = "sweep: " + todo.size() + (todo.size() == 1 ? " training" : " trainings");
            try (Progress progress = Progress.start(task, work)) {
                engine.run(todo, split, threads, result -> {
                    results.add(result);
                    progress.advance(work(result.configuration()));
                });
            }
            return results.results();
        }
    }

    /** In proportion to the time it takes: links times images. So that the time left can be told. */
    private static long work(SweepConfiguration configuration) {
        int images = configuration.rotation() == 0 ? 1 : 3;
        long ratio = switch (configuration.side()) {
            case SCRATCH_FAST -> 1;
            case SCRATCH -> SCRATCH_RATIO;
            case DL4J -> DL4J_RATIO;
        };
        return ratio * images * configuration.epochs() * configuration.hidden();
    }
}
