package org.dl4jsuite.compare.lessons;

import java.util.List;
import java.util.function.Function;

/**
 * A lesson and its twin.
 *
 * @param id for the command line
 * @param source the text it comes from
 * @param layers for example 3-4-1
 * @param teaches what, in a few words
 * @param defaults the source's own options
 * @param scratch makes the from-scratch side, with its initial parameters
 * @param dl4j makes the twin, whose parameters are then set to the same
 */
public record LessonEntry(
        String id,
        String source,
        String layers,
        String teaches,
        LessonOptions defaults,
        Function<LessonOptions, org.dl4jsuite.scratch.lessons.Lesson> scratch,
        Function<LessonOptions, org.dl4jsuite.dl4j.lessons.Lesson> dl4j) {

    /** The figures that the source prints. */
    public List<PublishedFigure> published() {
        return PublishedFigures.of(id);
    }
}
