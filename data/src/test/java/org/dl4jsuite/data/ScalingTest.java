package org.dl4jsuite.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ScalingTest {
    @Test
    void isTheBooksFormulaToTheLastBit() {
        assertThat(Scaling.input(0)).isEqualTo(0.01);
        assertThat(Scaling.input(255)).isEqualTo(1.0);
        for (int pixel = 0; pixel < 256; pixel++) {
            assertThat(Scaling.input(pixel)).isEqualTo(((double) pixel / 255.0) * 0.99 + 0.01);
        }
        // As Python prints 35 / 255.0 * 0.99 + 0.01; with 35 * 0.99 / 255.0 it would be ...7646.
        assertThat(Scaling.input(35)).isEqualTo(0.1458823529411765);
    }

    @Test
    void targetsAreTheBooks() {
        assertThat(Scaling.OFF).isEqualTo(0.01);
        assertThat(Scaling.ON).isEqualTo(0.99);
    }

    @Test
    void refusesWhatIsNoPixel() {
        assertThatThrownBy(() -> Scaling.input(256)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> Scaling.input(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
