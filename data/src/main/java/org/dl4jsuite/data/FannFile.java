package org.dl4jsuite.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Scanner;

/**
 * Examples in the training-file format of the Fast Artificial Neural Network library: three counts (examples, inputs,
 * outputs), then for each example its inputs and its outputs, all apart by white space, customarily a line each.
 *
 * @param inputs (examples, in)
 * @param targets (examples, out)
 */
public record FannFile(double[][] inputs, double[][] targets) {
    /** More examples or values than the header of a teaching text's file can honestly claim. */
    private static final int MAX_COUNT = 1_000_000;

    /** The four examples of the logical and, -1 for false and 1 for true. */
    public static FannFile and() {
        try (InputStream stream = FannFile.class.getResourceAsStream("lessons/and.data")) {
            return parse("and.data", new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a file's text.
     *
     * @param name for messages
     * @throws DataException if a count or value is missing, no number, or too many
     */
    public static FannFile parse(String name, String text) {
        Scanner scanner = new Scanner(text);
        int examples = count(name, "examples", scanner);
        int in = count(name, "inputs", scanner);
        int out = count(name, "outputs", scanner);
        long values = (long) examples * (in + out);
        if (values > text.length()) { // each takes a character at least, so the text bounds the memory
            throw new DataException(name + ": the header claims " + values + " values, more than the file can hold.");
        }
        double[][] inputs = new double[examples][in];
        double[][] targets = new double[examples][out];
        for (int i = 0; i < examples; i++) {
            fill(name, i, inputs[i], scanner);
            fill(name, i, targets[i], scanner);
        }
        if (scanner.hasNext()) {
            throw new DataException(name + ": \"" + scanner.next() + "\" follows the last of " + examples
                    + " examples; correct the count in the header.");
        }
        return new FannFile(inputs, targets);
    }

    private static int count(String name, String what, Scanner scanner) {
        String word = scanner.hasNext() ? scanner.next() : "";
        if (!word.matches("[0-9]{1,7}") || Integer.parseInt(word) < 1 || Integer.parseInt(word) > MAX_COUNT) {
            throw new DataException(name + ": the header's number of " + what + " is \"" + word
                    + "\"; it must be from 1 to " + MAX_COUNT + ".");
        }
        return Integer.parseInt(word);
    }

    private static void fill(String name, int example, double[] values, Scanner scanner) {
        for (int k = 0; k < values.length; k++) {
            String word = scanner.hasNext() ? scanner.next() : "";
            try {
                values[k] = Double.parseDouble(word);
                if (!Double.isFinite(values[k])) {
                    throw new NumberFormatException();
                }
            } catch (NumberFormatException e) {
                throw new DataException(
                        name + ": a value of example " + (example + 1) + " is \"" + word + "\", not a finite number.");
            }
        }
    }
}
