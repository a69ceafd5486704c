package org.dl4jsuite.compare.sweep;

import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.dl4jsuite.data.Split;

/** Threads of this JVM. */
public final class LocalEngine implements SweepEngine {
    @Override
    public String name() {
        return "local";
    }

    @Override
    public void run(List<SweepConfiguration> todo, Split split, int threads, Consumer<SweepResult> finished)
            throws InterruptedException {
        if (todo.isEmpty()) {
            return;
        }
        SweepRun run = new SweepRun(split);
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            CompletionService<SweepResult> results = new ExecutorCompletionService<>(executor);
            todo.forEach(configuration -> results.submit(() -> run.run(configuration)));
            for (int i = 0; i < todo.size(); i++) {
                finished.accept(results.take().get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("A training failed.", e.getCause());
        } finally {
            executor.shutdownNow();
        }
    }
}
