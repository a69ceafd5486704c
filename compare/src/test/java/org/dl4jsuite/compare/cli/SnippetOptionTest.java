package org.dl4jsuite.compare.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.dl4jsuite.compare.diagnose.Snippet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code suite diagnose --snippet} prints the lines, and asks for no dump. */
class SnippetOptionTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @EnumSource
    void aSnippetIsPrintedAsItIs(Snippet snippet) {
        assertThat(run("diagnose", "--snippet", snippet.toString())).isZero();
        assertThat(out.toString()).isEqualTo(snippet.text());
    }

    @Test
    void aSnippetNeedsNoDumpAndADiagnosisDoes() {
        assertThat(run("diagnose", "--snippet", "numpy", "dump.npz")).isEqualTo(2);
        assertThat(err.toString()).contains("--snippet numpy: ").contains("leave dump.npz out");
        assertThat(run("diagnose")).isEqualTo(2);
        assertThat(err.toString()).contains("diagnose needs a dump, a .npz or .json file; --snippet numpy");
        assertThat(run("diagnose", "--snippet", "fortran")).isEqualTo(2);
    }

    private int run(String... arguments) {
        return Main.execute(new PrintWriter(out), new PrintWriter(err), arguments);
    }
}
