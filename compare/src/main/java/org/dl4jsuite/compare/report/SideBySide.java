package org.dl4jsuite.compare.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs tasks side by side, as many at once as there are cores; whoever comes first begins first. */
final class SideBySide implements AutoCloseable {
    private final ExecutorService cores =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());

    <T> Future<T> start(Callable<T> task) {
        return cores.submit(task);
    }

    /** Waits for a task and returns its result, or throws what it threw. */
    static <T> T await(Future<T> task) throws IOException, InterruptedException {
        try {
            return task.get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            if (cause instanceof Error error) {
                throw error;
            }
            throw cause instanceof IOException io ? io : new IOException(cause);
        }
    }

    /** Waits for tasks and returns their results in order. */
    static <T> List<T> awaitAll(List<Future<T>> tasks) throws IOException, InterruptedException {
        List<T> results = new ArrayList<>();
        for (Future<T> task : tasks) {
            results.add(await(task));
        }
        return results;
    }

    /** Begins nothing more. */
    @Override
    public void close() {
        cores.shutdownNow();
    }
}
