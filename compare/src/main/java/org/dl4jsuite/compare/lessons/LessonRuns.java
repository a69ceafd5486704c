package org.dl4jsuite.compare.lessons;

import java.util.ArrayList;
import java.util.List;
import org.dl4jsuite.compare.Progress;

/** Several lessons in a row. */
public final class LessonRuns {
    private LessonRuns() {}

    /** Runs every lesson with its source's options, with progress. */
    public static List<LessonResult> all(List<LessonEntry> entries) {
        List<LessonResult> results = new ArrayList<>();
        long iterations = entries.stream()
                .mapToLong(entry -> entry.defaults().iterations())
                .sum();
        try (Progress progress = Progress.start("lessons", iterations)) {
            for (LessonEntry entry : entries) {
                results.add(LessonRun.run(entry, entry.defaults(), progress));
            }
        }
        return results;
    }
}
