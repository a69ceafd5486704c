package org.dl4jsuite.compare.report;

import java.util.ArrayList;
import java.util.List;
import org.dl4jsuite.compare.document.Block;
import org.dl4jsuite.compare.document.Format;
import org.dl4jsuite.compare.document.Span;
import org.dl4jsuite.compare.document.Span.Tone;
import org.dl4jsuite.compare.document.Table;
import org.dl4jsuite.compare.sabotage.SabotageResult;
import org.dl4jsuite.compare.sabotage.SabotageRun;
import org.dl4jsuite.data.Split;

/** Mistakes on purpose: what catches each, and how well the network would have seemed. */
public final class SabotageSection implements ReportSection {
    @Override
    public Block.Section show(Report report, Split split) {
        return new Block.Section(
                "sabotage",
                "Mistakes on purpose",
                "Each of these mistakes was made in a network from scratch, and the checks of this report were asked. The"
                        + " accuracy is that of a network trained with the mistake, beside the same network without it: many a"
                        + " wrong network still learns, so accuracy proves little. Diagnose is told only the numbers of one"
                        + " step.",
                blocks(report.sabotage()));
    }

    /** Returns how many mistakes are caught, and a table of them. */
    public static List<Block> blocks(List<SabotageResult> results) {
        if (results.isEmpty()) {
            return List.of(Block.note("The mistakes on purpose were left out of this run (--no-lessons)."));
        }
        long caught = results.stream().filter(SabotageResult::isCaught).count();
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.text(
                Span.of(Tone.of(caught == results.size()), caught + " of " + results.size()),
                Span.of(" mistakes are caught.")));
        blocks.add(table(results));
        blocks.add(Block.note("Trained for the accuracies: " + SabotageRun.training() + "."));
        return blocks;
    }

    /** Returns a row per mistake; on a page, what the check says opens below it. */
    public static Table table(List<SabotageResult> results) {
        return Table.of(Table.Look.OUTLINE, results)
                .tone(result -> result.isCaught() ? Tone.PLAIN : Tone.BAD)
                .column("Mistake", SabotageResult::mistake)
                .column("What is done instead", SabotageResult::done)
                .column("Caught by", SabotageSection::caughtBy)
                .column("Accuracy", result -> Format.percent(result.accuracy()))
                .column("Without it", result -> Format.percent(result.accuracyWithout()))
                .column("Diagnose says", SabotageSection::diagnosis)
                .details(result -> result.says() == null ? List.of() : List.of(Block.note(result.says())))
                .build();
    }

    private static String caughtBy(SabotageResult result) {
        SabotageResult.Check check = result.caughtBy();
        if (check == null) {
            return "nothing";
        }
        return check + (result.afterSteps() == 0 ? ", before any step" : ", after step " + result.afterSteps());
    }

    private static String diagnosis(SabotageResult result) {
        return result.diagnosis().isEmpty() ? "unknown" : String.join(" or ", result.diagnosis());
    }
}
