package org.dl4jsuite.compare.sabotage;

import java.util.List;
import org.dl4jsuite.compare.Provenance;

/**
 * What {@code suite sabotage --json} writes; docs/FORMATS.md describes it.
 *
 * @param format always {@value #FORMAT}
 * @param origin where it comes from
 * @param training what was trained for the accuracies
 * @param mistakes in the order of the catalogue
 */
public record SabotageJson(String format, Provenance origin, String training, List<SabotageResult> mistakes) {
    private static final String FORMAT = "dl4jsuite-sabotage-1";

    public static SabotageJson of(Provenance origin, List<SabotageResult> mistakes) {
        return new SabotageJson(FORMAT, origin, SabotageRun.training(), mistakes);
    }
}
