package org.dl4jsuite.compare.speed;

import com.fasterxml.jackson.databind.MappingIterator;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.dl4jsuite.compare.Json;

/**
 * A JVM of its own for each contestant: DL4J reads its thread count from the environment at the start only, and no network
 * is measured in a JVM that another has warmed up. It has this JVM's class path, and its flags but those of a report.
 */
final class ChildJvm {
    private static final String THREADS = "OMP_NUM_THREADS";
    /** The exit codes of a JVM that SIGINT or SIGTERM has ended. */
    private static final List<Integer> STOPPED = List.of(130, 143);
    /** What the launcher gives a report's own JVM; each contestant has its own collector. */
    private static final List<String> FLAGS_OF_A_REPORT = List.of("-XX:+UseParallelGC", "-Xmn256m");

    private final String what;
    private final ProcessBuilder builder;

    /**
     * A JVM to be started.
     *
     * @param what it does, for an error's message
     * @param flags of the JVM, beside those that all have
     * @param main the name of its main class
     * @param arguments of that class
     */
    ChildJvm(String what, List<String> flags, String main, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.removeAll(FLAGS_OF_A_REPORT);
        command.add("-Dsuite.terminal=false"); // it speaks to this JVM alone
        command.addAll(flags);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(main);
        command.addAll(arguments);
        this.what = what;
        this.builder = new ProcessBuilder(command);
        builder.environment().put(THREADS, "1");
    }

    /** Leaves it to DL4J how many threads it uses. */
    ChildJvm withAllThreads() {
        Map<String, String> environment = builder.environment();
        environment.remove(THREADS);
        return this;
    }

    /** Sends a request as JSON and hands over each answer as it arrives, one JSON value behind the other. */
    <T> void ask(Object request, Class<T> type, Consumer<T> answers) throws IOException, InterruptedException {
        Process process = builder.start();
        CompletableFuture<String> errors = errors(process);
        try {
            talk(process, request, type, answers);
        } catch (IOException e) { // because it has ended, most likely, and then it has said why
            await(process, errors);
            throw e;
        }
        await(process, errors);
    }

    private static <T> void talk(Process process, Object request, Class<T> type, Consumer<T> answers)
            throws IOException {
        try (OutputStream toProcess = process.getOutputStream()) {
            Json.MAPPER.writeValue(toProcess, request);
        }
        try (MappingIterator<T> fromProcess = Json.MAPPER.readerFor(type).readValues(process.getInputStream())) {
            while (fromProcess.hasNextValue()) {
                answers.accept(fromProcess.nextValue());
            }
        }
    }

    /** Runs it to its end; what it prints is dropped. */
    void run() throws IOException, InterruptedException {
        Process process =
                builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        await(process, errors(process));
    }

    /** Reads what the process says on standard error, which matters only if it fails: a JVM remarks on its modules. */
    private static CompletableFuture<String> errors(Process process) {
        return CompletableFuture.supplyAsync(() -> {
            try (InputStream errors = process.getErrorStream()) {
                return new String(errors.readAllBytes(), Charset.defaultCharset());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void await(Process process, CompletableFuture<String> errors) throws IOException, InterruptedException {
        int exitCode = process.waitFor();
        if (STOPPED.contains(exitCode)) {
            // whoever stopped it, by Ctrl-C for example, is about to stop this process, which then says so
            TimeUnit.SECONDS.sleep(1);
        }
        if (exitCode != 0) {
            throw new IOException(what + " ended with exit code " + exitCode + ": "
                    + errors.join().strip());
        }
    }
}
