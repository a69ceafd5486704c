package org.dl4jsuite.compare.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A fault of the suite or of the machine ends with 70; 1 says that the two sides disagree, and nothing else. */
class MainTest {
    private static final String[] PARITY = {"parity", "--layers", "2,1"};

    static Stream<Throwable> faults() {
        return Stream.of(
                new OutOfMemoryError("Java heap space"),
                new StackOverflowError(),
                new NoClassDefFoundError("org/nd4j/Missing"),
                new AssertionError("impossible"),
                new IllegalStateException("impossible"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultInACommandIsNoDisagreement(Throwable fault) {
        StringWriter err = new StringWriter();
        assertThat(Main.execute(failing(fault), new PrintWriter(err), PARITY)).isEqualTo(70);
        assertThat(err.toString().strip())
                .startsWith("suite: ")
                .contains(fault instanceof OutOfMemoryError ? "MB is full" : fault.toString())
                .hasLineCount(1);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultOutsideACommandIsNoDisagreement(Throwable fault) {
        assertThat(Main.execute(failing(fault), new PrintWriter(new StringWriter()), "--help"))
                .isEqualTo(70);
    }

    static List<String> commands() {
        return Pattern.compile("(?m)^  ([a-z][-a-z]+) ")
                .matcher(said("--help"))
                .results()
                .map(command -> command.group(1))
                .toList();
    }

    private static String said(String... arguments) {
        StringWriter out = new StringWriter();
        assertThat(Main.execute(new PrintWriter(out), new PrintWriter(new StringWriter()), arguments))
                .isZero();
        return out.toString();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void noHelpNamesADefaultTwice(String command) {
        assertThat(said(command, "--help").replaceAll("\\s+", " "))
                .doesNotContainPattern("Default: (\\S+)\\. Default: \\1( |$)")
                .contains("--help");
    }

    /** A console on which any word brings the fault about. */
    private static PrintWriter failing(Throwable fault) {
        return new PrintWriter(new Writer() {
            @Override
            public void write(char[] text, int from, int length) {
                if (fault instanceof Error error) {
                    throw error;
                }
                throw (RuntimeException) fault;
            }

            @Override
            public void flush() {
                // nothing is kept
            }

            @Override
            public void close() {
                // nothing was opened
            }
        });
    }
}
