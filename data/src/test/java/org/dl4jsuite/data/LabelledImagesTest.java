package org.dl4jsuite.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dl4jsuite.data.ImageAssertions.assertSame;

import java.util.List;
import org.datavec.api.records.reader.RecordReader;
import org.datavec.api.writable.NDArrayWritable;
import org.datavec.api.writable.Writable;
import org.junit.jupiter.api.Test;

class LabelledImagesTest {
    private final LabelledImages images = TestFiles.images(12, 1);

    @Test
    void aRecordReaderGivesEachImageWithItsLabelAndStartsAgain() {
        LabelledImages images = TestFiles.images(3, 1);
        RecordReader reader = images.recordReader();
        for (int epoch = 0; epoch < 2; epoch++) {
            for (int i = 0; i < images.size(); i++) {
                List<Writable> record = reader.next();
                assertThat(record.get(1).toInt()).isEqualTo(images.label(i));
                for (int k = 0; k < LabelledImages.PIXELS; k++) {
                    assertThat(((NDArrayWritable) record.get(0)).get().getInt(0, k))
                            .isEqualTo(images.pixel(i, k));
                }
            }
            assertThat(reader.hasNext()).isFalse();
            reader.reset();
        }
    }

    @Test
    void givesPixelsAsUnsignedBytes() {
        byte[] pixels = new byte[784];
        pixels[783] = (byte) 255;
        LabelledImages one = LabelledImages.of(new byte[] {7}, pixels);

        assertThat(one.size()).isEqualTo(1);
        assertThat(one.label(0)).isEqualTo(7);
        assertThat(one.pixel(0, 0)).isZero();
        assertThat(one.pixel(0, 783)).isEqualTo(255);
    }

    @Test
    void neverChanges() {
        byte[] labels = {3};
        byte[] pixels = new byte[784];
        LabelledImages one = LabelledImages.of(labels, pixels);
        labels[0] = 4;
        pixels[0] = 1;
        one.image(0)[1] = 1;

        assertThat(one.label(0)).isEqualTo(3);
        assertThat(one.image(0)).isEqualTo(new byte[784]);
    }

    @Test
    void scalesInputsAndTargets() {
        double[][] inputs = images.inputs(2, 5);
        double[][] targets = images.targets(2, 5);

        assertThat(inputs.length).isEqualTo(3);
        assertThat(targets.length).isEqualTo(3);
        for (int i = 0; i < 3; i++) {
            for (int k = 0; k < 784; k++) {
                assertThat(inputs[i][k]).isEqualTo(Scaling.input(images.pixel(2 + i, k)));
            }
            for (int c = 0; c < 10; c++) {
                assertThat(targets[i][c]).isEqualTo(c == images.label(2 + i) ? 0.99 : 0.01);
            }
        }
    }

    @Test
    void overwritesWhatAnArrayHeldBefore() {
        double[] target = new double[10];
        images.target(3, target);
        images.target(4, target);

        assertThat(target).containsExactly(0.01, 0.01, 0.01, 0.01, 0.99, 0.01, 0.01, 0.01, 0.01, 0.01);
    }

    @Test
    void fromLeavesOutTheFirst() {
        LabelledImages rest = images.first(9).from(4);

        assertThat(rest.size()).isEqualTo(5);
        for (int i = 0; i < 5; i++) {
            assertThat(rest.label(i)).isEqualTo(images.label(4 + i));
            assertThat(rest.image(i)).isEqualTo(images.image(4 + i));
        }
        assertThat(images.from(0)).isSameAs(images);
        assertThatThrownBy(() -> images.from(13)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void firstHidesTheRest() {
        LabelledImages first = images.first(3);

        assertThat(first.size()).isEqualTo(3);
        assertThat(first.image(2)).isEqualTo(images.image(2));
        assertThatThrownBy(() -> first.label(3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> first.pixel(3, 0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> first.inputs(0, 4)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> first.first(4)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> first.pixel(0, 784)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void permutesImagesWithTheirLabels() {
        LabelledImages three = images.first(3);
        LabelledImages permuted = three.permuted(new int[] {2, 0, 1});

        assertThat(permuted.size()).isEqualTo(3);
        assertThat(permuted.label(0)).isEqualTo(2);
        assertThat(permuted.image(0)).isEqualTo(images.image(2));
        assertThat(permuted.image(1)).isEqualTo(images.image(0));
        assertSame(permuted.permuted(new int[] {1, 2, 0}), three);
    }

    @Test
    void refusesWhatIsNoPermutation() {
        LabelledImages three = images.first(3);
        assertThatThrownBy(() -> three.permuted(new int[] {0, 1}))
                .hasMessage("An order of 2 entries cannot permute 3 images.");
        assertThatThrownBy(() -> three.permuted(new int[] {0, 1, 3})).hasMessageContaining("Entry 2 of the order is 3");
        assertThatThrownBy(() -> three.permuted(new int[] {0, 1, 1})).hasMessageContaining("Entry 2 of the order is 1");
    }

    @Test
    void refusesArraysThatDoNotFit() {
        assertThatThrownBy(() -> LabelledImages.of(new byte[2], new byte[784]))
                .hasMessage("Must be 784 pixels per label: 2 labels with 784 pixels.");
        assertThatThrownBy(() -> LabelledImages.of(new byte[] {10}, new byte[784]))
                .hasMessage("Label 10 at 0 must be 0 to 9.");
        assertThatThrownBy(() -> images.input(0, new double[10])).hasMessage("Room for 10 inputs, must be 784.");
        assertThatThrownBy(() -> images.target(0, new double[784])).hasMessage("Room for 784 targets, must be 10.");
    }
}
