package org.dl4jsuite.compare.cli;

import java.io.PrintWriter;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

/** Says what is left of the work and how to go on, if the process is stopped, by Ctrl-C for example, before this is closed. */
final class Farewell implements AutoCloseable {
    /** Those that are not closed; the last of them is said. */
    private static final Deque<Farewell> PREPARED = new ConcurrentLinkedDeque<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Farewell::sayLast, "farewell"));
    }

    private final PrintWriter err;
    private final String sentence;

    private Farewell(PrintWriter err, String sentence) {
        this.err = err;
        this.sentence = sentence;
    }

    /** Prepares a sentence, which is said in place of any that was prepared before and is not closed. */
    static Farewell of(PrintWriter err, String sentence) {
        Farewell farewell = new Farewell(err, sentence);
        PREPARED.addLast(farewell);
        return farewell;
    }

    /**
     * Prepares the sentence of a command that goes on where it was stopped.
     *
     * @param kept what is finished and where it is, for example {@code Finished trainings are in sweep.jsonl}
     */
    static Farewell say(PrintWriter err, String kept) {
        return of(err, kept + ": the same command goes on from there.");
    }

    /**
     * Returns whether the process is being stopped: what fails from then on is no fault. A process that measures for this one
     * ends by the same Ctrl-C, which may be noticed here before anything has been said.
     */
    static boolean isStopping() {
        try {
            Runtime.getRuntime().removeShutdownHook(new Thread()); // is refused when the hooks have been started
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }

    private static void sayLast() {
        Farewell last = PREPARED.peekLast();
        if (last != null) {
            last.err.printf("%nsuite: stopped. %s%n", last.sentence);
            last.err.flush();
            ProcessHandle.current().children().forEach(ProcessHandle::destroy); // those that measure for this one
        }
    }

    @Override
    public void close() {
        if (!isStopping()) {
            PREPARED.remove(this);
        }
    }
}
