package org.dl4jsuite.scratch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FlatParametersTest {
    private static final int ROUNDS = 200;

    @Test
    void partsLieOneBehindTheOther() {
        assertThat(FlatParameters.join(List.of(new double[] {1, 2}, new double[0], new double[] {3})))
                .containsExactly(1, 2, 3);
    }

    @Test
    void whatIsJoinedIsSplitAgainAndTheOtherWayRound() {
        Random random = new Random(1);
        for (int round = 0; round < ROUNDS; round++) {
            List<double[]> parts = Stream.generate(
                            () -> random.doubles(random.nextInt(6)).toArray())
                    .limit(random.nextInt(8))
                    .toList();
            List<double[]> filled =
                    parts.stream().map(part -> new double[part.length]).toList();
            double[] flat = FlatParameters.join(parts);
            FlatParameters.split(flat, filled);
            for (int i = 0; i < parts.size(); i++) {
                assertThat(filled.get(i)).isEqualTo(parts.get(i));
            }
            assertThat(FlatParameters.join(filled)).isEqualTo(flat);
        }
    }

    @Test
    void aCopyIsJoinedAndACopyIsSplit() {
        double[] part = {1};
        double[] flat = FlatParameters.join(List.of(part));
        flat[0] = 2;
        assertThat(part).containsExactly(1);
        FlatParameters.split(flat, List.of(part));
        flat[0] = 3;
        assertThat(part).containsExactly(2);
    }

    /** Of networks of every depth up to four layers of links, with biases and without. */
    @Test
    void aNetworkGivesBackTheParametersThatItWasGiven() {
        NumpyRandomState random = new NumpyRandomState(1);
        for (int round = 0; round < ROUNDS; round++) {
            int[] sizes = new int[2 + round % 4];
            Arrays.setAll(sizes, l -> 1 + (int) (7 * random.randomSample()));
            boolean bias = round % 2 == 0;
            Network network =
                    TestNetworks.random(Variant.TRUE_GRADIENT, Reduction.SUM, Activation.TANH, bias, random, sizes);
            int count = 0;
            for (int l = 1; l < sizes.length; l++) {
                count += sizes[l] * (sizes[l - 1] + (bias ? 1 : 0));
            }
            double[] parameters = random.randomSample(count);
            network.setParameters(parameters);
            assertThat(network.parameters()).isEqualTo(parameters);
            assertThat(network.parameterCount()).isEqualTo(count);
            Matrix t = TestNetworks.examples(2, sizes[sizes.length - 1], random);
            assertThat(network.gradient(TestNetworks.examples(2, sizes[0], random), t)
                            .flat())
                    .hasSize(count);
        }
    }
}
