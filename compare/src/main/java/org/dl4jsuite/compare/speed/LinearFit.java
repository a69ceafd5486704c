package org.dl4jsuite.compare.speed;

import java.util.List;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.dl4jsuite.compare.model.Precision;

/**
 * A straight line through costs, by least squares: does the cost grow in proportion?
 *
 * @param network whose cost it is
 * @param operation {@code train} or {@code predict}
 * @param precision what it computes in
 * @param kernels whose inner loops it runs on
 * @param against {@code hidden}: microseconds for one sample at batch 1 against hidden nodes; {@code samples}:
 *     microseconds for all samples against their number
 * @param slope microseconds for each more
 * @param intercept microseconds that do not depend on their number
 * @param rSquared the share of the costs' variance that the line explains, 1 if all lie on it
 * @param points what was measured
 */
public record LinearFit(
        String network,
        Operation operation,
        Precision precision,
        String kernels,
        String against,
        double slope,
        double intercept,
        double rSquared,
        List<Point> points) {

    /** Against the number of hidden nodes. */
    public static final String HIDDEN = "hidden";

    /** Against the number of samples. */
    public static final String SAMPLES = "samples";

    /** Through two points there always is a line. */
    private static final int MIN_POINTS = 3;

    /** A cost. */
    public record Point(double x, double micros) {}

    static LinearFit of(
            String network,
            Operation operation,
            Precision precision,
            String kernels,
            String against,
            List<Point> points) {
        SimpleRegression line = new SimpleRegression();
        points.forEach(point -> line.addData(point.x(), point.micros()));
        return new LinearFit(
                network,
                operation,
                precision,
                kernels,
                against,
                line.getSlope(),
                line.getIntercept(),
                line.getRSquare(),
                points);
    }

    /** Returns a line per network and operation of which enough numbers of hidden nodes were measured at batch 1. */
    static List<LinearFit> overHidden(List<SpeedRow> rows) {
        return SpeedSeries.of(rows, SpeedSeries.Axis.HIDDEN).stream()
                .filter(series -> series.rows().size() >= MIN_POINTS)
                .map(series -> of(
                        series.first().network(),
                        series.first().operation(),
                        series.first().precision(),
                        series.first().kernels(),
                        HIDDEN,
                        series.points()))
                .toList();
    }
}
