package org.dl4jsuite.data.handwriting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.Objects;
import org.dl4jsuite.data.LabelledImages;
import org.junit.jupiter.api.Test;

/** The same way as Handwriting's, with steps left out. */
class PreparationTest {
    private static final EnumSet<Step> NONE = EnumSet.noneOf(Step.class);
    private static final EnumSet<Step> ALL = EnumSet.allOf(Step.class);

    @Test
    void allStepsGiveHandwritingsForm() throws IOException {
        for (String name : SampleDigits.names()) {
            assertThat(sample(name).pixels(ALL))
                    .as(name)
                    .hasValue(SampleDigits.read(name).centred());
        }
    }

    @Test
    void withoutAnyStepAnImageComesBackAsItIs() {
        byte[] digit = digit();
        assertThat(Preparation.of(digit).pixels(NONE)).hasValue(digit);
    }

    @Test
    void blankPaperHasNothingToShow() {
        Preparation blank = Preparation.of(new byte[LabelledImages.PIXELS]);
        assertThat(blank.pixels(NONE)).isEmpty();
        assertThat(blank.pixels(ALL)).isEmpty();
    }

    @Test
    void polarityAloneUndoesAnInversion() {
        byte[] digit = digit();
        byte[] inverted = digit.clone();
        for (int k = 0; k < inverted.length; k++) {
            inverted[k] = (byte) (255 - (digit[k] & 0xff));
        }
        assertThat(Preparation.of(inverted).pixels(NONE)).hasValue(inverted);
        assertThat(Preparation.of(inverted).pixels(EnumSet.of(Step.POLARITY))).hasValue(digit);
        assertThat(Preparation.of(digit).pixels(EnumSet.of(Step.POLARITY))).hasValue(digit);
    }

    @Test
    void centringAloneUndoesAShift() {
        byte[] digit = digit();
        byte[] shifted = moved(digit, 3, -2);
        assertThat(Preparation.of(shifted).pixels(EnumSet.of(Step.SCALING))).isNotEqualTo(digit);
        assertThat(Preparation.of(shifted).pixels(EnumSet.of(Step.CENTRING))).hasValue(digit);
    }

    /** A small digit grows to 20 pixels; its centre of mass stays where it is, to half a pixel. */
    @Test
    void scalingAloneKeepsThePlace() {
        byte[] small = moved(bar(10), -4, 3);
        byte[] scaled = Preparation.of(small).pixels(EnumSet.of(Step.SCALING)).orElseThrow();
        assertThat(rows(scaled)).isEqualTo(20);
        assertThat(centreRow(scaled)).isCloseTo(centreRow(small), within(0.5));
    }

    /** A line of one pixel becomes one of two to three; one of four stays as it is. */
    @Test
    void thickeningAloneWidensAThinLine() {
        byte[] thin = column(1);
        byte[] thick = Preparation.of(thin).pixels(EnumSet.of(Step.THICKENING)).orElseThrow();
        assertThat(ink(thick) / ink(thin)).isBetween(1.8, 3.0);
        byte[] wide = column(4);
        assertThat(Preparation.of(wide).pixels(EnumSet.of(Step.THICKENING))).hasValue(wide);
    }

    @Test
    void cleaningAloneTakesASpeckAway() {
        byte[] digit = column(4);
        byte[] dirty = digit.clone();
        dirty[3 * LabelledImages.WIDTH + 3] = (byte) 255;
        assertThat(Preparation.of(dirty).pixels(EnumSet.of(Step.CENTRING))).isNotEqualTo(digit);
        assertThat(Preparation.of(dirty).pixels(EnumSet.of(Step.CLEANING))).hasValue(digit);
    }

    /** A sample in MNIST's form; what its own centring would change is done already. */
    private static byte[] digit() {
        byte[] centred = SampleDigits.read("0-clean.png").centred();
        return Preparation.of(centred).pixels(EnumSet.of(Step.CENTRING)).orElseThrow();
    }

    /** A vertical line down the middle, 20 pixels high. */
    private static byte[] column(int width) {
        byte[] pixels = new byte[LabelledImages.PIXELS];
        for (int y = 4; y < 24; y++) {
            for (int x = 14 - width / 2; x < 14 - width / 2 + width; x++) {
                pixels[y * LabelledImages.WIDTH + x] = (byte) 255;
            }
        }
        return pixels;
    }

    /** A vertical line of 3 pixels' width. */
    private static byte[] bar(int height) {
        byte[] pixels = new byte[LabelledImages.PIXELS];
        for (int y = 14 - height / 2; y < 14 - height / 2 + height; y++) {
            for (int x = 13; x < 16; x++) {
                pixels[y * LabelledImages.WIDTH + x] = (byte) 255;
            }
        }
        return pixels;
    }

    private static byte[] moved(byte[] pixels, int right, int down) {
        byte[] moved = new byte[pixels.length];
        for (int k = 0; k < pixels.length; k++) {
            int x = k % LabelledImages.WIDTH + right;
            int y = k / LabelledImages.WIDTH + down;
            if (pixels[k] != 0) {
                moved[y * LabelledImages.WIDTH + x] = pixels[k];
            }
        }
        return moved;
    }

    private static double ink(byte[] pixels) {
        double sum = 0;
        for (byte pixel : pixels) {
            sum += pixel & 0xff;
        }
        return sum;
    }

    private static double centreRow(byte[] pixels) {
        double sum = 0;
        for (int k = 0; k < pixels.length; k++) {
            int row = k / LabelledImages.WIDTH;
            sum += row * (pixels[k] & 0xff);
        }
        return sum / ink(pixels);
    }

    private static int rows(byte[] pixels) {
        int rows = 0;
        for (int y = 0; y < LabelledImages.HEIGHT; y++) {
            boolean inked = false;
            for (int x = 0; x < LabelledImages.WIDTH; x++) {
                inked |= (pixels[y * LabelledImages.WIDTH + x] & 0xff) > 127;
            }
            rows += inked ? 1 : 0;
        }
        return rows;
    }

    private static Preparation sample(String name) throws IOException {
        try (InputStream stream = SampleDigits.class.getResourceAsStream(name)) {
            byte[] bytes = Objects.requireNonNull(stream).readAllBytes();
            return Preparation.read(name, new ByteArrayInputStream(bytes));
        }
    }
}
