package org.dl4jsuite.compare.speed;

import java.util.List;

/**
 * All that a run measured; {@code suite speed --json} writes it with its origin.
 *
 * @param ceilings what the machine can do
 * @param rows what each network takes
 * @param fits how the cost grows
 * @param startUp how long until the first epoch is trained
 */
public record SpeedResults(Ceilings ceilings, List<SpeedRow> rows, List<LinearFit> fits, List<StartUp> startUp) {
    /** The format's name. */
    public static final String FORMAT = "dl4jsuite-speed-1";
}
