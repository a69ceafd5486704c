package org.dl4jsuite.compare.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.dl4jsuite.compare.document.ConsoleRenderer;
import org.dl4jsuite.compare.document.Table;
import org.dl4jsuite.compare.lessons.LessonEntry;
import org.dl4jsuite.compare.lessons.LessonResult;
import org.dl4jsuite.compare.lessons.LessonRun;
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
        List<LessonResult> results = LessonRun.all(entries);
        PrintWriter out = spec.commandLine().getOut();
        Map<LessonEntry, LessonResult> lessons = new LinkedHashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            lessons.put(entries.get(i), results.get(i));
        }
        Table table = Table.of(Table.Look.TEXT, lessons.entrySet())
                .column("Lesson", lesson -> lesson.getKey().id())
                .column("Layers", lesson -> lesson.getKey().layers())
                .column("The two sides", lesson -> lesson.getValue().agrees() ? "agree" : "DISAGREE")
                .column("Figures", lesson -> lesson.getValue().figuresInBrief())
                .column("What it teaches", lesson -> lesson.getKey().teaches())
                .column("Source", lesson -> lesson.getValue().source())
                .build();
        List<String> complaints =
                results.stream().flatMap(result -> result.complaints().stream()).toList();
        out.println(ConsoleRenderer.render(table));
        out.println();
        complaints.forEach(out::println);
        long good = results.stream().filter(r -> r.agrees() && r.meetsFigures()).count();
        out.println(good + " of " + results.size() + " lessons agree and meet their figures.");
        out.flush();
        return complaints.isEmpty() ? 0 : 1;
    }
}
