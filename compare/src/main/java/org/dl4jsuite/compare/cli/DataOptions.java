package org.dl4jsuite.compare.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dl4jsuite.data.DataFolder;
import org.dl4jsuite.data.Mnist;
import org.dl4jsuite.data.Split;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which images to learn from and to be judged by. */
final class DataOptions {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "A folder with the four IDX files of a data set in MNIST's shape (gzipped or not), or with"
                    + " *_train.csv and *_test.csv. Default: MNIST itself.")
    private @Nullable Path folder;

    @Option(names = "--train", paramLabel = "N", description = "Training images, the first N. Default: all.")
    private @Nullable Integer train;

    @Option(names = "--test", paramLabel = "N", description = "Test images, the first N. Default: all.")
    private @Nullable Integer test;

    Split load() {
        requireImages("--train", train);
        requireImages("--test", test);
        Split all = folder == null ? Mnist.load() : DataFolder.load(folder);
        return all.first(
                train == null ? all.train().size() : train,
                test == null ? all.test().size() : test);
    }

    private static void requireImages(String option, @Nullable Integer count) {
        NetworkOptions.require(count == null || count >= 1, option + " " + count + ": ask for at least 1 image.");
    }

    /** The folder as given, or null for MNIST. */
    @Nullable
    String folder() {
        return folder == null ? null : folder.toString();
    }

    /** For the origin: the data set's name and the checksums of its files. */
    static Map<String, String> origin(Split split) {
        Map<String, String> origin = new LinkedHashMap<>();
        origin.put("source", split.source());
        origin.putAll(split.checksums());
        return origin;
    }
}
