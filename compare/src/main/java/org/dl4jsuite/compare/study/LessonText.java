package org.dl4jsuite.compare.study;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.dl4jsuite.compare.document.TwinCode.Phase;
import org.jspecify.annotations.Nullable;

/**
 * What a lesson's page says, as its file {@code ID.yaml} has it.
 *
 * @param title of the page
 * @param news what is new in this lesson
 * @param look what to look at
 * @param attempts what to try: the options of {@code suite lesson ID}, and what happens
 * @param ownRun what is shown first: as in the source, unless that takes too long
 * @param runs to choose from beside it
 * @param className of both sides' lesson, shown whole at the end
 * @param rows what is computed, where, in which formula, or null if {@code sharedRows} has them
 * @param sharedRows the name of a file with rows, for lessons that leave all mathematics to the same code
 */
record LessonText(
        String title,
        @JsonProperty("new") String news,
        String look,
        @JsonProperty("try") List<Attempt> attempts,
        RunOptions ownRun,
        List<RunOptions> runs,
        @JsonProperty("class") String className,
        @Nullable List<Row> rows,
        @Nullable String sharedRows) {
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    LessonText {
        attempts = Objects.requireNonNullElse(attempts, List.of());
        ownRun = Objects.requireNonNullElse(ownRun, new RunOptions("as in the source", ""));
        runs = Objects.requireNonNullElse(runs, List.of());
    }

    /** Something to try: options of the command, and what comes of it. */
    record Attempt(String options, String text) {}

    /** A run beside the source's own: its name, and the options of the command that differ. */
    record RunOptions(String name, String options) {}

    /** See {@link org.dl4jsuite.compare.document.TwinCode.Row}; code by the names that {@link SourceCode} takes. */
    record Row(
            String title,
            Phase phase,
            @Nullable String note,
            List<String> formula,
            List<String> scratch,
            List<String> dl4j,
            List<String> quantities) {
        /** Returns a shared row in a lesson: {@code LESSON} in its names stands for the lesson's class. */
        Row in(String className) {
            return new Row(title, phase, note, formula, in(className, scratch), in(className, dl4j), quantities);
        }

        private static List<String> in(String className, List<String> names) {
            return names.stream().map(name -> name.replace("LESSON", className)).toList();
        }
    }

    private record Rows(List<Row> rows) {}

    /**
     * Returns the text of a lesson.
     *
     * @throws IllegalArgumentException if the lesson has no page, or its file cannot be read
     */
    static LessonText of(String lesson) {
        return read(lesson + ".yaml", LessonText.class);
    }

    /** Returns the lesson's rows, shared or its own. */
    List<Row> allRows() {
        return sharedRows == null
                ? Objects.requireNonNull(rows, "rows or sharedRows")
                : read(sharedRows + ".yaml", Rows.class).rows().stream()
                        .map(row -> row.in(className))
                        .toList();
    }

    private static <T> T read(String file, Class<T> type) {
        try (InputStream stream = LessonText.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalArgumentException(
                        "the file " + file + " is missing; CONTRIBUTING.md says what it holds");
            }
            return YAML.readValue(stream, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
