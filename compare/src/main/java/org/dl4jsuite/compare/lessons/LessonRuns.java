package org.dl4jsuite.compare.lessons;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.dl4jsuite.compare.Progress;

/** Several lessons, as many at once as there are cores. */
public final class LessonRuns {
    private LessonRuns() {}

    /** Runs every lesson with its source's options, with progress; the results are in the order of {@code entries}. */
    public static List<LessonResult> all(List<LessonEntry> entries) {
        long iterations = entries.stream()
                .mapToLong(entry -> entry.defaults().iterations())
                .sum();
        ExecutorService cores =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try (Progress progress = Progress.start("lessons", iterations)) {
            // the longest first, so that no core is left with one at the end
            Map<LessonEntry, CompletableFuture<LessonResult>> runs = entries.stream()
                    .sorted(Comparator.comparing(entry -> -entry.defaults().iterations()))
                    .collect(Collectors.toMap(
                            entry -> entry,
                            entry -> CompletableFuture.supplyAsync(
                                    () -> LessonRun.run(entry, entry.defaults(), progress), cores)));
            return entries.stream()
                    .map(entry -> Objects.requireNonNull(runs.get(entry)).join())
                    .toList();
        } finally {
            cores.shutdownNow();
        }
    }
}
