package org.dl4jsuite.compare.lessons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.dl4jsuite.compare.Progress;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LessonRunTest {
    /** Each of the two waits for the other before it begins. */
    @Test
    void twoRunSideBySide() {
        assumeTrue(Runtime.getRuntime().availableProcessors() >= 2, "one core runs one lesson at a time");
        CyclicBarrier both = new CyclicBarrier(2);
        List<LessonEntry> entries = Stream.of("garden-bugs", "three-outputs")
                .map(id -> waiting(Lessons.find(id).orElseThrow(), both))
                .toList();
        assertThat(LessonRun.all(entries))
                .extracting(LessonResult::lesson)
                .containsExactly("garden-bugs", "three-outputs"); // as asked for, though the second is the longer
    }

    @Test
    @Tag("long")
    void togetherTheyGiveWhatEachGivesAlone() {
        List<LessonEntry> entries = Stream.of("four-steps", "boolean-functions", "hot-and-cold", "toes")
                .map(id -> Lessons.find(id).orElseThrow())
                .toList();
        List<LessonResult> together = LessonRun.all(entries);
        for (int i = 0; i < entries.size(); i++) {
            LessonResult alone = LessonRun.run(entries.get(i), entries.get(i).defaults(), Progress.silent());
            assertThat(together.get(i))
                    .usingRecursiveComparison()
                    .withEqualsForType(Double::equals, Double.class) // to the bit, and not to 1e-15
                    .isEqualTo(alone);
        }
    }

    private static LessonEntry waiting(LessonEntry entry, CyclicBarrier others) {
        return OtherTwin.of(entry, options -> {
            try {
                others.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
                throw new IllegalStateException("The other lesson did not begin.", e);
            }
            return entry.dl4j().apply(options);
        });
    }
}
