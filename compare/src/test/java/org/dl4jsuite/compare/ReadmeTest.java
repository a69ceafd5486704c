package org.dl4jsuite.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the README and the pages under docs show of the code is there. */
class ReadmeTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)[^)]*\\)");

    @Test
    void theFirstCodeBlockIsOfThePairAsItStands() throws IOException {
        String scratch = code("scratch/src/main/java/org/dl4jsuite/scratch/MnistNetwork.java");
        String dl4j = code("dl4j/src/main/java/org/dl4jsuite/dl4j/MnistNetwork.java");
        List<String> block = Files.readAllLines(ROOT.resolve("README.md")).stream()
                .dropWhile(line -> !line.startsWith("    "))
                .takeWhile(line -> line.startsWith("    "))
                .skip(1) // the heads
                .toList();
        assertThat(block).hasSizeGreaterThan(5);
        for (String line : block) {
            String[] sides = line.strip().split(" {3,}");
            assertThat(scratch).contains(without(sides[0]));
            if (sides.length > 1) {
                assertThat(dl4j).contains(without(sides[1]));
            }
        }
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        List<Path> pages;
        try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
            pages = Stream.concat(
                            docs.filter(page -> page.toString().endsWith(".md")),
                            Stream.of(ROOT.resolve("README.md"), ROOT.resolve("CONTRIBUTING.md")))
                    .toList();
        }
        assertThat(pages).hasSizeGreaterThan(5);
        for (Path page : pages) {
            Matcher link = LINK.matcher(Files.readString(page));
            while (link.find()) {
                assertThat(page.resolveSibling(link.group(1))).as("%s", page).exists();
            }
        }
    }

    private static String code(String file) throws IOException {
        return without(Files.readString(ROOT.resolve(file)));
    }

    /** The formatter breaks lines where it likes. */
    private static String without(String code) {
        return code.replaceAll("\\s", "");
    }
}
