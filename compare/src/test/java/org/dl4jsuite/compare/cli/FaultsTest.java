package org.dl4jsuite.compare.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.dl4jsuite.compare.UserError;
import org.junit.jupiter.api.Test;

/** Faults of the machine become sentences, however deep a library or a thread has wrapped them. */
class FaultsTest {
    @Test
    void aFileThatCannotBeWrittenIsNamedWithTheReason() {
        assertThat(Faults.usersMistake(new FileSystemException("a.json", null, "No space left on device")))
                .hasValue(
                        "a.json: cannot be read or written (No space left on device); make room or give another place,"
                                + " and run the command again.");
        Throwable wrapped = new IllegalStateException(
                "A training failed.", new UncheckedIOException(new NoSuchFileException("b.json")));
        assertThat(Faults.usersMistake(wrapped))
                .hasValueSatisfying(sentence ->
                        assertThat(sentence).startsWith("b.json: cannot be read or written (no such file or folder);"));
        assertThat(Faults.usersMistake(new AccessDeniedException("c.json")))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("(no permission)"));
    }

    @Test
    void librariesThatCannotBeUnpackedAreToldWithTheRemedy() {
        UnsatisfiedLinkError load = new UnsatisfiedLinkError("no jnind4jcpu");
        load.initCause(new IOException("No space left on device"));
        assertThat(Faults.usersMistake(new ExceptionInInitializerError(new RuntimeException("ND4J is missing", load))))
                .hasValueSatisfying(sentence -> assertThat(sentence)
                        .startsWith("DL4J's native libraries cannot be unpacked (No space left on device);")
                        .contains("-Dorg.bytedeco.javacpp.cachedir=DIR"));
    }

    @Test
    void theUsersMistakeInAThreadIsHisMistake() {
        assertThat(Faults.usersMistake(new IllegalStateException("A training failed.", new UserError("give another"))))
                .hasValue("give another");
    }

    @Test
    void aFullHeapIsTheMemorysAndNobodysMistake() {
        Throwable e = new IllegalStateException("A training failed.", new OutOfMemoryError("Java heap space"));
        assertThat(Faults.usersMistake(e)).isEmpty();
        assertThat(Faults.ofMemory(e))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("MB is full; ask for less"));
        assertThat(Faults.ofMemory(new IllegalStateException("a bug"))).isEmpty();
    }

    @Test
    void standardOutputRemembersItsFirstFailure() {
        assertThat(failing("No space left on device").failure()).hasValue("No space left on device");
        assertThat(new StandardOutput(OutputStream.nullOutputStream()).failure())
                .isEmpty();
    }

    @Test
    void aReaderThatHasEnoughIsNoFailure() {
        assertThat(failing("Broken pipe").failure()).isEmpty();
    }

    /** Returns what has been printed to, as the suite prints, and could not be written. */
    private static StandardOutput failing(String why) {
        StandardOutput out = new StandardOutput(new OutputStream() {
            private int calls;

            @Override
            public void write(int value) throws IOException {
                calls++;
                throw new IOException(calls == 1 ? why : "another");
            }
        });
        PrintWriter writer =
                new PrintWriter(new PrintStream(out, true, StandardCharsets.UTF_8), true, StandardCharsets.UTF_8);
        writer.println("first");
        writer.println("second");
        return out;
    }
}
