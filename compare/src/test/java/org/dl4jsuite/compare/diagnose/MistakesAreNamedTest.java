package org.dl4jsuite.compare.diagnose;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.dl4jsuite.compare.diagnose.Diagnosis.Verdict;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mistakes in random networks, alone and in pairs, are named where they change a number; right networks are the same. */
class MistakesAreNamedTest {
    private static final List<String> MISTAKES = MistakenNetwork.MISTAKES;

    /** Of which no two make sense together. */
    private static final List<Set<String>> EXCLUSIVE = List.of(
            Set.of("sum-for-mean", "mean-for-sum", "mean-twice"),
            Set.of("squared-error-gradient", "output-slope-missing", "cross-entropy-gradient", "softmax-output"),
            Set.of("output-slope-missing", "slope-of-z", "cross-entropy-gradient"),
            Set.of("rate-twice", "rate-missing"));

    @ParameterizedTest
    @FieldSource("MISTAKES")
    void aMistakeIsNamed(String mistake) {
        assertThat(named(3, seed -> Set.of(mistake))).isOne();
    }

    @Tag("long")
    @ParameterizedTest
    @FieldSource("MISTAKES")
    void aMistakeIsNamedInManyNetworks(String mistake) {
        assertThat(named(50, seed -> Set.of(mistake))).isGreaterThanOrEqualTo(0.98);
    }

    @Test
    void pairsAreNamedInFull() {
        assertThat(named(30, MistakesAreNamedTest::pair)).isGreaterThanOrEqualTo(0.85);
    }

    @Tag("long")
    @Test
    void manyPairsAreNamedInFull() {
        assertThat(named(400, MistakesAreNamedTest::pair)).isGreaterThanOrEqualTo(0.85);
    }

    @Test
    void rightNetworksAreTheSame() {
        for (int seed = 0; seed < 200; seed++) {
            MistakenNetwork network = new MistakenNetwork(Set.of(), new Random(seed));
            Map<String, DumpArray> arrays = network.arrays(Set.of());
            Diagnosis diagnosis = Diagnosis.of(new Dump(arrays, network.settings()));
            assertThat(diagnosis.verdict())
                    .as("%s: %s", network, diagnosis.first())
                    .isEqualTo(Verdict.SAME);
            assertThat(diagnosis.causes()).isEmpty();
        }
    }

    /** What no cause of the catalogue does. */
    @ParameterizedTest
    @ValueSource(strings = {"a weight that is off", "clipped gradients", "noisy inputs", "a step that is too long"})
    void whatTheCatalogueLacksIsUnknown(String fault) {
        for (int seed = 0; seed < 4; seed++) {
            MistakenNetwork network = new MistakenNetwork(Set.of(), new Random(seed));
            Map<String, DumpArray> arrays = new LinkedHashMap<>(network.arrays(Set.of()));
            Random random = new Random(seed);
            switch (fault) {
                case "a weight that is off" -> arrays.compute("W1", (name, w) -> changed(w, 0, w.values()[0] + 0.1));
                case "clipped gradients" ->
                    arrays.compute("dW1", (name, w) -> mapped(w, v -> Math.max(-0.001, Math.min(0.001, v))));
                case "noisy inputs" ->
                    arrays.compute("x", (name, w) -> mapped(w, v -> v + 0.01 * random.nextGaussian()));
                default -> {
                    DumpArray before = requireNonNull(arrays.get("W1"));
                    arrays.compute(
                            "W1_after", (name, w) -> changed(w, 0, 1.7 * w.values()[0] - 0.7 * before.values()[0]));
                }
            }
            Diagnosis diagnosis = Diagnosis.of(new Dump(arrays, network.settings()));
            assertThat(diagnosis.causes()).as("%s in %s", fault, network).isEmpty();
            assertThat(diagnosis.unknown()).isEqualTo(diagnosis.verdict() == Verdict.DIFFERS);
        }
    }

    private static DumpArray changed(DumpArray array, int index, double value) {
        double[] values = array.values().clone();
        values[index] = value;
        return new DumpArray(array.shape(), values);
    }

    private static DumpArray mapped(DumpArray array, DoubleUnaryOperator function) {
        return new DumpArray(
                array.shape(), Arrays.stream(array.values()).map(function).toArray());
    }

    private static Set<String> pair(int seed) {
        Random random = new Random(seed);
        while (true) {
            String one = MISTAKES.get(random.nextInt(MISTAKES.size()));
            String other = MISTAKES.get(random.nextInt(MISTAKES.size()));
            if (!one.equals(other) && EXCLUSIVE.stream().noneMatch(set -> set.contains(one) && set.contains(other))) {
                return Set.of(one, other);
            }
        }
    }

    /** The share of networks whose mistakes are all named, of those in which each of them changes a number. */
    private static double named(int networks, IntFunction<Set<String>> mistakesOf) {
        int told = 0;
        int named = 0;
        for (int seed = 0; told < networks; seed++) {
            Set<String> mistakes = mistakesOf.apply(seed);
            MistakenNetwork network = new MistakenNetwork(mistakes, new Random(seed));
            Map<String, DumpArray> arrays = network.arrays(mistakes);
            boolean eachCounts = mistakes.stream().allMatch(mistake -> {
                Set<String> others =
                        mistakes.stream().filter(m -> !m.equals(mistake)).collect(toSet());
                return differ(arrays, network.arrays(others));
            });
            if (eachCounts) {
                told++;
                Diagnosis diagnosis = Diagnosis.of(new Dump(arrays, network.settings()));
                List<String> ids = diagnosis.causes().stream().map(Finding::id).toList();
                named += ids.containsAll(mistakes) ? 1 : 0;
            }
        }
        return (double) named / told;
    }

    private static boolean differ(Map<String, DumpArray> one, Map<String, DumpArray> other) {
        return one.keySet().stream().anyMatch(name -> {
            double[] a = requireNonNull(one.get(name)).values();
            double[] b = requireNonNull(other.get(name)).values();
            return IntStream.range(0, a.length).anyMatch(i -> Math.abs(a[i] - b[i]) > 1e-9 * Math.abs(a[i]) + 1e-13);
        });
    }
}
