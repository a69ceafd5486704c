package org.dl4jsuite.compare.report;

import org.dl4jsuite.compare.document.Block;
import org.dl4jsuite.data.Split;
import org.jspecify.annotations.Nullable;

/** A section of the report: one class, and one line in {@link ReportDocument}. */
interface ReportSection {

    /**
     * Returns what the section shows; every renderer draws it.
     *
     * @param split the one that the report is about, for its pictures
     */
    Block.Section show(Report report, Split split);

    /** Returns what the section adds to report.json, under its id, beside what the report holds; null for nothing. */
    default @Nullable Object data(Report report) {
        return null;
    }
}
