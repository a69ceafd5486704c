package org.dl4jsuite.compare.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** Digits, decimal points and small letters differ from locale to locale; what the suite prints does not. */
class LocaleTest {
    private final Locale before = Locale.getDefault();

    @TempDir
    private Path folder;

    @AfterEach
    void restore() {
        Locale.setDefault(before);
    }

    @Test
    void resultsReadTheSame() {
        String model = folder.resolve("model.json").toString();
        run("train", "--side", "scratch", "--hidden", "5", "--train", "100", "--test", "50", "--save", model);
        String results = results(Locale.ROOT, model);
        for (String locale : List.of("ar-EG", "tr-TR", "de-DE")) {
            assertThat(results(Locale.forLanguageTag(locale), model)).as(locale).isEqualTo(results);
        }
    }

    /** So that a run under another locale cannot pass because its test JVMs did not get it. */
    @Test
    @EnabledIfEnvironmentVariable(named = "JAVA_TOOL_OPTIONS", matches = ".*-Duser.language=.*")
    void theTestsRunUnderTheLocaleThatIsAskedFor() {
        String options = System.getenv("JAVA_TOOL_OPTIONS");
        assertThat(Locale.getDefault().getLanguage()).isEqualTo(option(options, "language"));
        assertThat(Locale.getDefault().getCountry()).isEqualTo(option(options, "country"));
    }

    private static String option(String options, String name) {
        return Pattern.compile("-Duser\\." + name + "=(\\w+)")
                .matcher(options)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElse("");
    }

    private static String results(Locale locale, String model) {
        Locale.setDefault(locale);
        return run("parity", "--layers", "3,2,2", "--rows", "2")
                + run("lesson", "toes", "--iterations", "2")
                + run("evaluate", "--model", model, "--test", "50");
    }

    private static String run(String... arguments) {
        StringWriter out = new StringWriter();
        assertThat(Main.execute(new PrintWriter(out), new PrintWriter(out), arguments))
                .as("%s", out)
                .isZero();
        return out.toString();
    }
}
