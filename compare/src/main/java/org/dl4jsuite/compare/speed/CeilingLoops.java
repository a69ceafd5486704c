package org.dl4jsuite.compare.speed;

/** The loops that {@link CeilingMeasurement} times. What they return keeps the compiler from leaving them out. */
interface CeilingLoops {
    /** For reports, for example {@code vector (512 bit)}. */
    String name();

    /** The arrays' parts that are worked on are multiples of this. */
    int floatsAStep();

    /** Multiplications and additions of one round of {@link #multiplyAdd}. */
    int flopsARound();

    /**
     * x = x * factor + summand, again and again, on numbers in registers.
     *
     * @param numbers what the x begin with, all different, so that no two of them can be computed as one; then a factor
     *     and a summand for each
     */
    float multiplyAdd(float[] numbers, int rounds);

    /** Reads {@code length} numbers from {@code from}. */
    float sum(float[] numbers, int from, int length);

    /** Reads and writes {@code length} numbers from {@code from}. */
    void add(float[] numbers, int from, int length, float summand);
}
