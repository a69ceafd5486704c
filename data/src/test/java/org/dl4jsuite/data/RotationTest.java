package org.dl4jsuite.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RotationTest {
    private static final int SIDE = LabelledImages.WIDTH;

    /** Noise with a border of background, as MNIST's digits have. */
    private static byte[] noise() {
        Random random = new Random(1);
        byte[] image = new byte[LabelledImages.PIXELS];
        for (int row = 4; row < 24; row++) {
            for (int column = 4; column < 24; column++) {
                image[row * SIDE + column] = (byte) random.nextInt(256);
            }
        }
        return image;
    }

    @ParameterizedTest
    @ValueSource(doubles = {10, -10, 25, 37.5, -123})
    void isTheBilinearInterpolationOfScipy(double degrees) {
        byte[] image = noise();
        byte[] rotated = Rotation.rotated(image, degrees);
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                assertThat((double) (rotated[row * SIDE + column] & 0xff))
                        .as("row %d, column %d", row, column)
                        .isEqualTo(interpolated(image, degrees, row, column), within(0.6));
            }
        }
    }

    /** scipy.ndimage.rotate(image, degrees, order=1, reshape=False), pixel by pixel, from its definition. */
    private static double interpolated(byte[] image, double degrees, int row, int column) {
        double cos = Math.cos(Math.toRadians(degrees));
        double sin = Math.sin(Math.toRadians(degrees));
        double centre = (SIDE - 1) / 2.0;
        double y = cos * (row - centre) + sin * (column - centre) + centre;
        double x = -sin * (row - centre) + cos * (column - centre) + centre;
        int above = (int) Math.floor(y);
        int left = (int) Math.floor(x);
        double down = y - above;
        double right = x - left;
        return (1 - down) * ((1 - right) * pixel(image, above, left) + right * pixel(image, above, left + 1))
                + down * ((1 - right) * pixel(image, above + 1, left) + right * pixel(image, above + 1, left + 1));
    }

    private static int pixel(byte[] image, int row, int column) {
        boolean inside = row >= 0 && row < SIDE && column >= 0 && column < SIDE;
        return inside ? image[row * SIDE + column] & 0xff : 0;
    }

    /** What scipy 1.17.1 gives for one pixel of ink: 2.87, 181.14, 58.76 and 11.01, and 0 elsewhere. */
    @Test
    void positiveDegreesTurnCounterClockwiseAsScipys() {
        byte[] image = new byte[LabelledImages.PIXELS];
        image[4 * SIDE + 20] = (byte) 255;
        byte[] expected = new byte[LabelledImages.PIXELS];
        expected[2 * SIDE + 19] = 3;
        expected[3 * SIDE + 18] = (byte) 181;
        expected[3 * SIDE + 19] = 59;
        expected[4 * SIDE + 18] = 11;
        assertThat(Rotation.rotated(image, 10)).isEqualTo(expected);
    }

    @Test
    void aQuarterTurnOnlyMovesPixels() {
        byte[] image = new byte[LabelledImages.PIXELS];
        new Random(2).nextBytes(image);
        assertThat(Rotation.rotated(image, 0)).isEqualTo(image);
        byte[] quarter = Rotation.rotated(image, 90);
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                assertThat(quarter[(SIDE - 1 - column) * SIDE + row]).isEqualTo(image[row * SIDE + column]);
            }
        }
        assertThat(Rotation.rotated(quarter, -90)).isEqualTo(image);
    }

    @Test
    void aRotationByNothingAndByAWholeTurnChangesNothing() {
        Random random = new Random(1);
        byte[] image = new byte[LabelledImages.PIXELS];
        for (int round = 0; round < 50; round++) {
            random.nextBytes(image);
            for (double degrees : new double[] {0, -0.0, 360, -360, 720}) {
                assertThat(Rotation.rotated(image, degrees)).isEqualTo(image);
            }
        }
    }

    @Test
    void copiesFollowTheirOriginalInTheBooksOrder() {
        Split split = Mnist.load().first(5, 5);
        Split rotated = Rotation.withRotations(split, 10);
        LabelledImages train = rotated.train();
        assertThat(train.size()).isEqualTo(15);
        for (int i = 0; i < 5; i++) {
            byte[] image = split.train().image(i);
            assertThat(train.image(3 * i)).isEqualTo(image);
            assertThat(train.image(3 * i + 1)).isEqualTo(Rotation.rotated(image, 10));
            assertThat(train.image(3 * i + 2)).isEqualTo(Rotation.rotated(image, -10));
            for (int copy = 0; copy < 3; copy++) {
                assertThat(train.label(3 * i + copy)).isEqualTo(split.train().label(i));
            }
        }
        assertThat(train.pixel(1, 0)).isZero(); // the background, which becomes 0.01
        assertThat(rotated.test()).isSameAs(split.test());
        assertThat(rotated.checksums()).isEqualTo(split.checksums());
        assertThat(Rotation.withRotations(split, 0)).isSameAs(split);
    }
}
