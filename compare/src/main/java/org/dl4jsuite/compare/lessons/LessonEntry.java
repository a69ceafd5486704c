package org.dl4jsuite.compare.lessons;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.function.Function;
import org.dl4jsuite.compare.Json;

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

    /** Returns the figures that the source prints: the resource {@code ID.json}; empty if there is none. */
    public List<PublishedFigure> published() {
        return Json.resource(LessonEntry.class, id + ".json", new TypeReference<List<PublishedFigure>>() {})
                .orElse(List.of());
    }
}
