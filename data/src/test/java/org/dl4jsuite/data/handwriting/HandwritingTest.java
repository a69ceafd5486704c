package org.dl4jsuite.data.handwriting;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import javax.imageio.ImageIO;
import org.dl4jsuite.data.LabelledImages;
import org.dl4jsuite.data.Mnist;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Test images of MNIST made into pictures of all kinds must come back almost as they were. A pixel's grey is the measure, of
 * 255: a digit that lies beside its place by one pixel differs by 17 in the mean of the images used here.
 */
class HandwritingTest {
    private static final int ENLARGED = 10;
    private static final int IMAGES = 12;
    private static LabelledImages mnist;

    @BeforeAll
    static void load() {
        mnist = Mnist.load().test().first(IMAGES);
    }

    @Test
    void enlargedInvertedAndOffCentreComesBack() throws IOException {
        double sum = 0;
        for (int i = 0; i < IMAGES; i++) {
            sum += difference(read(enlarged(i, 37, 61, pixel -> 255 - pixel)).centred(), i);
        }
        assertThat(sum / IMAGES).isLessThan(5);
    }

    @Test
    void lightOnDarkComesBackTheSame() throws IOException {
        Handwriting inverted = read(enlarged(3, 0, 20, pixel -> 255 - pixel));
        Handwriting straight = read(enlarged(3, 0, 20, pixel -> pixel));
        assertThat(inverted.lightOnDark()).isFalse();
        assertThat(straight.lightOnDark()).isTrue();
        assertThat(difference(straight.centred(), 3)).isLessThan(5);
    }

    @Test
    void shadingNoiseAndDirtAreTakenAway() throws IOException {
        Random random = new Random(1);
        double sum = 0;
        for (int i = 0; i < IMAGES; i++) {
            BufferedImage picture = enlarged(i, 30, 40, pixel -> 235 - pixel * 4 / 5);
            for (int y = 0; y < picture.getHeight(); y++) {
                for (int x = 0; x < picture.getWidth(); x++) {
                    double light = 1 - 0.4 * x / picture.getWidth() - 0.2 * y / picture.getHeight();
                    boolean dirt = x > 8 && x < 13 && y % 97 > 91;
                    double value = dirt ? 60 : light * grey(picture, x, y) + 5 * random.nextGaussian();
                    set(picture, x, y, (int) Math.min(255, Math.max(0, value)));
                }
            }
            sum += difference(read(picture).centred(), i);
        }
        assertThat(sum / IMAGES).isLessThan(9);
    }

    @Test
    void transparentPaperIsPaperForDarkAndForLightInk() throws IOException {
        for (int ink : new int[] {0x203060, 0xfff0c0}) {
            BufferedImage picture = new BufferedImage(280, 280, BufferedImage.TYPE_INT_ARGB);
            for (int k = 0; k < 280 * 280; k++) {
                picture.setRGB(k % 280, k / 280, pixel(2, k % 280, k / 280) << 24 | ink);
            }
            assertThat(difference(read(picture).centred(), 2)).isLessThan(6);
        }
    }

    /** Both have the luminance 110. */
    @Test
    void inkOfThePapersBrightnessIsSeenByItsColour() throws IOException {
        BufferedImage picture = new BufferedImage(280, 280, BufferedImage.TYPE_INT_RGB);
        for (int k = 0; k < 280 * 280; k++) {
            picture.setRGB(k % 280, k / 280, pixel(2, k % 280, k / 280) > 127 ? 0xdd4400 : 0x009999);
        }
        assertThat(difference(read(picture).centred(), 2)).isLessThan(20);
    }

    @Test
    void thinStrokesAreThickenedToMnistsWidth() throws IOException {
        BufferedImage picture = new BufferedImage(400, 400, BufferedImage.TYPE_BYTE_GRAY);
        for (int k = 0; k < 400 * 400; k++) {
            set(
                    picture,
                    k % 400,
                    k / 400,
                    k % 400 >= 199 && k % 400 <= 200 && k / 400 > 60 && k / 400 < 340 ? 90 : 240);
        }
        byte[] centred = read(picture).centred();
        int ink = 0;
        for (int x = 0; x < LabelledImages.WIDTH; x++) {
            ink += centred[14 * LabelledImages.WIDTH + x] & 0xff;
        }
        assertThat(ink / 255.0).isBetween(1.7, 2.7);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPictureOf28PixelsIsUsedAsItIs(boolean darkOnLight) throws IOException {
        BufferedImage picture = new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY);
        for (int k = 0; k < LabelledImages.PIXELS; k++) {
            set(picture, k % 28, k / 28, darkOnLight ? 255 - mnist.pixel(5, k) : mnist.pixel(5, k));
        }
        Handwriting digit = read(picture);
        assertThat(digit.asItIs()).hasValue(mnist.image(5));
        assertThat(difference(digit.centred(), 5)).isLessThan(6);
    }

    @Test
    void everySampleIsReadAndTheSmallOnesAreUsedAsTheyAre() {
        for (String name : SampleDigits.names()) {
            Handwriting digit = SampleDigits.read(name);
            assertThat(digit.asItIs().isPresent()).as(name).isEqualTo(digit.width() == 28);
            assertThat(digit.lightOnDark()).as(name).isEqualTo(name.contains("blackboard"));
            assertThat(digit.stages())
                    .as(name)
                    .extracting(Stage::title)
                    .startsWith("picture", "grey")
                    .endsWith("20 × 20", "centred");
        }
    }

    /** The image ten times as large, in a picture with margins; {@code shade} makes a pixel of ink a grey value. */
    private static BufferedImage enlarged(int image, int left, int top, IntUnaryOperator shade) {
        BufferedImage picture = new BufferedImage(280 + left + 90, 280 + top, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                set(picture, x, y, shade.applyAsInt(pixel(image, x - left, y - top)));
            }
        }
        return picture;
    }

    private static int pixel(int image, int x, int y) {
        int column = Math.floorDiv(x, ENLARGED);
        int row = Math.floorDiv(y, ENLARGED);
        boolean inside = column >= 0 && column < LabelledImages.WIDTH && row >= 0 && row < LabelledImages.HEIGHT;
        return inside ? mnist.pixel(image, row * LabelledImages.WIDTH + column) : 0;
    }

    private static void set(BufferedImage picture, int x, int y, int grey) {
        picture.getRaster().setSample(x, y, 0, grey);
    }

    private static int grey(BufferedImage picture, int x, int y) {
        return picture.getRaster().getSample(x, y, 0);
    }

    private static Handwriting read(BufferedImage picture) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        return Handwriting.read("test", new ByteArrayInputStream(bytes.toByteArray()));
    }

    /** The mean difference of a pixel, of 255. */
    private static double difference(byte[] pixels, int image) {
        double sum = 0;
        for (int k = 0; k < LabelledImages.PIXELS; k++) {
            sum += Math.abs((pixels[k] & 0xff) - mnist.pixel(image, k));
        }
        return sum / LabelledImages.PIXELS;
    }
}
