package org.dl4jsuite.data.handwriting;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Digits drawn for this suite, in the jar: ten pictures of 28 x 28 pixels, clean, chopped, chalky, wobbly and noisy, and six
 * larger ones. A file's name begins with the digit that it shows; {@code data/README.md} says how they were made.
 */
public final class SampleDigits {
    private static final List<String> NAMES = List.of(
            "0-clean.png",
            "1-wobbly.png",
            "2-clean.png",
            "3-chopped.png",
            "4-wobbly.png",
            "5-chalky.png",
            "6-noisy.png",
            "7-chopped.png",
            "8-noisy.png",
            "9-chalky.png",
            "2-photograph.png",
            "3-wobbly-large.png",
            "4-pencil-ruled.png",
            "5-transparent.png",
            "6-blackboard.png",
            "8-colours.png");

    /** To prepare them all takes a second or two, and a report shows them more than once. */
    private static final Map<String, Handwriting> PREPARED = new ConcurrentHashMap<>();

    private SampleDigits() {}

    /** The file names, the small pictures first. */
    public static List<String> names() {
        return NAMES;
    }

    /** Returns the digit that a sample shows. */
    public static int label(String name) {
        return Character.digit(name.charAt(0), 10);
    }

    /** Reads one of {@link #names()}, or returns what was read before; its arrays are shared, and not to be changed. */
    public static Handwriting read(String name) {
        return PREPARED.computeIfAbsent(name, SampleDigits::prepare);
    }

    private static Handwriting prepare(String name) {
        try (InputStream stream = SampleDigits.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new FileNotFoundException(name + " is not on the class path.");
            }
            return Handwriting.read(name, stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
