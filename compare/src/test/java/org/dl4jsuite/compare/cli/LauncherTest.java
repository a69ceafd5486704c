package org.dl4jsuite.compare.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script {@code suite} in a project of empty files, with a Maven and a Java that only say what they are asked for. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    @TempDir
    private Path folder;

    private Path home;
    private Path arguments;

    @BeforeEach
    void project() throws IOException {
        home = Files.createDirectory(folder.resolve("a project")).toRealPath();
        arguments = home.resolve("compare/target/suite.args");
        script(home.resolve("suite"), Files.readString(Path.of("..", "suite")));
        script(
                folder.resolve("bin/mvn"),
                "#!/bin/sh\necho mvn \"$@\"\necho \"$PWD/compare/\" >compare/target/suite.args\n");
        script(folder.resolve("jdk/bin/java"), "#!/bin/sh\necho java \"$@\"\n");
        source("pom.xml");
        source(".mvn/maven.config");
        for (String module : List.of("scratch", "data", "dl4j", "compare")) {
            source(module + "/pom.xml");
            source(module + "/src/main/java/Some.java");
        }
    }

    @Test
    void buildsOnce() throws IOException, InterruptedException {
        assertThat(suite(home.resolve("suite"), 0)).anyMatch(line -> line.startsWith("mvn -q -B "));
        assertThat(suite(home.resolve("suite"), 0))
                .containsExactly("java @" + arguments + " org.dl4jsuite.compare.cli.Main lesson toes");
    }

    /** A Java that makes archives, as a real one does. */
    @Test
    void startsFromAnArchiveOfClassesThatIsMadeOnce() throws IOException, InterruptedException {
        script(folder.resolve("jdk/bin/java"), """
                #!/bin/sh
                for argument; do
                    case $argument in
                        -XX:DumpLoadedClassList=*) echo classes >"${argument#*=}"; exit ;;
                        -XX:SharedArchiveFile=*.*.jsa) echo archive >"${argument#*=}"; exit ;;
                    esac
                done
                echo java "$2"
                """);
        assertThat(suite(home.resolve("suite"), 0)).contains("Preparing faster starts ...");
        assertThat(suite(home.resolve("suite"), 0)) // the folder has a space in its name
                .singleElement()
                .asString()
                .matches("java -XX:SharedArchiveFile=" + Pattern.quote(home.toString())
                        + "/compare/target/classes-\\d+\\.jsa");
        try (Stream<Path> files = Files.list(arguments.getParent())) {
            assertThat(files.map(file -> file.getFileName().toString().replaceAll("\\d+", "N")))
                    .containsExactlyInAnyOrder("classes", "classes-N.jsa", "suite.args");
        }
    }

    @Test
    void isFoundThroughSymbolicLinks() throws IOException, InterruptedException {
        suite(home.resolve("suite"), 0);
        Path relative = Files.createSymbolicLink(home.resolve("second"), Path.of("suite"));
        Path first = Files.createSymbolicLink(folder.resolve("first"), relative);
        assertThat(suite(first, 0)).singleElement().asString().startsWith("java @" + arguments);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pom.xml",
                "data/pom.xml",
                ".mvn/maven.config",
                "scratch/src/main/java/Some.java",
                "compare/src/main/jte/new.jte"
            })
    void aNewerSourceIsBuilt(String source) throws IOException, InterruptedException {
        suite(home.resolve("suite"), 0);
        source(source);
        Files.setLastModifiedTime(
                home.resolve(source), FileTime.from(Instant.now().plusSeconds(60)));
        assertThat(suite(home.resolve("suite"), 0)).contains("Building the suite ...");
    }

    @Test
    void aMovedProjectIsBuilt() throws IOException, InterruptedException {
        suite(home.resolve("suite"), 0);
        Path moved = Files.move(home, folder.resolve("moved"));
        assertThat(suite(moved.resolve("suite"), 0)).contains("Building the suite ...");
    }

    @Test
    void aFailedBuildIsNoDisagreement() throws IOException, InterruptedException {
        script(folder.resolve("bin/mvn"), "#!/bin/sh\necho why\nexit 1\n");
        assertThat(suite(home.resolve("suite"), 70))
                .containsExactly("Building the suite ...", "why", "suite: the build failed; Maven says why above.");
    }

    @Test
    void whereNothingCanBeWrittenItSaysSo() throws IOException, InterruptedException {
        Files.createFile(home.resolve("scratch/target"));
        assertThat(suite(home.resolve("suite"), 70))
                .containsExactly("suite: must be built first, but " + home
                        + "/scratch/target cannot be written; build where you may write.");
    }

    private void source(String name) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
        Files.setLastModifiedTime(file, FileTime.from(LONG_AGO));
        Files.setLastModifiedTime(file.getParent(), FileTime.from(LONG_AGO));
    }

    private static void script(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    /** What the launcher prints, from another folder; it must end with the exit code. */
    private List<String> suite(Path launcher, int exitCode) throws IOException, InterruptedException {
        List<String> command = List.of(launcher.toString(), "lesson", "toes");
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
        builder.environment().merge("PATH", folder.resolve("bin").toString(), (path, bin) -> bin + ":" + path);
        Process process = builder.start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset())
                .lines()
                .toList();
        assertThat(process.waitFor()).as("%s", lines).isEqualTo(exitCode);
        return lines;
    }
}
