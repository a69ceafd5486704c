package org.dl4jsuite.compare.lessons;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.dl4jsuite.compare.parity.Differences;
import org.dl4jsuite.compare.parity.Trajectory;
import org.dl4jsuite.scratch.lessons.Lesson;

/**
 * How far two correct runs of a lesson may drift apart.
 *
 * <p>A step p' = p - m rounds p', and before that everything that m is computed from. So it is off by about r, where
 *
 * <pre>r² = (u |p'|)² + (s |m|)²</pre>
 *
 * u and s are what {@link LessonRounding} gives for one number and for a sum. |p'| is the largest parameter, but at least 1.
 * |m| is the size of the terms that m adds up, the largest so far: towards the end of a training errors cancel to little, but
 * they are rounded as they were at the start. A lesson that does not name its terms has its longest move instead. The errors of
 * all steps add up like a random walk.
 *
 * <p>They also grow. Some of the sources' networks hesitate long before they learn, and on the way an error grows with all else;
 * and a rate that is too large overshoots further every time. So the growth is measured, by runs from scratch that are rounded
 * more coarsely: after each step, each of their parameters goes up or down, by chance, by r times 2^-40 / u. If such runs end up
 * three times as far from the true one as a random walk does, the tolerance is three times as large. It is never smaller than
 * that of a random walk.
 *
 * <p>A growth beyond {@value #MAX_GROWTH} excuses nothing: the run is then chaotic, and a difference says neither that the
 * two sides are the same nor that they are not.
 */
final class ErrorGrowth {
    static final int MAX_GROWTH = Trajectory.MAX_GROWTH;
    /** One run may stay close by luck; the parameters of a large network are enough to even that out. */
    private static final int RUNS = 4;

    private static final int LARGE = 10_000;
    private static final double COARSE_UNIT = 0x1p-40;

    private final LessonRounding rounding;
    private final List<Lesson> coarseRuns;
    private final Random signs = new Random(1);
    private double[] parameters;
    private double largestTerms;
    private double randomWalk;
    private double growth = 1;

    /**
     * Begins with the first parameters.
     *
     * @param lesson makes runs from scratch
     */
    ErrorGrowth(Supplier<Lesson> lesson, double[] parameters, LessonRounding rounding) {
        this.parameters = parameters;
        this.rounding = rounding;
        coarseRuns = Stream.generate(lesson)
                .limit(parameters.length < LARGE ? RUNS : 1)
                .toList();
        coarseRuns.forEach(run -> run.setParameters(parameters));
    }

    /**
     * Follows a step that the lesson has taken.
     *
     * @param terms the size of the terms that the step added up, see {@link GradientTerms}, times the rate
     * @param after the parameters after the step
     */
    void step(double terms, double[] after) {
        largestTerms = Math.max(largestTerms, Math.max(terms, Differences.largest(parameters, after)));
        parameters = after;
        double size = Math.max(1, Differences.magnitude(after));
        double ofStep = Math.hypot(rounding.unit() * size, rounding.ofSums() * largestTerms);
        randomWalk = Math.hypot(randomWalk, ofStep);
        double coarseness = COARSE_UNIT / rounding.unit();
        double squares = 0;
        for (Lesson run : coarseRuns) {
            run.step();
            double[] rounded = roundedBy(coarseness * ofStep, run.parameters());
            run.setParameters(rounded);
            double times = Differences.largest(after, rounded) / (coarseness * randomWalk);
            squares += times * times;
        }
        growth = Math.max(1, Math.sqrt(squares / coarseRuns.size()));
    }

    private double[] roundedBy(double rounding, double[] parameters) {
        return Arrays.stream(parameters)
                .map(parameter -> signs.nextBoolean() ? parameter + rounding : parameter - rounding)
                .toArray();
    }

    /** Returns how much larger than a random walk's the errors are by now, at least 1. */
    double growth() {
        return growth;
    }

    /** Returns the largest difference of parameters that is taken for rounding by now. */
    double tolerance() {
        return Math.min(growth, MAX_GROWTH) * randomWalk;
    }
}
