package org.dl4jsuite.compare.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.dl4jsuite.compare.document.Block;
import org.dl4jsuite.compare.document.ConsoleRenderer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command: what it prints goes to the streams that the command line was given, and its exit code is what it returns. */
abstract class SuiteCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    /** Returns the words with which the suite was called. */
    final String commandLine() {
        return String.join(" ", spec.root().commandLine().getParseResult().originalArgs());
    }

    final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    final PrintWriter err() {
        return spec.commandLine().getErr();
    }

    /** Prints blocks as text. */
    final void print(List<? extends Block> blocks) {
        out().println(ConsoleRenderer.render(blocks));
    }
}
