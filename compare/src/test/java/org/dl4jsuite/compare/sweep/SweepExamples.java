package org.dl4jsuite.compare.sweep;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.dl4jsuite.compare.Provenance;
import org.dl4jsuite.compare.model.Side;
import org.dl4jsuite.scratch.InitialWeights;
import org.dl4jsuite.scratch.Variant;

/** Trainings that nobody ran, with accuracies written by hand. */
final class SweepExamples {
    static final SweepData DATA = new SweepData("MNIST", 60_000, 10_000, Map.of("file", "0123"));
    static final Provenance ORIGIN = Provenance.withoutDl4j(Map.of("code", "0"), Map.of());

    private SweepExamples() {}

    /** Returns 784-hidden-10 by the book's rule, rate 0.1, without rotations. */
    static SweepConfiguration byTheBook(int hidden) {
        return new SweepConfiguration(
                Side.SCRATCH_FAST, Variant.BOOK_RULE, InitialWeights.INCOMING_LINKS, 0, hidden, 0.1, 0, 0);
    }

    /** Returns a training that had these accuracies, one per epoch. */
    static SweepResult result(SweepConfiguration setting, long seed, Double... accuracies) {
        return new SweepResult(
                setting.withSeed(seed).withEpochs(accuracies.length),
                List.of(accuracies),
                Collections.nCopies(accuracies.length, 0.05),
                1.5,
                ORIGIN);
    }

    /** Returns one training of one epoch per accuracy, of the seeds 1, 2, 3 and so on. */
    static List<SweepResult> seeds(SweepConfiguration setting, double... accuracies) {
        List<SweepResult> results = new ArrayList<>();
        for (double accuracy : accuracies) {
            results.add(result(setting, results.size() + 1L, accuracy));
        }
        return results;
    }
}
