package org.dl4jsuite.compare.diagnose;

import static org.dl4jsuite.compare.diagnose.InvalidDumpException.require;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dl4jsuite.compare.AtomicFile;
import org.dl4jsuite.compare.Json;
import org.dl4jsuite.compare.interchange.NpyArray;
import org.dl4jsuite.compare.interchange.Npz;

/** Reads a dump from a file: arrays by name, the settings among them. */
public final class DumpFile {
    /** A batch of 100 images in full takes some 20 MB. */
    private static final long MAX_BYTES = 500_000_000;

    private DumpFile() {}

    /**
     * Returns the dump of a file.
     *
     * @param given settings that go before those in the file
     * @throws InvalidDumpException in one sentence, if it is none
     */
    public static Dump read(Path file, Settings given) throws IOException {
        require(Files.isRegularFile(file), file + ": there is no such file; give a .npz or .json file.");
        require(Files.size(file) <= MAX_BYTES, file + ": is larger than 500 MB; dump a smaller batch.");
        try {
            return file.toString().endsWith(".npz") ? npz(file, given) : json(file, given);
        } catch (InvalidDumpException e) {
            throw new InvalidDumpException(file + ": " + e.getMessage());
        } catch (IOException e) {
            throw AtomicFile.unreadable(file, e);
        }
    }

    private static Dump json(Path file, Settings given) throws IOException {
        JsonNode root;
        // Python's json module writes NaN and Infinity as they stand, which no standard allows
        try (InputStream stream = Files.newInputStream(file)) {
            root = Json.tree(stream, JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS);
        } catch (JacksonException e) {
            throw new InvalidDumpException(
                    "is no JSON (" + e.getOriginalMessage() + "); write one object, a name per array.");
        }
        require(root != null && root.isObject(), "is no JSON object; write one object, a name per array.");
        Map<String, DumpArray> arrays = new LinkedHashMap<>();
        Map<String, String> texts = new LinkedHashMap<>();
        root.properties().forEach(entry -> {
            JsonNode value = entry.getValue();
            if (SettingNames.isSetting(entry.getKey())) {
                texts.put(entry.getKey(), text(value));
            } else {
                arrays.put(entry.getKey(), array(entry.getKey(), value));
            }
        });
        return new Dump(arrays, given.or(SettingNames.parse(texts)));
    }

    private static Dump npz(Path file, Settings given) throws IOException {
        Map<String, DumpArray> arrays = new LinkedHashMap<>();
        Map<String, String> texts = new LinkedHashMap<>();
        Npz.read(file).forEach((name, array) -> {
            if (SettingNames.isSetting(name)) {
                texts.put(name, array.isText() ? array.text() : number(name, array));
            } else {
                require(!array.isText(), name + " holds text, which is no number.");
                arrays.put(name, new DumpArray(array.shape(), array.values()));
            }
        });
        return new Dump(arrays, given.or(SettingNames.parse(texts)));
    }

    private static String number(String name, NpyArray array) {
        require(array.values().length == 1, name + " has " + array.values().length + " numbers; give one.");
        return String.valueOf(array.values()[0]);
    }

    private static String text(JsonNode value) {
        List<String> texts = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(part -> texts.add(part.asText()));
        } else {
            texts.add(value.asText());
        }
        return String.join(",", texts);
    }

    private static DumpArray array(String name, JsonNode value) {
        List<Integer> shape = new ArrayList<>();
        for (JsonNode inner = value; inner != null && inner.isArray(); inner = inner.get(0)) {
            shape.add(inner.size());
        }
        List<Double> values = new ArrayList<>();
        add(name, value, shape, 0, values);
        return new DumpArray(
                shape, values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static void add(String name, JsonNode value, List<Integer> shape, int dimension, List<Double> values) {
        if (dimension == shape.size()) {
            require(value.isNumber(), name + " holds " + value + ", which is no number.");
            values.add(value.doubleValue());
            return;
        }
        require(
                value.isArray() && value.size() == shape.get(dimension),
                name + " is ragged: its rows do not all have the same length.");
        value.forEach(inner -> add(name, inner, shape, dimension + 1, values));
    }
}
