package org.dl4jsuite.compare;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The finished parts of a run that takes minutes: each is kept in a {@link PartFile}, so that the same run, if it is
 * interrupted, goes on where it was. Only one process at a time can have a folder's parts open; several of its threads may
 * call.
 */
public final class KeptParts implements AutoCloseable {
    private static final String FOLDER = ".parts";

    private final @Nullable Path folder;
    private final @Nullable FolderLock lock;
    private final RunIdentity run;
    private final Map<String, Path> found;
    private final Instant begun;
    private final Consumer<String> say;
    private boolean closed;

    private KeptParts(
            @Nullable Path folder,
            @Nullable FolderLock lock,
            RunIdentity run,
            Map<String, Path> found,
            Instant begun,
            Consumer<String> say) {
        this.folder = folder;
        this.lock = lock;
        this.run = run;
        this.found = Map.copyOf(found);
        this.begun = begun;
        this.say = say;
    }

    /** What computes a part. */
    public interface Work<T> {
        T run() throws IOException, InterruptedException;
    }

    /** Returns one that keeps nothing. */
    public static KeptParts none() {
        return new KeptParts(null, null, new RunIdentity(Map.of()), Map.of(), now(), sentence -> {});
    }

    /**
     * Opens the parts below a folder, which is made if it is missing; nobody else can until they are closed or the process
     * ends. Parts of another run are removed, and whatever an interrupted write left behind.
     *
     * @param fresh whether to forget the parts that are there
     * @param say takes one sentence for each thing that the user should know
     * @throws UserError if another process has them open
     */
    public static KeptParts open(Path below, RunIdentity run, boolean fresh, Consumer<String> say) throws IOException {
        FolderLock lock = FolderLock.of(below, "--out");
        try {
            AtomicFile.deleteLeftovers(below, name -> true);
            Path folder = below.resolve(FOLDER);
            if (fresh) {
                remove(folder);
            }
            Map<String, PartFile.Head> usable = usable(folder, run, say);
            Instant begun =
                    usable.values().stream().map(PartFile.Head::begun).findAny().orElse(now());
            if (!usable.isEmpty()) {
                say.accept(below + ": continuing the run that began " + begun + "; done: " + inBrief(usable.keySet())
                        + ".");
            }
            Map<String, Path> found = new TreeMap<>();
            usable.keySet().forEach(name -> found.put(name, PartFile.path(folder, name)));
            return new KeptParts(folder, lock, run, found, begun, say);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static Map<String, PartFile.Head> usable(Path folder, RunIdentity run, Consumer<String> say)
            throws IOException {
        Map<String, PartFile.Head> usable = new TreeMap<>();
        Set<String> differences = new TreeSet<>();
        for (Path file : PartFile.list(folder)) {
            PartFile.@Nullable Head head = PartFile.check(file);
            if (head != null && head.run().equals(run)) {
                usable.put(head.part(), head);
                continue;
            }
            if (head == null) {
                say.accept(file + ": is damaged, its checksum does not fit; this part is computed again.");
            } else {
                differences.addAll(run.differences(head.run()));
            }
            Files.delete(file);
        }
        if (!differences.isEmpty()) {
            say.accept(folder + ": holds parts of another run (" + String.join(", ", differences)
                    + " differ); they are removed, and this run starts afresh.");
        }
        return usable;
    }

    /** Returns for example {@code lessons (8), parity}: a part's name up to its point, and how many share it. */
    private static String inBrief(Set<String> names) {
        Map<String, List<String>> kinds = names.stream()
                .collect(Collectors.groupingBy(
                        name -> name.replaceFirst("\\..*", ""), TreeMap::new, Collectors.toList()));
        return kinds.entrySet().stream()
                .map(kind -> kind.getValue().contains(kind.getKey())
                        ? kind.getKey()
                        : kind.getKey() + " (" + kind.getValue().size() + ")")
                .collect(Collectors.joining(", "));
    }

    /** Returns when the run began: this one, or the one that it continues. */
    public Instant begun() {
        return begun;
    }

    /** Returns whether a part was done before this run. */
    public boolean has(String name) {
        return found.containsKey(name);
    }

    /**
     * Returns a part: what was kept of it, or what {@code work} gives, which is then kept, unless the parts have been closed
     * meanwhile.
     *
     * @param name what the part is called; parts of one kind have it in common up to a point, for example {@code lessons.toes}
     */
    public <T> T get(String name, TypeReference<T> type, Work<T> work) throws IOException, InterruptedException {
        Path kept = found.get(name);
        if (kept != null) {
            @Nullable T value = PartFile.read(kept, type);
            if (value != null) {
                return value;
            }
            say.accept(kept + ": is damaged, its content is no such part; it is computed again.");
        }
        T value = work.run();
        keep(name, value);
        return value;
    }

    /** When a run has failed, its threads may still be at work; the folder is no longer theirs. */
    private synchronized void keep(String name, Object value) throws IOException {
        if (folder != null && !closed) {
            PartFile.write(folder, new PartFile.Head(name, begun, run), value);
        }
    }

    /** Removes all parts: the run has come to its end. */
    public void remove() throws IOException {
        if (folder != null) {
            remove(folder);
        }
    }

    private static void remove(Path folder) throws IOException {
        for (Path file : PartFile.list(folder)) {
            Files.delete(file);
        }
        Files.deleteIfExists(folder);
    }

    /** Keeps no more parts: waits for one that is being written, and lets others open the folder. */
    @Override
    public synchronized void close() throws IOException {
        closed = true;
        if (lock != null) {
            lock.close();
        }
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }
}
