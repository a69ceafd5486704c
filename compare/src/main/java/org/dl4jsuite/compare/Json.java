package org.dl4jsuite.compare;

import com.fasterxml.jackson.core.FormatFeature;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.dl4jsuite.scratch.Activation;
import org.dl4jsuite.scratch.Reduction;

/** The suite's way of writing JSON. */
public final class Json {
    /** A token takes up to 64 bytes as a tree; so all of them fill half the heap at most. */
    private static final long MAX_TOKENS = Runtime.getRuntime().maxMemory() / 128;

    private static final int MAX_STRING = 1_000_000;

    /**
     * Dates as text, optional values plain, and no closing of streams it did not open. Activations and reductions are
     * written in lower case; enums are read in any, so that models of the first format stay readable. Depth, numbers, texts
     * and the whole are bounded in what is read; a key may stand once, and nothing may follow.
     */
    public static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxTokenCount(MAX_TOKENS)
                            .maxStringLength(MAX_STRING)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
            .addMixIn(Activation.class, LowerCase.class)
            .addMixIn(Reduction.class, LowerCase.class)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .build();

    /** For enums of the module {@code scratch}, which does not know Jackson. */
    @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
    private interface LowerCase {}

    private Json() {}

    /** Returns results as a file has them: the format's name and the origin come first. */
    public static ObjectNode document(String format, Provenance origin, Object results) {
        ObjectNode document = MAPPER.createObjectNode().put("format", format);
        document.set("origin", MAPPER.valueToTree(origin));
        return document.setAll(MAPPER.<ObjectNode>valueToTree(results));
    }

    /** Returns what the JSON resource of this name beside a class holds; empty if there is none. */
    public static <T> Optional<T> resource(Class<?> beside, String name, TypeReference<T> type) {
        try (InputStream stream = beside.getResourceAsStream(name)) {
            return stream == null ? Optional.empty() : Optional.of(MAPPER.readValue(stream, type));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns what a stranger's bytes say as JSON.
     *
     * @throws JacksonException if they are none, in whatever way, or more than fits into memory
     */
    public static JsonNode tree(InputStream stream, FormatFeature... more) throws IOException {
        try {
            return MAPPER.reader().withFeatures(more).readTree(stream);
        } catch (CharConversionException e) { // no UTF-32
            throw new JsonParseException(null, e.getMessage());
        }
    }

    /** Writes a value as a file, whole or not at all. */
    public static void write(Path file, Object value) throws IOException {
        AtomicFile.write(file, stream -> MAPPER.writeValue(stream, value));
    }
}
