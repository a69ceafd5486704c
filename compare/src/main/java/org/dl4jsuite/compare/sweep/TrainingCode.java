package org.dl4jsuite.compare.sweep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dl4jsuite.compare.Provenance;
import org.dl4jsuite.compare.Sha256;

/**
 * Names the code that trains by a digest of its sources, which the build copies beside the classes ({@code
 * compare/pom.xml} lists them).
 *
 * <p>The digest is of sources because every JDK's compiler writes other class files. Comments, white space, line ends,
 * package and import lines do not count, nor does a file's place; DL4J's version does.
 */
final class TrainingCode {
    private static final String FOLDER = "META-INF/training-code";
    private static final int DIGITS = 16;
    private static final Pattern PACKAGE_OR_IMPORT = Pattern.compile("(?m)^(?:package|import)\\s[^;]*;");
    /** A literal, which group 1 keeps, or a comment, or white space. */
    private static final Pattern LITERAL_OR_GAP = Pattern.compile(
            "(\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])*')|/\\*.*?\\*/|//[^\\n]*|\\s+", Pattern.DOTALL);

    private TrainingCode() {}

    /** Returns the digest of this build. */
    static String digest() {
        return digest(sources().values());
    }

    /** Returns the digest of sources in any order. */
    static String digest(Iterable<String> sources) {
        TreeMap<String, String> each = new TreeMap<>();
        for (String source : sources) {
            String code = PACKAGE_OR_IMPORT.matcher(source).replaceAll("");
            each.put(sha256(LITERAL_OR_GAP.matcher(code).replaceAll("$1")), "");
        }
        return sha256(each.keySet() + Provenance.builtVersions().get("deeplearning4j"))
                .substring(0, DIGITS);
    }

    /** Returns the SHA-256 of a text in hexadecimal digits. */
    static String sha256(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the sources of this build by their paths. */
    static Map<String, String> sources() {
        try {
            URI location = TrainingCode.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI();
            Path classes = Path.of(location);
            if (Files.isDirectory(classes)) {
                return read(classes.resolve(FOLDER));
            }
            try (FileSystem jar = FileSystems.newFileSystem(classes)) {
                return read(jar.getPath(FOLDER));
            }
        } catch (IOException | UncheckedIOException | URISyntaxException e) {
            throw new IllegalStateException("This build lacks the sources of the code that trains: build it anew.", e);
        }
    }

    private static Map<String, String> read(Path folder) throws IOException {
        Map<String, String> sources = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                sources.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return sources;
    }
}
