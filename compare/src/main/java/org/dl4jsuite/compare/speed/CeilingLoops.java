package org.dl4jsuite.compare.speed;

/** The loops that {@link Ceilings} times. Each writes or returns what it computed, so that none is left out. */
interface CeilingLoops {
    /** For reports, for example {@code vector (512 bit)}. */
    String name();

    /** The arrays' parts that are worked on are multiples of this. */
    int floatsPerStep();

    /** Multiplications and additions of one round of {@link #multiplyAdd}. */
    int flopsPerRound();

    /**
     * x = x * factor + summand, again and again, on numbers in registers.
     *
     * @param numbers what the x begin with, and end with: to the compiler all may differ, so that no two of them can be
     *     computed as one; then, for a vector each, the factor and the summand
     */
    void multiplyAdd(float[] numbers, int rounds);

    /** Reads {@code length} numbers from {@code from}. */
    float sum(float[] numbers, int from, int length);

    /** Reads and writes {@code length} numbers from {@code from}. */
    void add(float[] numbers, int from, int length, float summand);
}
