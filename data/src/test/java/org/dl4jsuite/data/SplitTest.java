package org.dl4jsuite.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dl4jsuite.data.ImageAssertions.assertSame;

import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SplitTest {
    private final Split split =
            new Split(TestFiles.images(50, 1), TestFiles.images(20, 2), "SMALL", Map.of("file", "abc"));

    @Test
    void firstKeepsWhereItCameFrom() {
        Split first = split.first(50, 7);

        assertThat(first.train().size()).isEqualTo(50);
        assertThat(first.test().size()).isEqualTo(7);
        assertThat(first.source()).isEqualTo("SMALL");
        assertThat(first.checksums()).containsExactly(Map.entry("file", "abc"));
    }

    @Test
    void firstRefusesMoreThanThereIs() {
        assertThatThrownBy(() -> split.first(51, 1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> split.first(1, 21)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void aSeedGivesOneOrder() {
        Split once = split.shuffledTraining(42);

        assertSame(split.shuffledTraining(42).train(), once.train());
        assertThat(order(split.shuffledTraining(43))).isNotEqualTo(order(once));
        assertThat(order(once)).isNotEqualTo(order(split));
        assertThat(order(once).split(","))
                .containsExactlyInAnyOrder(order(split).split(","));
        assertThat(once.test()).isSameAs(split.test());
        assertThat(once.source()).isEqualTo("SMALL");
    }

    /** Five images, drawn by hand: position 4 takes one of 0 to 4, then 3 one of 0 to 3, and so on. */
    @Test
    void shufflesAsDocumented() {
        Split five = split.first(5, 1);
        Random random = new Random(7);
        int[] order = {0, 1, 2, 3, 4};
        for (int last : new int[] {4, 3, 2, 1}) {
            int drawn = random.nextInt(last + 1);
            int kept = order[last];
            order[last] = order[drawn];
            order[drawn] = kept;
        }

        LabelledImages shuffled = five.shuffledTraining(7).train();

        assertThat(IntStream.range(0, 5).map(shuffled::label).toArray()).isEqualTo(order);
    }

    @Test
    void checksumsCannotBeChanged() {
        assertThatThrownBy(() -> split.checksums().put("other", "def"))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    private static String order(Split split) {
        StringBuilder firstPixels = new StringBuilder();
        for (int i = 0; i < split.train().size(); i++) {
            firstPixels
                    .append(split.train().label(i))
                    .append(':')
                    .append(split.train().pixel(i, 0))
                    .append(',');
        }
        return firstPixels.toString();
    }
}
