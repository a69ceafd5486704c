package org.dl4jsuite.compare.sweep;

import java.util.List;
import java.util.ServiceLoader;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.dl4jsuite.compare.UserError;
import org.dl4jsuite.data.Split;

/**
 * Where the trainings of a sweep run. Engines are found by {@link ServiceLoader}, so that one can come with a module of
 * its own.
 *
 * <p>Each training is single-threaded and its result does not depend on the engine, times and origin apart.
 */
public interface SweepEngine {
    /** What {@code --engine} calls it. */
    String name();

    /**
     * Runs configurations, in any order.
     *
     * @param todo in canonical order, each once
     * @param threads trainings at once on this machine
     * @param finished told of each result as it comes, never by two threads at once
     */
    void run(List<SweepConfiguration> todo, Split split, int threads, Consumer<SweepResult> finished)
            throws InterruptedException;

    /**
     * The engine of a name.
     *
     * @throws UserError if it is not there
     */
    static SweepEngine named(String name) {
        TreeSet<String> names = new TreeSet<>();
        for (SweepEngine engine : ServiceLoader.load(SweepEngine.class)) {
            if (engine.name().equals(name)) {
                return engine;
            }
            names.add(engine.name());
        }
        String remedy = name.equals("spark") ? "; build it first, as docs/SWEEPS.md says under \"On a cluster\"." : ".";
        throw new UserError("--engine " + name + ": is not there, only " + String.join(", ", names) + remedy);
    }
}
