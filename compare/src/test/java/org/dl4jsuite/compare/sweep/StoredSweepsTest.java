package org.dl4jsuite.compare.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.dl4jsuite.compare.model.Side;
import org.dl4jsuite.data.Mnist;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The results that come with the suite are what its code gives.
 *
 * <p>{@code -Dsweeps.recomputed=N} recomputes so many of them instead of a few, 1000 all of the fast network.
 */
class StoredSweepsTest {
    private static final int RECOMPUTED = Integer.getInteger("sweeps.recomputed", 8);

    private final SweepResults stored = SweepFile.stored();
    private final Arithmetic here = Arithmetic.here();

    @Test
    void everyLineTellsItsCommandItsCodeAndItsKernels() {
        assertThat(stored.results()).hasSize(390);
        assertThat(stored.origins())
                .hasSize(8)
                .allSatisfy(origin -> assertThat(origin.configuration())
                        .containsOnlyKeys("code", "command", "kernels")
                        .hasEntrySatisfying(
                                "command",
                                command -> assertThat(command.toString()).startsWith("sweep ")));
    }

    @Test
    @Tag("long")
    void aRandomFewAreRecomputedBitForBit() {
        List<SweepResult> comparable = new ArrayList<>(stored.results());
        // The JDK is of no account here: 17 and 25 give the same bits. DL4J's depend on its BLAS and the processor.
        comparable.removeIf(result -> result.configuration().side() == Side.DL4J
                || !Arithmetic.of(result.origin()).kernels().equals(here.kernels()));
        assertThat(comparable)
                .as("stored results of this machine's %s kernels; theirs are of %s", here.kernels(), stored.origins())
                .isNotEmpty();
        long seed = System.nanoTime();
        Collections.shuffle(comparable, new Random(seed));
        SweepRun run = new SweepRun(Mnist.load());
        List<SweepResult> few = comparable.stream()
                .limit(RECOMPUTED)
                .sorted((one, other) -> one.configuration().compareTo(other.configuration()))
                .toList();
        for (SweepResult result : few) {
            SweepResult again = run.run(result.configuration());
            assertThat(again.from(result.origin()).loss())
                    .as(result.configuration().key())
                    .isEqualTo(result.loss());
            assertThat(again.accuracy()).as(result.configuration().key()).isEqualTo(result.accuracy());
        }
    }

    @Test
    @Tag("long")
    void theyAreOfThisCode() {
        assertThat(stored.origins())
                .allSatisfy(origin -> assertThat(Arithmetic.of(origin).code())
                        .as(
                                "the code of stored.jsonl. Once -Dsweeps.recomputed=1000 finds all of its lines as they are, write"
                                        + " this build's digest into its lines of origins; otherwise run their commands again")
                        .isEqualTo(here.code()));
    }
}
