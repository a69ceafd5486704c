package org.dl4jsuite.compare.serve;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The few threads that decode pictures and ask the networks, first come, first served: a picture of the largest size takes
 * some 150 MB while it is prepared, and DL4J keeps memory for each thread that asks it.
 */
final class Workers implements AutoCloseable {
    private static final long MEGABYTES_PER_WORKER = 200;

    private final ExecutorService threads;

    Workers() {
        long fit = (Runtime.getRuntime().maxMemory() >> 20) / MEGABYTES_PER_WORKER;
        int count = (int) Math.max(1, Math.min(fit, Runtime.getRuntime().availableProcessors()));
        this.threads = Executors.newFixedThreadPool(count, task -> {
            Thread thread = new Thread(task, "digits");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Waits for a free thread, and for what the task returns there. */
    <T> T ask(Callable<T> task) throws Exception {
        try {
            return threads.submit(task).get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception exception) {
                throw exception;
            }
            throw e; // an Error, such as too little memory
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
