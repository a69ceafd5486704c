package org.dl4jsuite.compare.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dl4jsuite.compare.UserError;

/**
 * Runs command lines that nobody meant. So that none of them trains or writes, each gets an option more, which its command
 * refuses after the others and before any work.
 */
public final class HostileArguments {
    private static final int MAX_ARGUMENTS = 30;
    private static final Path FOLDER = Path.of(System.getProperty("java.io.tmpdir"));
    private static final String FILE = "/dev/null";

    private static final Map<String, List<String>> REFUSED = Map.ofEntries(
            Map.entry("report", List.of("--out", FILE)),
            Map.entry("study", List.of("--out", FILE)),
            Map.entry("worksheet", List.of("--out", FILE)),
            Map.entry("back-query", List.of("--out", FILE)),
            Map.entry("parity", List.of("--json", FOLDER.toString())),
            Map.entry("sabotage", List.of("--json", FOLDER.toString())),
            Map.entry("lessons", List.of("no-more")),
            Map.entry("lesson", List.of("--json", FOLDER.toString())),
            Map.entry("train", List.of("--save", FOLDER.toString())),
            Map.entry("evaluate", List.of("--data", FILE)),
            Map.entry("convert", List.of("one.json", "two.json", "three.json")),
            Map.entry("speed", List.of("--json", FOLDER.toString())),
            Map.entry("anatomy", List.of("--json", FOLDER.toString())),
            Map.entry("sweep", List.of("--out", FOLDER.toString())),
            Map.entry("recognise", List.of("--json", FOLDER.toString())),
            Map.entry("recognize", List.of("--json", FOLDER.toString())),
            Map.entry("diagnose", List.of("--json", FOLDER.toString())),
            Map.entry("serve", List.of("--data", FILE)));

    private HostileArguments() {}

    /**
     * Runs a command line, a word per line.
     *
     * @throws UserError if it is refused with exit code 2
     */
    public static void run(byte[] lines) throws IOException {
        List<String> words = new ArrayList<>(new String(lines, StandardCharsets.UTF_8)
                .lines()
                .limit(MAX_ARGUMENTS)
                .toList());
        words.stream().filter(REFUSED::containsKey).findFirst().ifPresent(name -> words.addAll(REFUSED.get(name)));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.execute(new PrintWriter(out), new PrintWriter(err), words.toArray(String[]::new));
        boolean traceWanted = words.contains("--stacktrace");
        boolean sentences = traceWanted || err.toString().lines().allMatch(line -> line.startsWith("suite: "));
        if (code == 0 && err.toString().isEmpty()) {
            return;
        }
        if (code != 2 || err.toString().isBlank() || !sentences) {
            throw new AssertionError(words + " gives " + code + ": " + err);
        }
        throw new UserError("The command refuses it.");
    }
}
