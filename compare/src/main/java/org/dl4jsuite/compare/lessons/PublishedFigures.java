package org.dl4jsuite.compare.lessons;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.dl4jsuite.compare.Json;

/**
 * What a lesson's source prints; one resource file a lesson.
 *
 * @param source the text
 * @param figures empty if it prints none
 */
public record PublishedFigures(String source, List<PublishedFigure> figures) {

    /** The figures of a lesson's source. */
    static PublishedFigures of(String id) {
        try (InputStream stream = PublishedFigures.class.getResourceAsStream(id + ".json")) {
            if (stream == null) {
                throw new IllegalStateException("The lesson " + id + " has no file " + id
                        + ".json that names its source and the figures it prints");
            }
            return Json.MAPPER.readValue(stream, PublishedFigures.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
