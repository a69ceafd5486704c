package org.dl4jsuite.scratch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MatrixTest {
    private final Matrix a = Matrix.of(new double[][] {{1, 2, 3}, {4, 5, 6}});
    private final Matrix b = Matrix.of(new double[][] {{1, 0}, {2, 1}, {0, 3}});

    @Test
    void products() {
        assertThat(a.times(b).toRows()).isDeepEqualTo(new double[][] {{5, 11}, {14, 23}});
        assertThat(a.timesTransposed(a).toRows()).isDeepEqualTo(new double[][] {{14, 32}, {32, 77}});
        assertThat(a.transposedTimes(a).toRows())
                .isDeepEqualTo(new double[][] {{17, 22, 27}, {22, 29, 36}, {27, 36, 45}});
        assertThat(a.timesElements(a).toRows()).isDeepEqualTo(new double[][] {{1, 4, 9}, {16, 25, 36}});
    }

    /** Of every shape up to 7 x 7; the terms are whole numbers, so that every order of addition is exact. */
    @Test
    void productsOfEveryShapeAreTheSumsOfTheirDefinition() {
        Random random = new Random(1);
        for (int shape = 0; shape < 7 * 7 * 7; shape++) {
            Matrix left = random(1 + shape % 7, 1 + shape / 7 % 7, random);
            Matrix right = random(1 + shape / 7 % 7, 1 + shape / 49, random);
            double[][] expected = new double[left.rows()][right.columns()];
            for (int i = 0; i < left.rows(); i++) {
                for (int j = 0; j < right.columns(); j++) {
                    for (int k = 0; k < left.columns(); k++) {
                        expected[i][j] += left.get(i, k) * right.get(k, j);
                    }
                }
            }
            assertThat(left.times(right).toRows()).isDeepEqualTo(expected);
            assertThat(left.timesTransposed(transposed(right)).toRows()).isDeepEqualTo(expected);
            assertThat(transposed(left).transposedTimes(right).toRows()).isDeepEqualTo(expected);
        }
    }

    private static Matrix random(int rows, int columns, Random random) {
        return new Matrix(rows, columns).map(zero -> random.nextInt(201) - 100);
    }

    private static Matrix transposed(Matrix matrix) {
        Matrix transposed = new Matrix(matrix.columns(), matrix.rows());
        for (int i = 0; i < matrix.rows(); i++) {
            for (int j = 0; j < matrix.columns(); j++) {
                transposed.set(j, i, matrix.get(i, j));
            }
        }
        return transposed;
    }

    @Test
    void sumsAndSteps() {
        assertThat(a.sumOfRows()).containsExactly(5, 7, 9);
        Matrix c = a.map(value -> 2 * value);
        c.subtractScaled(0.5, a);
        assertThat(c.toRows()).isDeepEqualTo(new double[][] {{1.5, 3, 4.5}, {6, 7.5, 9}});
        Matrix d = Matrix.of(new double[][] {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}});
        d.subtractScaledProduct(0.5, a, Matrix.of(new double[][] {{2, 0, 4}, {0, 2, 0}}));
        assertThat(d.toRows()).isDeepEqualTo(new double[][] {{0, -2, 1}, {2, 0, 2}, {4, 2, 3}});
        assertThat(a.get(1, 2)).isEqualTo(6);
        Matrix row = a.row(1);
        row.set(0, 0, 9); // of a copy
        assertThat(row.toRows()).isDeepEqualTo(new double[][] {{9, 5, 6}});
        assertThat(a.get(1, 0)).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 7, 8, 9, 31})
    void dotProductsOfEveryLengthAddUpEveryTerm(int length) {
        Matrix row = new Matrix(1, length);
        double sumOfSquares = 0;
        for (int i = 0; i < length; i++) {
            row.set(0, i, i + 1);
            sumOfSquares += (i + 1) * (i + 1);
        }
        assertThat(row.timesTransposed(row).get(0, 0)).isEqualTo(sumOfSquares);
    }

    @Test
    void shapesThatDoNotFitAreRefusedWithBothShapes() {
        assertThatIllegalArgumentException().isThrownBy(() -> a.times(a)).withMessageContaining("2x3 and 2x3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> a.timesTransposed(b))
                .withMessageContaining("2x3 and 3x2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> a.transposedTimes(b))
                .withMessageContaining("2x3 and 3x2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> a.timesElements(b))
                .withMessageContaining("2x3 and 3x2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> a.subtractScaled(1, b))
                .withMessageContaining("2x3 and 3x2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> a.subtractScaledProduct(1, a, b))
                .withMessageContaining("cannot subtract from 2x3 the transposed product of 2x3 and 3x2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Matrix.of(new double[] {1, 2}, new double[] {3}))
                .withMessageContaining("row 1 has 1");
    }
}
