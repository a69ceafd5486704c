package org.dl4jsuite.compare.interchange;

import java.util.List;

/**
 * An array of a {@code .npz} file: of numbers or of texts.
 *
 * @param dtype as NumPy writes it, for example {@code <f8} or {@code <U4}
 * @param shape the length of each dimension; empty for a 0-d array
 * @param values the numbers in C order, the last index fastest; empty if these are texts
 * @param texts the texts in C order; empty if these are numbers
 */
public record NpyArray(String dtype, List<Integer> shape, double[] values, List<String> texts) {
    static final String FLOAT64 = "<f8";
    static final String FLOAT32 = "<f4";

    /** Returns an array of float64; its shape must have as many elements as there are values. */
    public static NpyArray of(double[] values, List<Integer> shape) {
        return new NpyArray(FLOAT64, shape, values, List.of());
    }

    /** Returns an array of float32, to which the values are rounded when they are written. */
    public static NpyArray ofFloats(double[] values, List<Integer> shape) {
        return new NpyArray(FLOAT32, shape, values, List.of());
    }

    /** Returns a 0-d array of float64. */
    public static NpyArray number(double value) {
        return of(new double[] {value}, List.of());
    }

    /** Returns a 0-d array of a text, as NumPy makes it of a string. */
    public static NpyArray text(String text) {
        int length = Math.max(1, text.codePointCount(0, text.length()));
        return new NpyArray("<U" + length, List.of(), new double[0], List.of(text));
    }

    public boolean isText() {
        return dtype.contains("U");
    }

    /** Returns the texts joined by commas: of a 0-d array the text itself. */
    public String text() {
        return String.join(",", texts);
    }
}
