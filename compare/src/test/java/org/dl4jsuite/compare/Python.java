package org.dl4jsuite.compare;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Python where a test needs it. Without it the test is skipped, or fails with {@code -Dpython.required=true}. */
public final class Python {
    private final String interpreter;

    private Python(String interpreter) {
        this.interpreter = interpreter;
    }

    /** The interpreter that has a module: the first on the path, or the system's own. */
    public static Python with(String module) throws InterruptedException {
        return find(module, Boolean.getBoolean("python.required"));
    }

    /** The same for a module that cannot be had everywhere: the test is skipped without it. */
    public static Python ifItHas(String module) throws InterruptedException {
        return find(module, false);
    }

    private static Python find(String module, boolean required) throws InterruptedException {
        for (String interpreter : List.of("python3", "/usr/bin/python3")) {
            try {
                Python python = new Python(interpreter);
                python.run(Path.of("."), "import " + module);
                return python;
            } catch (IOException e) {
                // not there
            }
        }
        String message = "There is no python3 with " + module + ": what needs it was not run.";
        return required ? fail(message) : abort(message);
    }

    /**
     * Runs a program in a folder and returns what it prints.
     *
     * @throws IOException if it fails; the message is what it printed
     */
    public String run(Path folder, String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(interpreter, "-c", program));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(output);
        }
        return output.strip();
    }
}
