package org.dl4jsuite.compare.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dl4jsuite.compare.AtomicFile;
import org.dl4jsuite.compare.FolderLock;
import org.dl4jsuite.compare.TrainingFailure;
import org.dl4jsuite.compare.UserError;

/**
 * The checkpoints of one training, in a folder of their own: the two newest files {@code N.checkpoint}, where N is the
 * images learnt. A checkpoint is written at each look of the monitor that watches the training, if that has no complaint.
 *
 * <p>The folder belongs to one process until it is closed or the process ends.
 */
public final class Checkpoints implements TrainingMonitor, AutoCloseable {
    private static final Pattern NAME = Pattern.compile("(\\d{1,18})\\.checkpoint");
    private static final int KEPT = 2;

    private final Path folder;
    private final FolderLock lock;
    private final Map<String, String> options;
    private final TrainingMonitor health;
    /** Good ones, the newest last. */
    private final Deque<Path> kept = new ArrayDeque<>();

    private Checkpoints(Path folder, FolderLock lock, Map<String, String> options, TrainingMonitor health) {
        this.folder = folder;
        this.lock = lock;
        this.options = options;
        this.health = health;
    }

    /**
     * Takes a folder, which is made if it is missing, and clears away what killed processes left half written.
     *
     * @param options what decides the numbers of the training, by the names that a message calls them
     * @param health looks first; says how often
     * @throws UserError if another process has the folder
     */
    public static Checkpoints open(Path folder, Map<String, String> options, TrainingMonitor health)
            throws IOException {
        FolderLock lock = FolderLock.of(folder, "--checkpoint");
        try {
            AtomicFile.deleteLeftovers(folder, name -> NAME.matcher(name).matches());
            return new Checkpoints(folder, lock, options, health);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /**
     * Rejects a folder that has checkpoints already.
     *
     * @throws UserError if it has
     */
    public void requireEmpty() throws IOException {
        List<Path> files = files();
        if (!files.isEmpty()) {
            throw new UserError(
                    "--checkpoint " + folder + ": holds " + files.get(0).getFileName()
                            + " of an earlier training; go on with it by --resume, or give another folder.");
        }
    }

    /**
     * Returns where the newest whole checkpoint stands; empty if there is none.
     *
     * @param plan and the images are those of the training that is to go on
     * @param weights how many numbers its network has
     * @param tell is told in one sentence each what was found
     * @throws UserError if it is of a training with other options, or beyond this one's end
     */
    public Optional<TrainingState> newest(TrainingPlan plan, int trainingImages, int weights, Consumer<String> tell)
            throws IOException {
        String damaged = "";
        for (Path file : files()) {
            try {
                Checkpoint checkpoint = Checkpoint.read(file);
                requireSameOptions(checkpoint, file);
                TrainingState state = checkpoint.state();
                if (state.fits(plan, trainingImages)
                        && state.weights().length == weights
                        && number(file) == state.samples(trainingImages)) {
                    requireBeforeEnd(state, plan, file);
                    tell.accept(damaged + "going on from " + file + ", after " + state.samples(trainingImages)
                            + " images.");
                    kept.add(file);
                    return Optional.of(state);
                }
                damaged += file + " is damaged, its content is of no training with these options; ";
            } catch (Checkpoint.DamagedException e) {
                damaged += file + " is damaged, " + e.getMessage() + "; ";
            }
        }
        tell.accept(damaged + "no " + (damaged.isEmpty() ? "" : "other ") + "checkpoint is in " + folder
                + ", so the training starts afresh.");
        return Optional.empty();
    }

    private void requireSameOptions(Checkpoint checkpoint, Path file) {
        options.forEach((name, value) -> {
            String there = checkpoint.options().getOrDefault(name, "unknown");
            if (!there.equals(value)) {
                throw new UserError(name + " " + value + ": " + file + " is of a training with " + name + " " + there
                        + "; resume with the same, or give another --checkpoint folder.");
            }
        });
    }

    private static void requireBeforeEnd(TrainingState state, TrainingPlan plan, Path file) {
        int begun = state.images() > 0 ? state.epoch() : state.epoch() - 1;
        if (begun > plan.epochs()) {
            throw new UserError("--epochs " + plan.epochs() + ": " + file + " is of epoch " + begun
                    + "; resume with at least as many, or give another --checkpoint folder.");
        }
    }

    @Override
    public long every() {
        return health.every();
    }

    @Override
    public void look(TrainingRun run, Trainee network) {
        try {
            health.look(run, network);
        } catch (TrainingFailure e) {
            throw kept.isEmpty()
                    ? e
                    : new TrainingFailure(
                            e.getMessage() + " The last good checkpoint is kept, " + kept.getLast() + ".");
        }
        Path file = folder.resolve(run.samples() + ".checkpoint");
        try {
            new Checkpoint(options, run.state(network)).write(file);
            kept.remove(file); // resumed after the training was finished
            kept.add(file);
            if (kept.size() > KEPT) {
                kept.remove();
            }
            for (Path old : files()) {
                if (!kept.contains(old)) {
                    Files.delete(old);
                }
            }
        } catch (IOException e) {
            throw new UserError("--checkpoint " + folder + ": " + file.getFileName() + " cannot be written ("
                    + AtomicFile.reason(e)
                    + "); make room or give the right to write, and go on by --resume.");
        }
    }

    /** Returns the files that are called checkpoints, the newest first. */
    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(
                            file -> NAME.matcher(file.getFileName().toString()).matches())
                    .filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted(Comparator.comparingLong(Checkpoints::number).reversed())
                    .toList();
        }
    }

    private static long number(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        return name.matches() ? Long.parseLong(name.group(1)) : -1;
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
