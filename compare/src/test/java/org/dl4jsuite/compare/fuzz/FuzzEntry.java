package org.dl4jsuite.compare.fuzz;

/** What Jazzer calls with each input; {@code -Dfuzz.target} says whose. */
public final class FuzzEntry {
    private static final FuzzTarget TARGET = FuzzTarget.valueOf(System.getProperty("fuzz.target", ""));

    private FuzzEntry() {}

    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        TARGET.accepts(input);
    }
}
