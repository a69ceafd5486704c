package org.dl4jsuite.compare.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.dl4jsuite.compare.lessons.LessonEntry;
import org.dl4jsuite.compare.lessons.LessonResult;
import org.dl4jsuite.compare.lessons.LessonRuns;
import org.dl4jsuite.compare.lessons.Lessons;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code suite lessons}: all of them, with the sources' own options. */
@Command(
        name = "lessons",
        description = {
            "Runs every lesson on both sides, as its source does, and prints a table.",
            "Exit code 1 if a pair disagrees or a published figure is not met. Takes a minute or two."
        })
final class LessonsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<LessonEntry> entries = Lessons.all();
        List<LessonResult> results = LessonRuns.all(entries);
        PrintWriter out = spec.commandLine().getOut();
        String format = "%-22s %-11s %-9s %-14s %-50s %s%n";
        out.printf(format, "id", "layers", "parity", "figures", "teaches", "source");
        List<String> complaints = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            LessonEntry entry = entries.get(i);
            LessonResult result = results.get(i);
            out.printf(
                    format,
                    entry.id(),
                    entry.layers(),
                    result.agrees() ? "agree" : "DISAGREE",
                    result.figuresInBrief(),
                    entry.teaches(),
                    result.source());
            complaints.addAll(result.complaints());
        }
        out.println();
        complaints.forEach(out::println);
        long good = results.stream().filter(r -> r.agrees() && r.meetsFigures()).count();
        out.println(good + " of " + results.size() + " lessons agree and meet their figures.");
        out.flush();
        return complaints.isEmpty() ? 0 : 1;
    }
}
