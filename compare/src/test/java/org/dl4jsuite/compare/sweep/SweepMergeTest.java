package org.dl4jsuite.compare.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.dl4jsuite.compare.Provenance;
import org.dl4jsuite.compare.model.Side;
import org.dl4jsuite.scratch.InitialWeights;
import org.dl4jsuite.scratch.Variant;
import org.junit.jupiter.api.Test;

/** Whatever trainings there are, in whatever order: they merge to the same results, and come back from their lines. */
class SweepMergeTest {
    private static final int ROUNDS = 25;
    private static final SweepData DATA = new SweepData("random numbers", 5, 3, Map.of("file", "0123"));
    private static final Provenance ORIGIN = Provenance.withoutDl4j(Map.of("code", "0"), Map.of());

    @Test
    void theOrderIsOfNoAccountAndNeitherIsARepetition() {
        for (int round = 0; round < ROUNDS; round++) {
            Random random = new Random(round);
            List<SweepResult> results = results(random);
            SweepResults merged = SweepResults.of(DATA, results);
            assertThat(SweepResults.of(DATA, merged.results())).isEqualTo(merged);
            int half = results.size() / 2;
            SweepResults first = SweepResults.of(DATA, results.subList(0, half));
            SweepResults second = SweepResults.of(DATA, results.subList(half, results.size()));
            List<SweepResult> both = new ArrayList<>(second.results());
            both.addAll(first.results());
            assertThat(SweepResults.of(DATA, both)).isEqualTo(merged);
            Collections.shuffle(results, random);
            results.addAll(results.subList(0, half));
            assertThat(SweepResults.of(DATA, results)).isEqualTo(merged);
        }
    }

    @Test
    void aTrainingIsKeptOnceAndAsLongAsItWas() {
        for (int round = 0; round < ROUNDS; round++) {
            List<SweepResult> results = results(new Random(round));
            SweepResults merged = SweepResults.of(DATA, results);
            Set<SweepConfiguration> kept = new HashSet<>();
            for (SweepResult result : merged.results()) {
                assertThat(kept.add(result.configuration().withEpochs(0))).isTrue();
            }
            for (SweepResult result : results) {
                SweepConfiguration training = result.configuration();
                SweepResult longest = merged.results().stream()
                        .filter(each -> each.configuration()
                                .withEpochs(training.epochs())
                                .equals(training))
                        .findFirst()
                        .orElseThrow();
                assertThat(longest.accuracy().subList(0, training.epochs())).isEqualTo(result.accuracy());
            }
            assertThat(merged.results().stream()
                            .map(longest -> longest.configuration().withEpochs(0)))
                    .isSorted();
        }
    }

    @Test
    void nothingIsMissingOfWhatIsThereAndEverythingOfWhatIsNot() {
        for (int round = 0; round < ROUNDS; round++) {
            List<SweepResult> results = results(new Random(round));
            List<SweepConfiguration> wanted =
                    results.stream().map(SweepResult::configuration).toList();
            SweepResults merged = SweepResults.of(DATA, results);
            assertThat(merged.missing(wanted)).isEmpty();
            assertThat(merged.only(wanted)).isEqualTo(merged);
            assertThat(merged.only(List.of()).results()).isEmpty();
            SweepResults some = SweepResults.of(DATA, results.subList(0, results.size() / 2));
            List<SweepConfiguration> missing = some.missing(wanted);
            List<SweepResult> completed = new ArrayList<>(some.results());
            missing.forEach(each -> completed.add(result(each)));
            assertThat(SweepResults.of(DATA, completed)).isEqualTo(merged);
            assertThat(SweepResults.of(DATA, List.of()).missing(wanted))
                    .isEqualTo(merged.results().stream()
                            .map(SweepResult::configuration)
                            .toList());
        }
    }

    @Test
    void resultsComeBackFromTheirLines() throws IOException {
        for (int round = 0; round < ROUNDS; round++) {
            List<SweepResult> results = results(new Random(round));
            StringBuilder lines =
                    new StringBuilder(SweepLines.header(DATA)).append('\n').append(SweepLines.origin(ORIGIN));
            results.forEach(result -> lines.append('\n').append(SweepLines.result(result)));
            SweepResults read = SweepFile.read(
                    new ByteArrayInputStream(lines.toString().getBytes(StandardCharsets.UTF_8)), "lines");
            assertThat(read).isEqualTo(SweepResults.of(DATA, results));
            for (SweepResult result : read.results()) {
                assertThat(lines).contains(SweepLines.result(result));
            }
        }
    }

    /** Some of all trainings of a few settings and seeds, in disorder, some of them twice or at two lengths. */
    private static List<SweepResult> results(Random random) {
        List<SweepResult> results = new ArrayList<>();
        for (int i = random.nextInt(40); i >= 0; i--) {
            results.add(result(new SweepConfiguration(
                    List.of(Side.SCRATCH, Side.DL4J, Side.SCRATCH_FAST).get(random.nextInt(3)),
                    random.nextBoolean() ? Variant.TRUE_GRADIENT : Variant.BOOK_RULE,
                    random.nextBoolean() ? InitialWeights.INCOMING_LINKS : InitialWeights.OWN_NODES,
                    10 * random.nextInt(2),
                    4 + random.nextInt(2),
                    0.1,
                    1 + random.nextInt(4),
                    random.nextInt(3))));
        }
        return results;
    }

    /** Random figures; those of a shorter training are the first of a longer one's. */
    private static SweepResult result(SweepConfiguration configuration) {
        Random random = new Random(configuration.withEpochs(0).hashCode());
        List<Double> accuracy = new ArrayList<>();
        List<Double> loss = new ArrayList<>();
        for (int epoch = 0; epoch < configuration.epochs(); epoch++) {
            accuracy.add(random.nextDouble());
            loss.add(1 / random.nextDouble());
        }
        return new SweepResult(configuration, accuracy, loss, 1.5, ORIGIN);
    }
}
