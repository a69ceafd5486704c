package org.dl4jsuite.compare.lessons;

/**
 * How a lesson is run.
 *
 * @param seed of the initial weights, where they are random
 * @param rate the learning rate
 * @param hidden hidden nodes, where there are any
 * @param iterations steps to take
 * @param logEvery the error is noted at iterations 0, logEvery, 2 logEvery, …
 */
public record LessonOptions(long seed, double rate, int hidden, int iterations, int logEvery) {
    LessonOptions withLogEvery(int every) {
        return new LessonOptions(seed, rate, hidden, iterations, every);
    }
}
