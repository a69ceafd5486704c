package org.dl4jsuite.compare.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dl4jsuite.compare.lessons.Lessons;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class StudyRunsTest {
    @Tag("long")
    @Test
    void noRunOfAPageShowsADisagreement() {
        List<StudyRun> runs = Lessons.all().stream()
                .flatMap(lesson -> new LessonPage(lesson).runs().stream())
                .toList();
        StudyRuns taken = StudyRuns.take(runs);
        List<String> accused = taken.of(runs).stream()
                .filter(result -> result.verdict().equals("DISAGREE"))
                .map(result -> result.options() + ": " + result.complaints())
                .toList();
        assertThat(accused).isEmpty();
        assertThat(taken.areSound()).isTrue();
    }
}
