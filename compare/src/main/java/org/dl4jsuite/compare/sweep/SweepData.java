package org.dl4jsuite.compare.sweep;

import java.util.Map;
import org.dl4jsuite.data.Split;

/**
 * The images of a sweep; results on other images do not belong into the same file.
 *
 * @param source the data set's name
 * @param trainingImages the first so many, without rotated copies
 * @param testImages likewise
 * @param checksums SHA-256 of each file, unpacked
 */
public record SweepData(String source, int trainingImages, int testImages, Map<String, String> checksums) {
    public static SweepData of(Split split) {
        return new SweepData(split.source(), split.train().size(), split.test().size(), split.checksums());
    }

    /** Whether these are the same images, whatever the folder's name. */
    boolean sameImages(SweepData other) {
        return trainingImages == other.trainingImages
                && testImages == other.testImages
                && checksums.equals(other.checksums);
    }

    /** For example {@code MNIST (60000 training and 10000 test images)}. */
    public String describe() {
        return source + " (" + trainingImages + " training and " + testImages + " test images)";
    }
}
