package org.dl4jsuite.compare.diagnose;

import java.util.function.DoubleUnaryOperator;

/** A matrix put in place of another: rearranged, or scaled. Two of them are equal only if they are the same object. */
interface Rewrite {
    /** Leaves a matrix as it is. */
    Rewrite NONE = (values, rounding) -> values;

    Values apply(Values values, Rounding rounding);

    /** This one, then another. */
    default Rewrite then(Rewrite next) {
        if (this == NONE) {
            return next;
        }
        return (values, rounding) -> next.apply(apply(values, rounding), rounding);
    }

    /** The transpose in place of a square matrix. */
    static Rewrite transpose() {
        return (values, rounding) -> values.transposed();
    }

    /** A matrix written column by column and read row by row. */
    static Rewrite columnMajor() {
        return (values, rounding) ->
                values.rearranged(values.rows(), values.columns(), transposition(values.rows(), values.columns()));
    }

    /** A matrix written row by row and read column by column. */
    static Rewrite rowMajorReadByColumns() {
        return (values, rounding) ->
                values.rearranged(values.rows(), values.columns(), transposition(values.columns(), values.rows()));
    }

    /** Each row as a picture of so many lines, written column by column and read row by row. */
    static Rewrite columnMajorPictures(int lines, int width) {
        int[] ofOne = transposition(lines, width);
        return (values, rounding) -> {
            int[] source = new int[values.value().length];
            for (int i = 0; i < source.length; i++) {
                source[i] = i / ofOne.length * ofOne.length + ofOne[i % ofOne.length];
            }
            return values.rearranged(values.rows(), values.columns(), source);
        };
    }

    /** The rows in another order: row r is row {@code order[r]} of before. */
    static Rewrite rows(int[] order) {
        return (values, rounding) -> {
            int[] source = new int[values.value().length];
            for (int i = 0; i < source.length; i++) {
                source[i] = order[i / values.columns()] * values.columns() + i % values.columns();
            }
            return values.rearranged(values.rows(), values.columns(), source);
        };
    }

    /** The columns moved on by so many, the last ones to the front. */
    static Rewrite rolled(int by) {
        return (values, rounding) -> {
            int columns = values.columns();
            int[] source = new int[values.value().length];
            for (int i = 0; i < source.length; i++) {
                source[i] = i / columns * columns + Math.floorMod(i % columns - by, columns);
            }
            return values.rearranged(values.rows(), columns, source);
        };
    }

    /** A function of every number, with its slope. */
    static Rewrite map(DoubleUnaryOperator function, double slope) {
        return (values, rounding) -> {
            Values mapped = values.map(function, v -> slope, 3, rounding);
            for (int i = 0; i < mapped.error().length; i++) { // of the terms, which may cancel
                mapped.error()[i] += rounding.unit() * Math.abs(slope * values.value()[i]);
            }
            return mapped;
        };
    }

    /** Where the numbers of the (columns x rows) transpose of a (rows x columns) matrix come from. */
    static int[] transposition(int rows, int columns) {
        int[] source = new int[rows * columns];
        for (int i = 0; i < source.length; i++) {
            source[i] = i % rows * columns + i / rows;
        }
        return source;
    }
}
