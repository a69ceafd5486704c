package org.dl4jsuite.compare.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dl4jsuite.compare.document.Span;
import org.dl4jsuite.compare.lessons.FigureCheck;
import org.junit.jupiter.api.Test;

class LessonsSectionTest {
    private static final List<LessonRow> SOUND = ExampleLessons.sound();
    private static final List<LessonRow> UNSOUND = ExampleLessons.unsound();
    private static final String REASON =
            "gradient at the end: largest difference 3.2E-4 (tolerance 1.5E-14), worst element 0: 0.1 and 0.10032";

    @Test
    void errataAreCountedApart() {
        assertThat(SOUND)
                .extracting(LessonsSectionTest::published)
                .containsExactly(
                        List.of("1 of 1 met", "1 erratum confirmed"), List.of("1 of 1 met"), List.of("none printed"));
        assertThat(published(UNSOUND.get(2))).containsExactly("1 of 1 met", "0 of 1 erratum confirmed");
    }

    @Test
    void errorsOfTheTwoAreNamedOnlyIfTheyDiffer() {
        assertThat(SOUND)
                .extracting(LessonsSection::errors)
                .containsExactly(List.of("0.5 → 5.0e-4"), List.of("-2 → 1"), List.of("19.05"));
        assertThat(LessonsSection.errors(UNSOUND.get(0))).containsExactly("scratch 0.5 → 0.1", "DL4J 0.5 → 0.4");
    }

    @Test
    void curvesAreToldInWords() {
        assertThat(LessonsSection.chart(SOUND.get(0)).description())
                .isEqualTo("error, 0.5 → 5.0e-4, iterations 0 to 2,000, log scale");
        assertThat(LessonsSection.chart(SOUND.get(1)).description()).isEqualTo("error, -2 → 1, iterations 0 to 1,000");
    }

    @Test
    void everyProblemIsOneSentence() {
        assertThat(SOUND).allMatch(LessonRow::sound);
        assertThat(UNSOUND).noneMatch(LessonRow::sound);
        assertThat(LessonsSection.differences(UNSOUND.get(0))).containsExactly(REASON);
        assertThat(UNSOUND.stream().flatMap(lesson -> lesson.problems().stream()))
                .containsExactly(
                        "Lesson parted: the two sides disagree; " + REASON + ".",
                        "Lesson missed meets 0 of 1 published figure; not: weight delta 1.",
                        "Lesson misprint: a figure held to be an erratum comes out as printed: outputs.");
    }

    @Test
    void figuresSpeakForThemselves() {
        FigureCheck decimals = SOUND.get(0).published().get(0);
        assertThat(LessonsSection.nameOf(decimals)).isEqualTo("weight delta 1");
        assertThat(LessonsSection.ruleOf(decimals)).isEqualTo("to 12 decimals");
        assertThat(LessonsSection.printed(decimals)).containsExactly("0.26", "4");
        FigureCheck band = SOUND.get(1).published().get(0);
        assertThat(LessonsSection.ruleOf(band)).isEqualTo("within the range claimed");
        assertThat(LessonsSection.printed(band)).containsExactly("a range");
        assertThat(LessonsSection.statementOf(SOUND.get(0).errata().get(0)))
                .isEqualTo("The source prints 0.26, 4; its own code gives 0.25, 4.");
        assertThat(LessonsSection.statementOf(UNSOUND.get(2).errata().get(0)))
                .isEqualTo("The source prints 0.26, 4, which its own code should not give; but scratch gives 0.25, 4,"
                        + " DL4J 0.25, 4.");
    }

    private static List<String> published(LessonRow lesson) {
        return LessonsSection.published(lesson).lines().stream().map(Span::text).toList();
    }
}
