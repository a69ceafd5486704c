package org.dl4jsuite.compare;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes a file whole or not at all: what was there before survives a failure, also of the machine. A symbolic link is
 * followed; a device or a pipe, such as {@code /dev/stdout}, is written to as it is.
 */
public final class AtomicFile {
    private static final Path STANDARD_OUTPUT = Path.of("/dev/stdout");
    /** As many as Linux follows. */
    private static final int MAX_LINKS = 40;
    /** Parts of temporary names that are free to be used again: the JVM remembers each name until its end. */
    private static final Queue<String> FREE_NAMES = new ConcurrentLinkedQueue<>();
    /** What {@link #temporary} makes of a file's name. */
    private static final Pattern TEMPORARY = Pattern.compile("\\.(.+)\\.[0-9a-f]{1,16}\\.tmp");

    private AtomicFile() {}

    /** What fills the file. */
    public interface Content {
        void writeTo(OutputStream stream) throws IOException;
    }

    /**
     * Writes to a temporary name in the same folder, then moves; the folder is made if it is missing. If the process is
     * asked to end meanwhile, the temporary file goes with it.
     *
     * @throws FileSystemException with the name of the file and the reason, if it cannot be written
     */
    public static void write(Path file, Content content) throws IOException {
        try {
            if (isWrittenInPlace(file)) {
                writeInPlace(file, content);
            } else {
                writeAndMove(target(file), content);
            }
        } catch (IOException e) { // may name the temporary file, or, if the disk is full, none
            FileSystemException named = new FileSystemException(file.toString(), null, reason(e));
            named.initCause(e);
            throw named;
        }
    }

    /** Returns what to tell of a file that is there and cannot be read. */
    public static UserError unreadable(Path file, IOException e) {
        return new UserError(file + ": cannot be read (" + reason(e) + "); check that it is a file you may read.");
    }

    /** Returns why a file cannot be read or written, in a few words and without its name. */
    public static String reason(IOException e) {
        if (!(e instanceof FileSystemException failure)) {
            return String.valueOf(e.getMessage());
        }
        if (failure.getReason() != null) {
            return failure.getReason();
        }
        if (failure instanceof NoSuchFileException) {
            return "no such file or folder";
        }
        return failure instanceof FileAlreadyExistsException ? "a file is in the way" : "no permission";
    }

    private static void writeAndMove(Path target, Content content) throws IOException {
        Path folder = folder(target);
        Files.createDirectories(folder);
        String unique = Objects.requireNonNullElseGet(FREE_NAMES.poll(), AtomicFile::unique);
        Path temporary = temporary(folder, target, unique);
        // The last thing that the JVM does; from then on this line fails, so that no file can be left half-written.
        temporary.toFile().deleteOnExit();
        try {
            try (OutputStream stream = Files.newOutputStream(temporary, StandardOpenOption.CREATE_NEW)) {
                content.writeTo(stream);
            }
            sync(temporary, StandardOpenOption.WRITE);
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
            FREE_NAMES.add(unique);
        }
        if (File.separatorChar == '/') { // Windows opens no folders
            sync(folder, StandardOpenOption.READ);
        }
    }

    /** Fails as {@link #write} would, if the file's place cannot be written to; leaves nothing behind. */
    public static void requireWritable(Path file) throws IOException {
        if (isWrittenInPlace(file)) {
            if (!Files.isWritable(file)) { // not tried: to open a pipe waits for its reader
                throw new AccessDeniedException(file.toString());
            }
            return;
        }
        Path target = target(file);
        Path folder = folder(target);
        while (!Files.exists(folder)) {
            folder = folder(folder);
        }
        Files.delete(Files.createFile(temporary(folder, target, unique())));
    }

    /**
     * Deletes the temporary files that killed processes left in a folder, of files whose names a test accepts. Nobody may
     * be writing such a file meanwhile.
     */
    public static void deleteLeftovers(Path folder, Predicate<String> names) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, ".*.tmp")) {
            for (Path file : files) {
                Matcher name = TEMPORARY.matcher(file.getFileName().toString());
                if (name.matches() && names.test(name.group(1))) {
                    Files.delete(file);
                }
            }
        }
    }

    private static boolean isWrittenInPlace(Path file) {
        return file.equals(STANDARD_OUTPUT)
                || (Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file));
    }

    /** Standard output is the process's own stream: opened a second time, a file behind it would be overwritten. */
    private static void writeInPlace(Path file, Content content) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        content.writeTo(whole);
        if (file.equals(STANDARD_OUTPUT)) {
            whole.writeTo(System.out);
            System.out.flush();
        } else {
            Files.write(file, whole.toByteArray(), StandardOpenOption.WRITE);
        }
    }

    /** Where symbolic links lead to, which need not exist. */
    private static Path target(Path file) throws IOException {
        Path target = file.toAbsolutePath();
        for (int links = 0; Files.isSymbolicLink(target); links++) {
            if (links == MAX_LINKS) {
                throw new FileSystemException(file.toString(), null, "its symbolic links lead in a circle");
            }
            target = target.resolveSibling(Files.readSymbolicLink(target));
        }
        return target;
    }

    private static Path folder(Path file) {
        return Objects.requireNonNull(file.getParent(), "the root folder is no file");
    }

    private static Path temporary(Path folder, Path file, String unique) {
        return folder.resolve("." + file.getFileName() + "." + unique + ".tmp");
    }

    /** Returns a part of a name that no other call has. */
    private static String unique() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }

    /** Makes sure that what was written is on the disk. */
    private static void sync(Path path, OpenOption option) throws IOException {
        try (FileChannel channel = FileChannel.open(path, option)) {
            channel.force(true);
        }
    }
}
