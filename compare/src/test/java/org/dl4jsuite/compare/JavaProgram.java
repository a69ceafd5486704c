package org.dl4jsuite.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;

/** A Java program that a test has as text. */
public final class JavaProgram {
    private JavaProgram() {}

    /** Compiles a public class in a folder with the test's class path, runs its main method and returns what it prints. */
    public static String run(Path folder, String name, String source, String... arguments) throws Exception {
        Path file = Files.writeString(folder.resolve(name + ".java"), source);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int compiled = ToolProvider.getSystemJavaCompiler()
                .run(null, out, out, "-proc:none", "-cp", System.getProperty("java.class.path"), file.toString());
        assertThat(compiled).as(out.toString(StandardCharsets.UTF_8)).isZero();
        out.reset();
        PrintStream console = System.out;
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
            loader.loadClass(name).getMethod("main", String[].class).invoke(null, (Object) arguments);
        } finally {
            System.setOut(console);
        }
        return out.toString(StandardCharsets.UTF_8).strip();
    }
}
