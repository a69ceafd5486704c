package org.dl4jsuite.compare.study;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dl4jsuite.compare.lessons.LessonResult;
import org.dl4jsuite.compare.lessons.LessonRun;

/** The results of all runs that the pages show. */
final class StudyRuns {
    private final Map<StudyRun, LessonResult> results = new HashMap<>();

    private StudyRuns() {}

    /** Takes all runs, as many at once as there are cores. */
    static StudyRuns take(List<StudyRun> runs) {
        List<LessonResult> results = LessonRun.allOf(runs.stream()
                .map(run -> new LessonRun.Request(run.entry(), run.options(), true))
                .toList());
        StudyRuns taken = new StudyRuns();
        for (int i = 0; i < runs.size(); i++) {
            taken.results.put(runs.get(i), results.get(i));
        }
        return taken;
    }

    /** Returns the results of some of the runs, in their order. */
    List<LessonResult> of(List<StudyRun> runs) {
        return runs.stream()
                .map(run -> Objects.requireNonNull(results.get(run)))
                .toList();
    }

    /**
     * Returns whether the two sides agree and meet what the sources print. A run beside the source's own may diverge: a page
     * shows that on purpose.
     */
    boolean areSound() {
        return results.entrySet().stream()
                .allMatch(run -> run.getKey().isOwn()
                        ? run.getValue().complaints().isEmpty()
                        : !run.getValue().verdict().equals("DISAGREE"));
    }
}
