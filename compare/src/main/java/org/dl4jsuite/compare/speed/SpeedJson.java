package org.dl4jsuite.compare.speed;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.dl4jsuite.compare.Provenance;

/**
 * What {@code suite speed --json} writes.
 *
 * @param origin where the figures come from
 * @param ceilings what the machine can do
 * @param rows what each network takes
 * @param fits how the cost grows
 * @param startUp how long until the first epoch is trained
 */
@JsonPropertyOrder("format")
public record SpeedJson(
        Provenance origin, Ceilings ceilings, List<SpeedRow> rows, List<LinearFit> fits, List<StartUp> startUp) {

    @JsonProperty
    String format() {
        return "dl4jsuite-speed-1";
    }

    /** All results of a run. */
    public static SpeedJson of(Provenance origin, SpeedResults results) {
        return new SpeedJson(origin, results.ceilings(), results.rows(), results.fits(), results.startUp());
    }
}
