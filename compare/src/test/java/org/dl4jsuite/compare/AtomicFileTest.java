package org.dl4jsuite.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameAFile() {
        file = folder.resolve("file");
    }

    @Test
    void whatWasThereSurvivesAFailure() throws IOException {
        write(file, "before");
        assertThatThrownBy(() -> AtomicFile.write(file, stream -> {
                    stream.write(1);
                    throw new IOException("no more");
                }))
                .isInstanceOf(FileSystemException.class)
                .hasMessage(file + ": no more");
        assertThat(file).hasContent("before");
        assertFolderHas(file);
    }

    @Test
    void foldersAreMade() throws IOException {
        Path deep = folder.resolve("a/b/file");
        AtomicFile.requireWritable(deep);
        assertFolderHas();
        write(deep, "text");
        assertThat(deep).hasContent("text");
    }

    @Test
    void twoWritesAtOnceDoNotMeet() throws IOException {
        AtomicFile.write(file, outer -> {
            outer.write('o');
            write(file, "inner");
        });
        assertThat(file).hasContent("o");
        assertFolderHas(file);
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aSymbolicLinkIsFollowed() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("elsewhere/target"));
        Path linkToLink = Files.createSymbolicLink(folder.resolve("again"), Path.of("link"));
        for (String text : new String[] {"new", "overwritten"}) { // the link dangles at first
            AtomicFile.requireWritable(linkToLink);
            write(linkToLink, text);
            assertThat(elsewhere.resolve("target")).hasContent(text).isRegularFile();
        }
        assertThat(link).isSymbolicLink();
        assertThat(linkToLink).isSymbolicLink();
        assertFolderHas(elsewhere, link, linkToLink);
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void linksInACircleAreRefused() throws IOException {
        Files.createSymbolicLink(file, file);
        assertThatThrownBy(() -> AtomicFile.requireWritable(file))
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining("in a circle");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aPipeIsWrittenInPlace() throws Exception {
        assertThat(new ProcessBuilder("mkfifo", file.toString()).start().waitFor())
                .isZero();
        CompletableFuture<String> read = CompletableFuture.supplyAsync(() -> {
            try {
                return Files.readString(file);
            } catch (IOException e) {
                return e.toString();
            }
        });
        AtomicFile.requireWritable(file);
        write(file, "through the pipe");
        assertThat(read.get(20, TimeUnit.SECONDS)).isEqualTo("through the pipe");
        assertThat(Files.isRegularFile(file)).isFalse();
        assertFolderHas(file);
    }

    /** Not at /dev/null itself: should this fail, the tests' own machine would lose it. */
    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aDeviceIsWrittenInPlace() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("null"), Path.of("/dev/null"));
        AtomicFile.requireWritable(link);
        write(link, "nobody reads this");
        assertThat(link).isSymbolicLink();
        assertThat(Files.isRegularFile(link)).isFalse();
    }

    @Test
    void standardOutputIsTheProcesssOwn() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream usual = System.out;
        System.setOut(new PrintStream(bytes, false, StandardCharsets.UTF_8));
        try {
            System.out.print("first, ");
            write(Path.of("/dev/stdout"), "then");
            System.out.print(", last");
            System.out.flush();
        } finally {
            System.setOut(usual);
        }
        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("first, then, last");
    }

    @Test
    void aPlaceThatCannotBeWrittenToIsRefused() throws IOException {
        write(file, "no folder");
        assertThatThrownBy(() -> AtomicFile.requireWritable(file.resolve("below")))
                .isInstanceOf(FileSystemException.class);
        assertThatThrownBy(() -> AtomicFile.requireWritable(folder.resolve("long".repeat(100))))
                .isInstanceOf(FileSystemException.class);
        assertFolderHas(file);
    }

    private static void write(Path file, String text) throws IOException {
        AtomicFile.write(file, stream -> stream.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    private void assertFolderHas(Path... expected) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(expected);
        }
    }
}
