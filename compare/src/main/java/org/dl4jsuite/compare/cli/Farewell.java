package org.dl4jsuite.compare.cli;

import java.io.PrintWriter;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

/** Says what is left of the work and how to go on, if the process is stopped, by Ctrl-C for example, before this is closed. */
final class Farewell implements AutoCloseable {
    /** Those that are not closed; the last of them is said. */
    private static final Deque<Farewell> PREPARED = new ConcurrentLinkedDeque<>();

    private static volatile boolean isSaid;

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

    /** Returns whether the process is being stopped: what fails from then on is no fault. */
    static boolean isSaid() {
        return isSaid;
    }

    private static void sayLast() {
        Farewell last = PREPARED.peekLast();
        if (last != null) {
            isSaid = true;
            last.err.printf("%nsuite: stopped. %s%n", last.sentence);
            last.err.flush();
            ProcessHandle.current().children().forEach(ProcessHandle::destroy); // those that measure for this one
        }
    }

    @Override
    public void close() {
        PREPARED.remove(this);
    }
}
