package org.dl4jsuite.compare.speed;

import org.jspecify.annotations.Nullable;

/**
 * One thing that a measuring process found: a row of the grid or a fit over samples; the other is null.
 */
record SpeedAnswer(@Nullable SpeedRow row, @Nullable LinearFit fit) {}
