package org.dl4jsuite.compare.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dl4jsuite.compare.model.Precision;
import org.dl4jsuite.compare.speed.LinearFit.Point;
import org.junit.jupiter.api.Test;

class LinearFitTest {
    private static final Ceilings CEILINGS = new Ceilings("plain", 100, 50, 80, 627_200);

    @Test
    void aLineIsFound() {
        LinearFit fit = fit(List.of(new Point(50, 7), new Point(200, 22), new Point(1000, 102)));
        assertThat(fit.slope()).isCloseTo(0.1, within(1e-12));
        assertThat(fit.intercept()).isCloseTo(2, within(1e-12));
        assertThat(fit.rSquared()).isCloseTo(1, within(1e-12));
    }

    @Test
    void pointsOffTheLineLowerRSquared() {
        // by hand: slope 1/2, intercept 4/3; squares left 1/6, about the mean 2/3
        LinearFit fit = fit(List.of(new Point(1, 2), new Point(2, 2), new Point(3, 3)));
        assertThat(fit.slope()).isCloseTo(0.5, within(1e-12));
        assertThat(fit.intercept()).isCloseTo(4.0 / 3, within(1e-12));
        assertThat(fit.rSquared()).isCloseTo(0.75, within(1e-12));
    }

    @Test
    void onlyOnlineRowsOfThreeSizesMakeALine() {
        List<SpeedRow> rows = Stream.of(
                        rows("scratch-fast", 1, new int[] {1000, 50, 200}, 21, 2, 5),
                        rows("scratch-fast", 64, new int[] {200}, 99),
                        rows("dl4j-tuned", 1, new int[] {50, 200}, 300, 400))
                .flatMap(List::stream)
                .toList();
        List<LinearFit> fits = LinearFit.overHidden(rows);
        assertThat(fits).hasSize(1);
        assertThat(fits.get(0).network()).isEqualTo("scratch-fast");
        assertThat(fits.get(0).points()).containsExactly(new Point(50, 2), new Point(200, 5), new Point(1000, 21));
        assertThat(fits.get(0).slope()).isCloseTo(0.02, within(1e-3));
    }

    @Test
    void crossingLiesBetweenTheSizesAroundIt() {
        List<Point> leader = List.of(new Point(50, 1), new Point(200, 4), new Point(1000, 20));
        assertThat(Crossover.overtakes(leader, constant(10))).isEqualTo(OptionalDouble.of(200 + 800 * 6.0 / 16));
        assertThat(Crossover.overtakes(leader, constant(20))).isEmpty();
        assertThat(Crossover.overtakes(leader, constant(0.5))).isEqualTo(OptionalDouble.of(50));
        assertThat(Crossover.overtakes(leader, List.of(new Point(70, 0)))).isEmpty();
    }

    @Test
    void sentencesSayWhoIsAhead() {
        List<SpeedRow> ahead = Stream.of(
                        rows("scratch-fast", 1, new int[] {50, 200}, 2, 5),
                        rows("dl4j-tuned", 1, new int[] {50, 200}, 300, 400))
                .flatMap(List::stream)
                .toList();
        assertThat(Crossover.sentences(ahead))
                .contains("To train, DL4J does not overtake the fast network from scratch: it takes 150.0 times as long"
                        + " with 50 hidden nodes, 80.0 times with 200 hidden nodes.");
        List<SpeedRow> overtaken = Stream.of(
                        rows("scratch-fast", 1, new int[] {50, 200}, 2, 5),
                        rows("dl4j-tuned", 1, new int[] {50, 200}, 4, 3))
                .flatMap(List::stream)
                .toList();
        assertThat(Crossover.sentences(overtaken))
                .contains("To train, DL4J overtakes the fast network from scratch with 125 hidden nodes.");
        assertThat(Crossover.sentences(overtaken.subList(0, 2))).isEmpty();
    }

    private static List<Point> constant(double micros) {
        return DoubleStream.of(50, 200, 1000)
                .mapToObj(x -> new Point(x, micros))
                .toList();
    }

    private static LinearFit fit(List<Point> points) {
        return LinearFit.of("scratch", Operation.TRAIN, Precision.DOUBLE, "plain loops", LinearFit.HIDDEN, points);
    }

    private static List<SpeedRow> rows(String network, int batch, int[] hidden, double... micros) {
        return IntStream.range(0, hidden.length)
                .mapToObj(i -> SpeedRow.of(
                        network,
                        Operation.TRAIN,
                        new Grid.Size(batch, hidden[i]),
                        Precision.FLOAT,
                        "kernels of " + network,
                        1,
                        new SpeedRow.Spread(micros[i], micros[i], micros[i], 3),
                        new Work(1, 1, 2),
                        CEILINGS))
                .toList();
    }
}
