package org.dl4jsuite.compare.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.dl4jsuite.compare.Json;
import org.dl4jsuite.compare.document.Document;
import org.dl4jsuite.data.Split;

/** The report as a document: its sections, in the order in which a reader asks. */
public final class ReportDocument {
    private static final List<ReportSection> SECTIONS = List.of(
            new TrainingSection(),
            new SpeedSection(),
            new ConfusionSection(),
            new MistakesSection(),
            new ParitySection(),
            new TrajectorySection(),
            new SabotageSection(),
            new LessonsSection(),
            new SweepsSection(),
            new HandwritingSection(),
            new BackQuerySection(),
            new InsideSection(),
            new ProvenanceSection());

    private static final Set<Class<? extends ReportSection>> COME_LATER =
            Set.of(SpeedSection.class, SabotageSection.class, LessonsSection.class, InsideSection.class);

    /** What a provisional page says of itself, also to a reader who opens it after the run died. */
    static final String PROVISIONAL =
            "Provisional: the run had not finished when this page was written. What takes longer, such as the lessons and"
                    + " speed, is missing. The finished page takes this one's place, and report.md and report.json come with"
                    + " it; if it does not come, the run was interrupted, and the same command goes on where it was.";

    private ReportDocument() {}

    /**
     * Returns the document.
     *
     * @param split the one the report is about: its digits are shown
     */
    public static Document of(Report report, Split split) {
        return of(report, split, SECTIONS);
    }

    /** Returns the document of a report that has only parity and training yet, marked as provisional. */
    public static Document provisional(Report report, Split split) {
        Summary summary = Summary.of(report).soFar(PROVISIONAL);
        return new Document(
                "Provisional – " + summary.headline() + " – from scratch and DL4J, side by side",
                "Provisional. " + summary.sentence(),
                List.of(summary.card(report)),
                SECTIONS.stream()
                        .filter(section -> !COME_LATER.contains(section.getClass()))
                        .map(section -> section.show(report, split))
                        .toList());
    }

    static Document of(Report report, Split split, List<ReportSection> sections) {
        Summary summary = Summary.of(report);
        return new Document(
                summary.headline() + " – from scratch and DL4J, side by side",
                summary.sentence(),
                List.of(summary.card(report)),
                sections.stream().map(section -> section.show(report, split)).toList());
    }

    /** Returns report.json: all that the report holds, and what sections add to it. */
    public static ObjectNode json(Report report, Split split) {
        return json(report, split, SECTIONS);
    }

    static ObjectNode json(Report report, Split split, List<ReportSection> sections) {
        ObjectNode json = Json.MAPPER.valueToTree(report);
        for (ReportSection section : sections) {
            Object data = section.data(report);
            if (data != null) {
                json.set(section.show(report, split).id(), Json.MAPPER.valueToTree(data));
            }
        }
        return json;
    }
}
