package org.dl4jsuite.compare.lessons;

import java.util.function.Function;
import org.dl4jsuite.dl4j.lessons.Lesson;

/** A lesson whose DL4J side is replaced, for tests of what sees it. */
public final class OtherTwin {
    private OtherTwin() {}

    /** Returns the lesson with another twin. */
    public static LessonEntry of(LessonEntry lesson, Function<LessonOptions, Lesson> twin) {
        return new LessonEntry(
                lesson.id(),
                lesson.source(),
                lesson.layers(),
                lesson.teaches(),
                lesson.defaults(),
                lesson.scratch(),
                twin);
    }
}
