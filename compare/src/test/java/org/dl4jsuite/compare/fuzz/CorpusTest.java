package org.dl4jsuite.compare.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each file of the corpus is accepted or refused as its folder says, within a second; docs/ROBUSTNESS.md tells more. */
class CorpusTest {
    private static final Duration LIMIT = Duration.ofSeconds(1);

    @ParameterizedTest
    @EnumSource(FuzzTarget.class)
    void isReadAsItsFolderSays(FuzzTarget target) throws Exception {
        List<Path> accepted = files(target, "accepted");
        assertThat(accepted.size() + files(target, "refused").size()).isPositive();
        for (Path file : accepted) {
            assertThat(accepts(target, file)).as("%s accepts %s", target, file).isTrue();
        }
        for (Path file : files(target, "refused")) {
            assertThat(accepts(target, file)).as("%s accepts %s", target, file).isFalse();
        }
    }

    private static boolean accepts(FuzzTarget target, Path file) throws Exception {
        byte[] input = Files.readAllBytes(file);
        long start = System.nanoTime();
        boolean accepted = target.accepts(input);
        Duration first = Duration.ofNanos(System.nanoTime() - start);
        if (first.compareTo(LIMIT) > 0) { // the JVM loads classes at the first time
            start = System.nanoTime();
            target.accepts(input);
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .as("%s", file)
                    .isLessThan(LIMIT);
        }
        return accepted;
    }

    private static List<Path> files(FuzzTarget target, String kind) throws IOException, URISyntaxException {
        URL folder = CorpusTest.class.getResource("/fuzz/" + target.label() + "/" + kind);
        if (folder == null) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
            return files.sorted().toList();
        }
    }
}
