package org.dl4jsuite.compare.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dl4jsuite.data.DataFolder;
import org.dl4jsuite.data.Mnist;
import org.dl4jsuite.data.Split;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The images to learn from and to be judged by. */
final class DataOptions {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "A folder with the four IDX files of a data set in MNIST's shape (gzipped or not), or with"
                    + " *train*.csv and *test*.csv. Default: MNIST itself.")
    private @Nullable Path folder;

    @Option(names = "--train", paramLabel = "N", description = "Training images, the first N. Default: all.")
    private @Nullable Integer train;

    @Option(names = "--test", paramLabel = "N", description = "Test images, the first N. Default: all.")
    private @Nullable Integer test;

    Split load() {
        Split all = folder == null ? Mnist.load() : DataFolder.load(folder);
        return all.first(
                count("--train", train, "training", all.train().size(), all),
                count("--test", test, "test", all.test().size(), all));
    }

    private static int count(String option, @Nullable Integer asked, String kind, int available, Split all) {
        NetworkOptions.require(
                asked == null || (asked >= 1 && asked <= available),
                option + " " + asked + ": the data set " + all.source() + " has " + available + " " + kind
                        + " images; ask for 1 to " + available + ".");
        return asked == null ? available : asked;
    }

    /** Returns the folder as given, or null for MNIST. */
    @Nullable
    String folder() {
        return folder == null ? null : folder.toString();
    }

    /** Returns the data set's name and the checksums of its files, for the provenance. */
    static Map<String, String> origin(Split split) {
        Map<String, String> origin = new LinkedHashMap<>();
        origin.put("source", split.source());
        origin.putAll(split.checksums());
        return origin;
    }
}
