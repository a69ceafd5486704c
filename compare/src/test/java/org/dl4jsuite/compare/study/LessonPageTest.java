package org.dl4jsuite.compare.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dl4jsuite.compare.Json;
import org.dl4jsuite.compare.Progress;
import org.dl4jsuite.compare.document.HtmlRenderer;
import org.dl4jsuite.compare.lessons.LessonEntry;
import org.dl4jsuite.compare.lessons.LessonResult;
import org.dl4jsuite.compare.lessons.LessonRun;
import org.dl4jsuite.compare.lessons.Lessons;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every lesson has a page, whose code is found and whose numbers are those of the runs. */
class LessonPageTest {
    private static final int MAX_STEPS = 200;
    private static final int MAX_BYTES = 3_000_000;
    private static final Pattern DATA = Pattern.compile(
            "<script type=\"application/json\" data-run=\"([^\"]+)\"[^>]*>(.*?)</script>", Pattern.DOTALL);

    static Stream<LessonEntry> lessons() {
        return Lessons.all().stream();
    }

    /** Fails with the page's name if a method that the page shows was renamed. */
    @ParameterizedTest
    @MethodSource("lessons")
    void everyLessonHasAPage(LessonEntry lesson) {
        List<StudyRun> runs = new LessonPage(lesson).runs();
        assertThat(runs.stream().map(StudyRun::id)).doesNotHaveDuplicates();
        assertThat(runs.stream().map(StudyRun::options)).doesNotHaveDuplicates();
    }

    @Test
    void aLessonWithoutAPageIsNamed() {
        LessonEntry toes = Lessons.find("toes").orElseThrow();
        LessonEntry unknown = new LessonEntry(
                "no-page", toes.source(), toes.layers(), toes.teaches(), toes.defaults(), toes.scratch(), toes.dl4j());
        assertThatThrownBy(() -> new LessonPage(unknown)).hasMessageContaining("no-page");
    }

    @ParameterizedTest
    @ValueSource(strings = {"weight-update-by-hand", "hot-and-cold", "errors-by-hand"})
    void thePageHasTheNumbersOfItsRuns(String id) {
        LessonPage lesson = new LessonPage(Lessons.find(id).orElseThrow());
        List<LessonResult> results = lesson.runs().stream()
                .map(run -> LessonRun.trace(run.entry(), run.options(), Progress.silent()))
                .toList();
        String page = HtmlRenderer.render(lesson.page(results).document());
        List<JsonNode> traces = traces(page);
        assertThat(traces).hasSameSizeAs(results);
        for (int i = 0; i < traces.size(); i++) {
            assertThat(traces.get(i)).isEqualTo(tree(results.get(i)));
        }
        assertThat(traces.stream().mapToInt(JsonNode::size).sum()).isLessThanOrEqualTo(MAX_STEPS);
        assertThat(page.length()).isLessThan(MAX_BYTES);
        assertThat(page).contains("data-quantity=\"x\"").doesNotContain("http://www.w3.org/1999", "<script src");
    }

    /** Written and read again, as the page's is: a whole number is then no longer a double. */
    private static JsonNode tree(LessonResult result) {
        try {
            return Json.MAPPER.readTree(Json.MAPPER.writeValueAsString(result.trace()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<JsonNode> traces(String page) {
        List<JsonNode> traces = new ArrayList<>();
        Matcher data = DATA.matcher(page);
        while (data.find()) {
            try {
                traces.add(Json.MAPPER.readTree(data.group(2)).get("trace"));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }
        return traces;
    }
}
