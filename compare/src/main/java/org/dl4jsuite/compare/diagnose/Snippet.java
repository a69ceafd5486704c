package org.dl4jsuite.compare.diagnose;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;

/** The lines that write a dump, for each of the libraries that people's networks are made with. */
public enum Snippet {
    NUMPY("numpy.py"),
    KERAS("keras.py"),
    PYTORCH("pytorch.py"),
    DL4J("dl4j.java"),
    JAVA("java.java");

    private final String resource;

    Snippet(String resource) {
        this.resource = resource;
    }

    /** In lower case, as an option's value. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the lines. */
    public String text() {
        try (InputStream stream = Snippet.class.getResourceAsStream("snippets/" + resource)) {
            return new String(Objects.requireNonNull(stream, resource).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
