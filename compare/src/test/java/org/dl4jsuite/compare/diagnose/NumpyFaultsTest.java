package org.dl4jsuite.compare.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.dl4jsuite.compare.Json;
import org.dl4jsuite.compare.Python;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Mistakes made in NumPy, by a program that knows nothing of the catalogue ({@code src/test/python/faults.py}), are called by
 * their names; equal networks have no cause, and mistakes outside the catalogue stay unknown.
 */
class NumpyFaultsTest {
    private static final Path PROGRAM = Path.of("src", "test", "python", "faults.py");

    @TempDir
    private Path folder;

    /** What a dump is called: by how many dumps of a kind. */
    private final Map<String, Map<String, Integer>> confusion = new TreeMap<>();

    private final List<String> missed = new ArrayList<>();

    @Test
    void aFewOfEachMistakeAreCalledByTheirNames() throws Exception {
        check("2", "10", "10", "0");
    }

    @Test
    @Tag("long")
    void mistakesAreCalledByTheirNames() throws Exception {
        check("50", "200", "50", "2");
    }

    private void check(String each, String equal, String outside, String pairs) throws Exception {
        Python numpy = Python.with("numpy");
        numpy.run(
                folder,
                Files.readString(PROGRAM),
                ".",
                "--each",
                each,
                "--equal",
                equal,
                "--outside",
                outside,
                "--pairs",
                pairs);
        JsonNode manifest = Json.MAPPER.readTree(folder.resolve("manifest.json").toFile());
        Map<String, int[]> right = new TreeMap<>();
        for (JsonNode dump : manifest) {
            int[] score = right.computeIfAbsent(dump.get("kind").asText(), kind -> new int[2]);
            score[0] += isRight(dump) ? 1 : 0;
            score[1]++;
        }
        String table = table();
        System.out.println(table);
        assertThat(share(right, "single"))
                .as("single mistakes named%n%s", table)
                .isGreaterThanOrEqualTo(0.98);
        assertThat(share(right, "pair")).as("pairs named in full%n%s", table).isGreaterThanOrEqualTo(0.85);
        assertThat(share(right, "equal"))
                .as("equal networks without a cause%n%s", table)
                .isEqualTo(1);
        assertThat(share(right, "outside"))
                .as("unknown mistakes called unknown%n%s", table)
                .isEqualTo(1);
    }

    private static double share(Map<String, int[]> right, String kind) {
        int[] score = right.getOrDefault(kind, new int[] {1, 1});
        return (double) score[0] / score[1];
    }

    private boolean isRight(JsonNode dump) throws IOException {
        Diagnosis diagnosis =
                Diagnosis.of(DumpFile.read(folder.resolve(dump.get("file").asText()), SettingNames.parse(Map.of())));
        Set<String> named = diagnosis.causes().stream().map(Finding::id).collect(Collectors.toSet());
        List<String> expected = StreamSupport.stream(dump.get("expected").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        boolean right = switch (dump.get("kind").asText()) {
            case "equal" -> diagnosis.verdict() == Diagnosis.Verdict.SAME && named.isEmpty();
            case "outside" -> diagnosis.unknown() && named.isEmpty();
            default -> named.containsAll(expected);
        };
        String answer = right
                ? "right" + (named.size() > expected.size() ? ", with others" : "")
                : diagnosis.unknown()
                        ? "unknown"
                        : named.isEmpty() ? diagnosis.verdict().label() : named.toString();
        confusion
                .computeIfAbsent(
                        dump.get("kind").asText() + " " + String.join(" + ", expected), kind -> new TreeMap<>())
                .merge(answer, 1, Integer::sum);
        if (!right) {
            missed.add(dump.get("file").asText() + " " + dump.get("network") + ": " + diagnosis.sentences());
        }
        return right;
    }

    private String table() {
        return Stream.concat(
                        confusion.entrySet().stream()
                                .map(row -> String.format(Locale.ROOT, "%-60s %s", row.getKey(), row.getValue())),
                        missed.stream())
                .collect(Collectors.joining(System.lineSeparator()));
    }
}
