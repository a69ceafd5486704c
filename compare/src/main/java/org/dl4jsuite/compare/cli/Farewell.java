package org.dl4jsuite.compare.cli;

import java.io.PrintWriter;

/** Says how to go on if the process is stopped, by Ctrl-C for example, before this is closed. */
final class Farewell implements AutoCloseable {
    private final Thread hook;

    private Farewell(Thread hook) {
        this.hook = hook;
    }

    /**
     * Prepares the sentence.
     *
     * @param kept what is finished and where it is, for example {@code Finished trainings are in sweep.jsonl}
     */
    static Farewell say(PrintWriter err, String kept) {
        Thread hook = new Thread(() -> {
            ProcessHandle.current().children().forEach(ProcessHandle::destroy); // that measure for this one
            err.printf("%nsuite: stopped. %s: the same command goes on from there.%n", kept);
            err.flush();
        });
        Runtime.getRuntime().addShutdownHook(hook);
        return new Farewell(hook);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // it is running
        }
    }
}
