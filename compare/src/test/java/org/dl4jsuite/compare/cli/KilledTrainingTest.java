package org.dl4jsuite.compare.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dl4jsuite.compare.Json;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Trainings in processes of their own, ended by {@code kill -9} at random moments: the one that is left to finish ends with
 * the bits of one that was never killed, and no kill loses more than the interval between two checkpoints.
 *
 * <p>{@code -Dkills=30} kills each side so often, {@code -Dkills.seed=7} at other moments.
 */
@Tag("long")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a process there is ended in another way")
class KilledTrainingTest {
    private static final int KILLS = Integer.getInteger("kills", 3);
    private static final long SEED = Long.getLong("kills.seed", 1);
    /** Small enough that half of the time is spent on writing checkpoints. */
    private static final int EVERY = 20;

    private static final int IMAGES = 2000;

    private static final Pattern CHECKPOINT = Pattern.compile("(\\d+)\\.checkpoint");
    private static final Pattern BEING_WRITTEN = Pattern.compile("\\.(\\d+)\\.checkpoint\\..*tmp");

    @TempDir
    private Path folder;

    /**
     * What a kill left behind.
     *
     * @param newest images of the newest checkpoint, 0 before the first
     * @param beingWritten images of the checkpoint that was being written, and so were learnt; 0 if none was
     */
    private record Kill(long newest, long beingWritten) {
        boolean whileWriting() {
            return beingWritten > 0;
        }

        /** Images learnt in vain, where that is known; any other kill came sooner after its newest checkpoint. */
        long lost() {
            return Math.max(0, beingWritten - newest);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"scratch", "scratch-fast", "dl4j"})
    void killedTrainingsEndWithTheSameBits(String side) throws Exception {
        int epochs = 2 + KILLS / 3; // outlast the kills
        List<String> train = List.of(
                ("train --side " + side + " --epochs " + epochs + " --train " + IMAGES + " --test 100 --shuffle-seed 5")
                        .split(" "));
        Path whole = folder.resolve("whole.json");
        Process undisturbed = start(train, "--save", whole.toString());
        assertThat(undisturbed.waitFor()).as(this::log).isZero();

        Random random = new Random(SEED);
        List<Kill> kills = new ArrayList<>();
        for (int i = 0; i < KILLS; i++) {
            Moment moment = i < KILLS / 3 ? Moment.EARLY : i < 2 * KILLS / 3 ? Moment.LATE : Moment.WRITING;
            kills.add(startAndKill(train, random, moment));
        }
        Path resumed = folder.resolve("resumed.json");
        Process last = start(train, resuming("--save", resumed.toString()));
        assertThat(last.waitFor()).as(this::log).isZero();
        assertThat(parameters(resumed)).containsExactly(parameters(whole));

        long afterTheFirst = kills.stream().filter(kill -> kill.newest() > 0).count();
        long whileWriting = kills.stream().filter(Kill::whileWriting).count();
        long lost = kills.stream().mapToLong(Kill::lost).max().orElse(0);
        System.out.println(side + ": " + KILLS + " kills, " + (KILLS - afterTheFirst) + " before the first checkpoint, "
                + afterTheFirst + " after it; " + whileWriting + " while one was written; at most " + lost + " of "
                + EVERY + " images lost; killed after the checkpoints of "
                + kills.stream().map(Kill::newest).toList() + " images; the same bits");
        assertThat(afterTheFirst * 2).isGreaterThanOrEqualTo(KILLS);
        assertThat(lost).isLessThanOrEqualTo(EVERY);
        if (KILLS >= 30) { // of fewer, chance may leave none
            assertThat(whileWriting).isPositive();
        }
    }

    /** When a training is killed. */
    private enum Moment {
        /** Within a second of the start. */
        EARLY,
        /** Within 150 ms of the next checkpoint. */
        LATE,
        /** As soon as a checkpoint is being written; by then it may be finished. */
        WRITING
    }

    /** Resumes, and kills. */
    private Kill startAndKill(List<String> train, Random random, Moment moment) throws Exception {
        long before = newest();
        List<Long> leftBefore = images(BEING_WRITTEN);
        Process process = start(train, resuming());
        if (moment == Moment.EARLY) {
            process.waitFor(random.nextInt(1000), TimeUnit.MILLISECONDS);
        } else {
            while (newest() == before && (moment == Moment.LATE || leftBefore.containsAll(images(BEING_WRITTEN)))) {
                assertThat(process.isAlive()).as(this::log).isTrue();
                Thread.sleep(1);
            }
            if (moment == Moment.LATE) {
                process.waitFor(random.nextInt(150_000), TimeUnit.MICROSECONDS);
            }
        }
        process.destroyForcibly().waitFor(); // kill -9
        List<Long> kept = images(CHECKPOINT);
        assertThat(newest()).isGreaterThanOrEqualTo(before);
        for (int i = 1; i < kept.size(); i++) { // none is left out, so no more than one interval is lost
            assertThat(kept.get(i) - kept.get(i - 1)).isEqualTo(EVERY);
        }
        List<Long> left = new ArrayList<>(images(BEING_WRITTEN));
        left.removeAll(leftBefore); // where it was killed before it cleared them away
        return new Kill(newest(), left.stream().reduce(0L, Math::max));
    }

    private String[] resuming(String... more) {
        return Stream.concat(
                        Stream.of(
                                "--checkpoint", checkpoints().toString(), "--every", String.valueOf(EVERY), "--resume"),
                        Stream.of(more))
                .toArray(String[]::new);
    }

    private Process start(List<String> train, String... more) throws IOException {
        return SuiteProcess.start(Stream.concat(train.stream(), Stream.of(more)).toList(), folder.resolve("log"));
    }

    private Path checkpoints() {
        return folder.resolve("checkpoints");
    }

    private Stream<String> names() throws IOException {
        if (!Files.isDirectory(checkpoints())) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.list(checkpoints())) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        }
    }

    /** Returns the images of the files with such names, the newest last. */
    private List<Long> images(Pattern names) throws IOException {
        return names().map(names::matcher)
                .filter(Matcher::matches)
                .map(name -> Long.parseLong(name.group(1)))
                .sorted()
                .toList();
    }

    private long newest() throws IOException {
        return images(CHECKPOINT).stream().reduce(0L, Math::max);
    }

    private static double[] parameters(Path model) throws IOException {
        return Json.MAPPER.convertValue(Json.MAPPER.readTree(model.toFile()).get("parameters"), double[].class);
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("log"));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
