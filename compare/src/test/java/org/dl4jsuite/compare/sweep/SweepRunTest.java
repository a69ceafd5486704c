package org.dl4jsuite.compare.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.dl4jsuite.compare.model.Side;
import org.dl4jsuite.data.Mnist;
import org.dl4jsuite.data.Split;
import org.junit.jupiter.api.Test;

/** One training after the other, without a file. */
class SweepRunTest {
    @Test
    void aTrainingTellsItsSeconds() {
        long before = System.nanoTime();
        SweepRun run = new SweepRun(Mnist.load().first(100, 10));
        SweepResult result =
                run.run(SweepExamples.byTheBook(10).on(Side.SCRATCH).withEpochs(2));
        assertThat(result.seconds()).isPositive().isLessThanOrEqualTo((System.nanoTime() - before) / 1e9 + 0.001);
        assertThat(result.accuracy()).hasSize(2);
        assertThat(result.origin().backend()).isEqualTo("none"); // DL4J has no part
        assertThat(result.loss().get(1)).isLessThan(result.loss().get(0));
    }

    @Test
    void aTrainingThatFailsEndsTheSweepAndItsThreads() throws InterruptedException {
        Split split = Mnist.load().first(20, 10);
        SweepConfiguration sound = SweepExamples.byTheBook(2).withEpochs(1);
        SweepConfiguration without = SweepExamples.byTheBook(-1).withEpochs(1);
        AtomicInteger finished = new AtomicInteger();
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        assertThatThrownBy(() ->
                        new LocalEngine().run(List.of(sound, without), split, 1, result -> finished.incrementAndGet()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("A training failed.")
                .hasCauseInstanceOf(RuntimeException.class);
        assertThat(finished).hasValue(1);
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (!before.contains(thread) && thread.getName().startsWith("pool-")) {
                thread.join(10_000);
                assertThat(thread.isAlive()).as(thread.getName()).isFalse();
            }
        }
    }
}
