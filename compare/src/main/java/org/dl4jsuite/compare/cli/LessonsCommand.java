package org.dl4jsuite.compare.cli;

import java.util.List;
import org.dl4jsuite.compare.document.Block;
import org.dl4jsuite.compare.document.Span.Tone;
import org.dl4jsuite.compare.lessons.Lessons;
import org.dl4jsuite.compare.report.LessonRow;
import org.dl4jsuite.compare.report.LessonsSection;
import picocli.CommandLine.Command;

/** {@code suite lessons}: all of them, with the sources' own options. */
@Command(
        name = "lessons",
        description = {
            "Runs every lesson on both sides, as its source does, and prints a table.",
            "Exit code 1 if a pair disagrees or a published figure is not met. Takes a minute or two."
        })
final class LessonsCommand extends SuiteCommand {
    @Override
    public Integer call() {
        List<LessonRow> lessons = LessonRow.run(Lessons.all());
        List<String> problems =
                lessons.stream().flatMap(lesson -> lesson.problems().stream()).toList();
        long sound = lessons.stream().filter(LessonRow::sound).count();
        print(List.of(
                LessonsSection.table(lessons, lesson -> !lesson.sound()),
                Block.Items.of(Tone.BAD, problems),
                Block.text(sound + " of " + lessons.size() + " lessons agree and meet their figures.")));
        return problems.isEmpty() ? 0 : 1;
    }
}
