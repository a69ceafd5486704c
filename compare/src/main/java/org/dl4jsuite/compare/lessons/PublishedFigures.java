package org.dl4jsuite.compare.lessons;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.dl4jsuite.compare.Json;

/** What the lessons' sources print: the resource file {@code ID.json} of each lesson whose source prints figures. */
final class PublishedFigures {
    private PublishedFigures() {}

    /** The figures of a lesson's source; empty if it prints none. */
    static List<PublishedFigure> of(String id) {
        try (InputStream stream = PublishedFigures.class.getResourceAsStream(id + ".json")) {
            return stream == null ? List.of() : Json.MAPPER.readValue(stream, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
