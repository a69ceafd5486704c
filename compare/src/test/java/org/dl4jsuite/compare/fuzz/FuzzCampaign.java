package org.dl4jsuite.compare.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Lets Jazzer make inputs for each target, in a process of 256 MB and with a second of the processor for each input, and prints a table of
 * what came of it. Ends with 1 if anything was found.
 */
public final class FuzzCampaign {
    private static final Path SEEDS = Path.of("src/test/resources/fuzz");
    private static final Path OUT = Path.of("target/fuzz");
    private static final Path MEMORY = Path.of("/dev/shm");

    /** What Jazzer watches to tell whether an input is new: whatever reads, down to the JDK's decoders of pictures. */
    private static final String INSTRUMENTED = String.join(
            ":",
            "org.dl4jsuite.**",
            "com.sun.imageio.**",
            "com.drew.**",
            "com.fasterxml.jackson.core.**",
            "org.datavec.**",
            "org.eclipse.jetty.http.**",
            "picocli.**");

    /** One takes any text for a path, the other the target's own requests for forged ones. */
    private static final String DISABLED = String.join(
            ":",
            "com.code_intelligence.jazzer.sanitizers.FilePathTraversal",
            "com.code_intelligence.jazzer.sanitizers.ServerSideRequestForgery");

    private static final Pattern EXECUTIONS = Pattern.compile("number_of_executed_units: *(\\d+)");
    private static final Pattern SECONDS = Pattern.compile("processor seconds: (\\d+)");
    private static final Pattern KILOBYTES = Pattern.compile("kilobytes: (\\d+)");
    private static final Pattern COVERAGE = Pattern.compile("cov: (\\d+) ft");
    private static final Pattern CORPUS = Pattern.compile("corp: (\\d+)/");

    /** By the clock, for what never ends; a busy or stopped machine does not take so long. */
    private static final int SECONDS_IF_IT_HANGS = 1200;

    private final int runs;

    private FuzzCampaign(int runs) {
        this.runs = runs;
    }

    /** Runs so many inputs for each of the targets, {@code all} or their names separated by commas. */
    public static void main(String[] args) throws IOException, InterruptedException {
        FuzzCampaign campaign = new FuzzCampaign(Integer.parseInt(args[0]));
        List<String> names = List.of(args[1].split(","));
        List<String> rows = new ArrayList<>();
        boolean sound = true;
        for (FuzzTarget target : FuzzTarget.values()) {
            if (names.contains("all") || names.contains(target.label())) {
                sound &= campaign.run(target, rows);
            }
        }
        System.out.println("| target | executions | processor seconds | coverage | corpus | KB | findings |");
        System.out.println("|---|---:|---:|---:|---:|---:|---:|");
        rows.forEach(System.out::println);
        System.exit(sound ? 0 : 1);
    }

    private boolean run(FuzzTarget target, List<String> rows) throws IOException, InterruptedException {
        Path found = Files.createDirectories(OUT.resolve("findings"));
        Path corpus = Files.createDirectories(OUT.resolve("corpus").resolve(target.label()));
        Path log = OUT.resolve(target.label() + ".log");
        long before = count(found);
        int exit = new ProcessBuilder(command(target, found, corpus))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        long findings = count(found) - before;
        String text = Files.readString(log);
        List<String> row = new ArrayList<>(List.of(target.label()));
        for (Pattern figure : List.of(EXECUTIONS, SECONDS, COVERAGE, CORPUS, KILOBYTES)) {
            row.add(last(figure, text));
        }
        rows.add("| " + String.join(" | ", row) + " | " + findings + " |");
        System.out.println(target.label() + ": " + (exit == 0 && findings == 0 ? "nothing found" : "see " + log));
        return exit == 0 && findings == 0;
    }

    private List<String> command(FuzzTarget target, Path found, Path corpus) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:-OmitStackTraceInFastThrow",
                "-Djava.awt.headless=true",
                "-Djava.util.concurrent.ForkJoinPool.common.parallelism=1",
                "-Dorg.nd4j.log.initialization=false",
                "-Dfuzz.target=" + target,
                "-Dfuzz.seeds=" + SEEDS.resolve(target.label()),
                "-classpath",
                System.getProperty("java.class.path")));
        if (Files.isWritable(MEMORY)) {
            command.add("-Djava.io.tmpdir=" + MEMORY); // a file per input need not reach the disk
        }
        command.addAll(List.of(
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + FuzzEntry.class.getName(),
                "--instrumentation_includes=" + INSTRUMENTED,
                "--disabled_hooks=" + DISABLED,
                "--reproducer_path=" + OUT.toAbsolutePath(),
                "-runs=" + runs,
                "-timeout=" + SECONDS_IF_IT_HANGS,
                "-rss_limit_mb=3000", // the heap is bounded by -Xmx; the rest is Jazzer's and the JVM's
                "-print_final_stats=1",
                "-artifact_prefix=" + found.toAbsolutePath() + "/" + target.label() + "-",
                corpus.toAbsolutePath().toString()));
        for (String kind : List.of("accepted", "refused")) {
            Path seeds = SEEDS.resolve(target.label()).resolve(kind);
            if (Files.exists(seeds)) {
                command.add(seeds.toAbsolutePath().toString());
            }
        }
        return command;
    }

    /** Returns the number that the log tells last. */
    private static String last(Pattern figure, String log) {
        return figure.matcher(log)
                .results()
                .map(match -> match.group(1))
                .reduce((one, next) -> next)
                .orElse("?");
    }

    private static long count(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }
}
