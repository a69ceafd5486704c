package org.dl4jsuite.compare.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.dl4jsuite.compare.Provenance;
import org.dl4jsuite.compare.model.Side;
import org.dl4jsuite.compare.report.Report.Sweeps;
import org.dl4jsuite.compare.sweep.SweepConfiguration;
import org.dl4jsuite.compare.sweep.SweepData;
import org.dl4jsuite.compare.sweep.SweepGrid;
import org.dl4jsuite.compare.sweep.SweepResult;
import org.dl4jsuite.compare.sweep.SweepResults;
import org.dl4jsuite.scratch.InitialWeights;
import org.dl4jsuite.scratch.Variant;

/** Sweeps made by hand: a training of e epochs and seed s has an accuracy of 0.95 + 0.001 e + 0.0001 s. */
final class ExampleSweeps {
    private ExampleSweeps() {}

    /** The book's experiments on three seeds, and DL4J beside us on eight. */
    static Sweeps ofBook() {
        List<SweepConfiguration> wanted = new ArrayList<>();
        for (InitialWeights init : InitialWeights.values()) {
            wanted.addAll(SweepGrid.ofTheBook(List.of(Side.SCRATCH_FAST), init, List.of(1L, 2L, 3L)));
        }
        for (Side side : List.of(Side.SCRATCH_FAST, Side.DL4J)) {
            for (long seed = 1; seed <= 8; seed++) {
                wanted.add(new SweepConfiguration(
                        side, Variant.TRUE_GRADIENT, InitialWeights.INCOMING_LINKS, 0, 200, 0.1, 1, seed));
            }
        }
        return of("MNIST", "the example", wanted);
    }

    /** One training on a data set with this name. */
    static Sweeps ofSource(String source) {
        return of(
                source,
                source,
                List.of(new SweepConfiguration(
                        Side.SCRATCH, Variant.BOOK_RULE, InitialWeights.OWN_NODES, 0, 100, 0.1, 1, 1)));
    }

    /** These trainings on MNIST. */
    static Sweeps of(List<SweepConfiguration> wanted) {
        return of("MNIST", "the example", wanted);
    }

    private static Sweeps of(String source, String from, List<SweepConfiguration> wanted) {
        Provenance origin = new Provenance(
                Instant.parse("2026-01-02T03:04:05Z"),
                Map.of("kernels", source),
                Map.of(),
                source,
                source,
                source,
                2,
                "1",
                "none",
                Map.of());
        List<SweepResult> results = wanted.stream()
                .map(configuration -> new SweepResult(
                        configuration,
                        accuracies(configuration),
                        Collections.nCopies(configuration.epochs(), 0.05),
                        1.5,
                        origin))
                .toList();
        return Sweeps.of(from, SweepResults.of(new SweepData(source, 60_000, 10_000, Map.of()), results));
    }

    private static List<Double> accuracies(SweepConfiguration configuration) {
        List<Double> accuracies = new ArrayList<>();
        for (int epoch = 1; epoch <= configuration.epochs(); epoch++) {
            accuracies.add((9500 + 10 * epoch + configuration.seed()) / 10_000.0);
        }
        return accuracies;
    }
}
