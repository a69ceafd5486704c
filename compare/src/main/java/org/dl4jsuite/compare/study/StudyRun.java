package org.dl4jsuite.compare.study;

import java.util.Locale;
import org.dl4jsuite.compare.lessons.LessonArguments;
import org.dl4jsuite.compare.lessons.LessonEntry;
import org.dl4jsuite.compare.lessons.LessonOptions;

/**
 * A run that a page offers.
 *
 * @param entry the lesson
 * @param name of the choice
 * @param options as the lesson takes them
 * @param command that repeats the run
 */
record StudyRun(LessonEntry entry, String name, LessonOptions options, String command) {
    static StudyRun of(LessonEntry entry, LessonText.RunOptions run) {
        LessonOptions parsed = LessonArguments.parse(run.options()).over(entry.defaults());
        return new StudyRun(entry, run.name(), parsed, command(entry, run.options() + " --trace --json F"));
    }

    static String command(LessonEntry entry, String options) {
        return ("./suite lesson " + entry.id() + " " + options.strip()).strip();
    }

    /** Returns whether it is run as the source runs it. */
    boolean isOwn() {
        return options.equals(entry.defaults());
    }

    /** Returns the name as a link can have it: {@code rate-10} of {@code rate 10}. */
    String id() {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-");
    }
}
