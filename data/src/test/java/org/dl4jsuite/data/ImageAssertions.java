package org.dl4jsuite.data;

import static org.assertj.core.api.Assertions.assertThat;

/** Comparing sets of images. */
final class ImageAssertions {
    private ImageAssertions() {}

    static void assertSame(LabelledImages actual, LabelledImages expected) {
        assertThat(actual.size()).isEqualTo(expected.size());
        for (int i = 0; i < expected.size(); i++) {
            assertThat(actual.label(i)).as("label %d", i).isEqualTo(expected.label(i));
            assertThat(actual.image(i)).as("image %d", i).isEqualTo(expected.image(i));
        }
    }
}
