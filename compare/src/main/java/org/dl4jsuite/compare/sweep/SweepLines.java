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

    static String header(SweepData data) {
        return write(Json.MAPPER.createObjectNode().put("format", FORMAT).putPOJO("data", data));
    }

    static String origin(Provenance origin) {
        return write(Json.MAPPER.createObjectNode().put("origin", id(origin)).putPOJO("is", origin));
    }

    static String result(SweepResult result) {
        ObjectNode line = Json.MAPPER.valueToTree(result);
        return write(line.put("origin", id(result.origin())));
    }

    /** Returns the start of the SHA-256 of its JSON without its time: the same machine and software have one name. */
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
     * Returns the data of a first line.
     *
     * @throws IllegalArgumentException if it is none of this format
     */
    static SweepData readHeader(String line) throws IOException {
        JsonNode tree = Json.MAPPER.readTree(line);
        String format = tree.path("format").asText();
        if (!format.equals(FORMAT)) {
            throw new IllegalArgumentException("its format is \"" + format + "\", not \"" + FORMAT + "\"");
        }
        if (!tree.path("data").isObject()) {
            throw new IllegalArgumentException("its data is missing");
        }
        SweepData data = reader(SweepData.class).readValue(tree.get("data"));
        if (data.trainingImages() < 1 || data.testImages() < 1) {
            throw new IllegalArgumentException("no sweep is of " + data.describe());
        }
        return data;
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
        if (!tree.isObject()) {
            throw new IllegalArgumentException("it is no object");
        }
        String id = tree.path("origin").asText();
        if (tree.has("is")) {
            origins.put(id, reader(Provenance.class).readValue(tree.get("is")));
            return;
        }
        if (tree instanceof ObjectNode result && result.has("origin")) {
            Provenance origin = origins.get(id);
            if (origin == null) {
                throw new IllegalArgumentException("no line above it tells the origin " + id);
            }
            result.putPOJO("origin", origin);
        }
        SweepResult result = reader(SweepResult.class).readValue(tree);
        requireTrainable(result.configuration());
        for (double accuracy : result.accuracy()) {
            if (!(accuracy >= 0 && accuracy <= 1)) {
                throw new IllegalArgumentException("an accuracy is " + accuracy + ", not a share of 1");
            }
        }
        results.add(result);
    }

    private static void requireTrainable(SweepConfiguration asked) {
        boolean trainable = asked.hidden() >= 1
                && asked.epochs() >= 1
                && asked.rate() > 0
                && Double.isFinite(asked.rate())
                && asked.rotation() >= 0
                && Double.isFinite(asked.rotation())
                && asked.seed() >= 0;
        if (!trainable) {
            throw new IllegalArgumentException("nobody can train " + asked.key());
        }
    }

    private static ObjectReader reader(Class<?> type) {
        return Json.MAPPER
                .readerFor(type)
                .with(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .with(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES);
    }
}
