package org.dl4jsuite.compare.study;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.dl4jsuite.compare.Progress;
import org.dl4jsuite.compare.lessons.LessonResult;
import org.dl4jsuite.compare.lessons.LessonRun;

/** The results of all runs that the pages show. */
final class StudyRuns {
    private final Map<StudyRun, LessonResult> results;

    private StudyRuns(Map<StudyRun, LessonResult> results) {
        this.results = results;
    }

    /** Takes all runs, as many at once as there are cores. */
    static StudyRuns take(Collection<StudyRun> runs) {
        long iterations = runs.stream().mapToLong(run -> run.options().iterations()).sum();
        ExecutorService cores =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try (Progress progress = Progress.start("lessons", iterations)) {
            // the longest first, so that no core is left with one at the end
            Map<StudyRun, CompletableFuture<LessonResult>> started = runs.stream()
                    .sorted(Comparator.comparing(run -> -run.options().iterations()))
                    .collect(Collectors.toMap(
                            run -> run,
                            run -> CompletableFuture.supplyAsync(
                                    () -> LessonRun.trace(run.entry(), run.options(), progress), cores)));
            return new StudyRuns(started.entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, run -> run.getValue().join())));
        } finally {
            cores.shutdownNow();
        }
    }

    /** Returns the results of some of the runs, in their order. */
    List<LessonResult> of(List<StudyRun> runs) {
        return runs.stream().map(run -> Objects.requireNonNull(results.get(run))).toList();
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
