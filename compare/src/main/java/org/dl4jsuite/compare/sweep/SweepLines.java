package org.dl4jsuite.compare.sweep;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.dl4jsuite.compare.Json;
import org.dl4jsuite.compare.Provenance;

/**
 * The lines of a result file, each a JSON object:
 *
 * <pre>
 *   {"format":"dl4jsuite-sweep-1","data":{…}}                                              the first line
 *   {"origin":"0f3a…","is":{…}}                                                            each origin once
 *   {"configuration":{…},"accuracy":[…],"loss":[…],"seconds":1.5,"origin":"0f3a…"}         one line a training
 * </pre>
 *
 * <p>Results stand in the order in which they came. What differs from run to run and from machine to machine comes last in
 * a line: whoever compares two files sorts their lines and cuts each before {@code ,"seconds"}.
 */
final class SweepLines {
    static final String FORMAT = "dl4jsuite-sweep-1";

    private static final int ORIGIN_ID_LENGTH = 12;

    private SweepLines() {}

    /** The first line. */
    private record Header(String format, SweepData data) {}

    /** An origin and the name that results call it by. */
    private record NamedOrigin(String origin, Provenance is) {}

    /** A result with its origin's name. */
    private record Line(
            SweepConfiguration configuration,
            List<Double> accuracy,
            List<Double> loss,
            double seconds,
            String origin) {}

    static String header(SweepData data) {
        return write(new Header(FORMAT, data));
    }

    static String origin(Provenance origin) {
        return write(new NamedOrigin(id(origin), origin));
    }

    static String result(SweepResult result) {
        return write(new Line(
                result.configuration(), result.accuracy(), result.loss(), result.seconds(), id(result.origin())));
    }

    /** The beginning of the SHA-256 of its JSON without its time: the same machine and software have the same name. */
    static String id(Provenance origin) {
        ObjectNode tree = Json.MAPPER.valueToTree(origin);
        tree.remove("created");
        return TrainingCode.sha256(write(tree)).substring(0, ORIGIN_ID_LENGTH);
    }

    private static String write(Object value) {
        try {
            return Json.MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("These records can always be written.", e);
        }
    }

    /**
     * The data of a first line.
     *
     * @throws IllegalArgumentException if it is none of this format
     */
    static SweepData readHeader(String line) throws IOException {
        JsonNode tree = Json.MAPPER.readTree(line);
        String format = tree.path("format").asText();
        if (!format.equals(FORMAT)) {
            throw new IllegalArgumentException("its format is \"" + format + "\", not \"" + FORMAT + "\"");
        }
        return reader(Header.class).<Header>readValue(tree).data();
    }

    /**
     * Reads any line but the first.
     *
     * @param origins those of the lines above; this line's is added
     * @param results where a result is added
     * @throws IllegalArgumentException if a result is none, or its origin is not above it
     */
    static void read(String line, Map<String, Provenance> origins, List<SweepResult> results) throws IOException {
        JsonNode tree = Json.MAPPER.readTree(line);
        if (tree.has("is")) {
            NamedOrigin named = reader(NamedOrigin.class).readValue(tree);
            origins.put(named.origin(), named.is());
            return;
        }
        Line result = reader(Line.class).readValue(tree);
        Provenance origin = origins.get(result.origin());
        if (origin == null) {
            throw new IllegalArgumentException("no line above it tells the origin " + result.origin());
        }
        for (double accuracy : result.accuracy()) {
            if (!(accuracy >= 0 && accuracy <= 1)) {
                throw new IllegalArgumentException("an accuracy is " + accuracy + ", not a share of 1");
            }
        }
        results.add(
                new SweepResult(result.configuration(), result.accuracy(), result.loss(), result.seconds(), origin));
    }

    private static ObjectReader reader(Class<?> type) {
        return Json.MAPPER
                .readerFor(type)
                .with(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .with(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES);
    }
}
