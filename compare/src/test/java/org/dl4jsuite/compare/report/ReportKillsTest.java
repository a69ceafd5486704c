package org.dl4jsuite.compare.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.dl4jsuite.compare.Json;
import org.dl4jsuite.compare.Provenance;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A report in a process of its own, killed at random moments: whoever runs it again, in the end it is the same. {@code
 * -Dkills=10} kills it so often.
 */
@Tag("long")
class ReportKillsTest {
    private static final int KILLS = Integer.getInteger("kills", 3);

    @TempDir
    private Path folder;

    /** The report that is killed. */
    static final class Program {
        private Program() {}

        public static void main(String[] args) throws IOException, InterruptedException {
            Provenance origin = Provenance.of(Map.of("seed", 1), Map.of());
            SmallRun run = new SmallRun("garden-bugs", "toes", "four-steps", "hot-and-cold", "three-outputs");
            new ReportFolder(Path.of(args[0])).write(run, origin, false, System.out::println);
            System.exit(0);
        }
    }

    @Test
    void tenKillsChangeNothing() throws Exception {
        Path undisturbed = folder.resolve("undisturbed");
        Process process = start(undisturbed);
        awaitLock(process, undisturbed);
        long begun = System.nanoTime();
        assertThat(process.waitFor()).as(log()).isZero();
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
        JsonNode expected = report(undisturbed);

        Random random = new Random(20);
        int kills = 0;
        int reports = 0;
        boolean done = true;
        while (kills < KILLS || !done) {
            Path killed = folder.resolve("killed" + reports);
            done = kills == KILLS;
            Process next = start(killed);
            if (!done) {
                awaitLock(next, killed);
                done = next.waitFor(random.nextInt((int) millis), TimeUnit.MILLISECONDS);
            }
            if (!done) {
                next.destroyForcibly().waitFor(); // kill -9
                kills++;
                continue;
            }
            assertThat(next.waitFor()).as(log()).isZero();
            assertThat(report(killed)).isEqualTo(expected);
            assertThat(names(killed)).containsExactly(".lock", "index.html", "report.json", "report.md");
            reports++;
        }
        String log = log();
        System.out.printf(
                "%d kills within %d ms each, %d reports; %d times a report went on%n",
                kills, millis, reports, log.split("continuing the run", -1).length - 1);
        assertThat(log).contains("continuing the run").doesNotContain("damaged", "another run", "afresh");
    }

    private Process start(Path out) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dscratch.kernels=plain",
                "-Dorg.nd4j.log.initialization=false",
                "-cp",
                System.getProperty("java.class.path"),
                Program.class.getName(),
                out.toString());
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
                .start();
    }

    private void awaitLock(Process process, Path out) throws IOException, InterruptedException {
        while (process.isAlive() && !Files.exists(out.resolve(".lock"))) {
            Thread.sleep(5);
        }
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("log"));
    }

    /** All but when it began; its speed is made up, and so the same. */
    private static JsonNode report(Path out) throws IOException {
        JsonNode report = Json.MAPPER.readTree(out.resolve("report.json").toFile());
        ((ObjectNode) report.path("origin")).remove("created");
        return report;
    }

    private static List<String> names(Path out) throws IOException {
        try (Stream<Path> files = Files.list(out)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
