package org.dl4jsuite.compare.report;

import java.util.List;
import org.dl4jsuite.compare.document.Format;
import org.dl4jsuite.compare.document.Table;
import org.dl4jsuite.compare.sabotage.SabotageResult;

/** A row per mistake on purpose: what catches it, and how well the network would have seemed. */
public final class SabotageTable {
    private SabotageTable() {}

    /** Returns the table. */
    public static Table of(List<SabotageResult> results) {
        return Table.of(Table.Look.TEXT, results)
                .column("Mistake", SabotageResult::mistake)
                .column("What is done instead", SabotageResult::done)
                .column("Caught by", SabotageTable::caughtBy)
                .column("Accuracy", result -> Format.percent(result.accuracy()))
                .column("Without it", result -> Format.percent(result.accuracyWithout()))
                .column("Diagnose says", SabotageTable::diagnosis)
                .build();
    }

    private static String caughtBy(SabotageResult result) {
        SabotageResult.Check check = result.caughtBy();
        return check == null
                ? "nothing"
                : result.afterSteps() == 0
                        ? check + ", before any step"
                        : check + ", after step " + result.afterSteps();
    }

    private static String diagnosis(SabotageResult result) {
        return result.diagnosis().isEmpty() ? "unknown" : String.join(" or ", result.diagnosis());
    }
}
