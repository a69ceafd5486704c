package org.dl4jsuite.compare.inside;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import org.dl4jsuite.data.LabelledImages;
import org.dl4jsuite.data.handwriting.Preparation;
import org.dl4jsuite.data.handwriting.SampleDigits;
import org.dl4jsuite.data.handwriting.Step;
import org.junit.jupiter.api.Test;

/** Causes, with networks of one thought each. */
class MisreadingTest {
    private static final int LABEL = 7;
    private static final Set<Step> NONE = EnumSet.noneOf(Step.class);

    /** Says 7 if most of the picture is dark, otherwise 1. */
    private static double[] likesPaper(byte[] pixels) {
        return says(ink(pixels) < 0.5);
    }

    /** Says 7 if the middle of the ink lies in the middle, otherwise 1. */
    private static double[] likesTheMiddle(byte[] pixels) {
        double column = 0;
        double sum = 0;
        for (int k = 0; k < pixels.length; k++) {
            column += (k % LabelledImages.WIDTH) * (double) (pixels[k] & 0xff);
            sum += pixels[k] & 0xff;
        }
        return says(Math.abs(column / sum - 14) < 1);
    }

    @Test
    void anInversionIsNamed() {
        byte[] digit = SampleDigits.read("0-clean.png").centred();
        byte[] inverted = new byte[digit.length];
        for (int k = 0; k < digit.length; k++) {
            inverted[k] = (byte) (255 - (digit[k] & 0xff));
        }
        Misreading misreading = explained(inverted, MisreadingTest::likesPaper);
        assertThat(misreading.read().answer()).isEqualTo(1);
        assertThat(misreading.cause()).hasValue(Step.POLARITY);
        assertThat(misreading.prepared().isRight()).isTrue();
    }

    @Test
    void aShiftIsNamed() {
        Misreading misreading = explained(shifted(), MisreadingTest::likesTheMiddle);
        assertThat(misreading.read().isRight()).isFalse();
        assertThat(misreading.cause()).hasValue(Step.CENTRING);
        assertThat(misreading.effects()).hasSize(Step.values().length);
        for (Misreading.Effect effect : misreading.effects()) {
            boolean centring = effect.step() == Step.CENTRING;
            assertThat(effect.alone().isRight()).as("%s alone", effect.step()).isEqualTo(centring);
            assertThat(effect.without().isRight())
                    .as("without %s", effect.step())
                    .isEqualTo(!centring);
        }
    }

    @Test
    void whatIsReadRightHasNoCause() {
        Misreading misreading = explained(SampleDigits.read("0-clean.png").centred(), MisreadingTest::likesTheMiddle);
        assertThat(misreading.read().isRight()).isTrue();
        assertThat(misreading.cause()).isEmpty();
    }

    @Test
    void whatNoStepRestoresHasNoCause() {
        assertThat(explained(shifted(), pixels -> says(false)).cause()).isEmpty();
    }

    /** A network that learned digits out of the middle: centring spoils what it reads. */
    @Test
    void aStepThatSpoilsAPreparedPictureIsNamed() {
        Function<byte[], double[]> likesTheEdge = pixels -> says(likesTheMiddle(pixels)[LABEL] < 0.5);
        Misreading misreading = Misreading.of(Preparation.of(shifted()), NONE, false, LABEL, likesTheEdge);
        assertThat(misreading.cause()).hasValue(Step.CENTRING);
    }

    @Test
    void blankPaperIsNoReading() {
        Misreading misreading = explained(new byte[LabelledImages.PIXELS], MisreadingTest::likesPaper);
        assertThat(misreading.read().answer()).isNull();
        assertThat(misreading.read().pixels()).isNull();
        assertThat(misreading.prepared().answer()).isNull();
    }

    private static Misreading explained(byte[] pixels, Function<byte[], double[]> network) {
        return Misreading.of(Preparation.of(pixels), NONE, true, LABEL, network);
    }

    private static byte[] shifted() {
        byte[] digit = SampleDigits.read("0-clean.png").centred();
        byte[] shifted = new byte[digit.length];
        for (int k = 0; k < digit.length; k++) {
            if (k % LabelledImages.WIDTH >= 4) {
                shifted[k - 4] = digit[k];
            }
        }
        return shifted;
    }

    private static double ink(byte[] pixels) {
        double sum = 0;
        for (byte pixel : pixels) {
            sum += (pixel & 0xff) / 255.0;
        }
        return sum / pixels.length;
    }

    private static double[] says(boolean right) {
        double[] outputs = new double[LabelledImages.CLASSES];
        outputs[LABEL] = right ? 0.9 : 0.1;
        outputs[1] = right ? 0.1 : 0.9;
        return outputs;
    }
}
