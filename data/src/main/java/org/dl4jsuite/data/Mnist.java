package org.dl4jsuite.data;

import java.lang.ref.SoftReference;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * MNIST: 60,000 training and 10,000 test images of handwritten digits, by Yann LeCun, Corinna Cortes and Christopher
 * J.C. Burges. The four files are in the jar, so nothing is downloaded; {@code data/README.md} says where they come
 * from.
 */
public final class Mnist {
    private static final String TRAIN_IMAGES = "train-images-idx3-ubyte";
    private static final String TRAIN_LABELS = "train-labels-idx1-ubyte";
    private static final String TEST_IMAGES = "t10k-images-idx3-ubyte";
    private static final String TEST_LABELS = "t10k-labels-idx1-ubyte";

    /** SHA-256 of each file as Yann LeCun published it, unpacked. */
    private static final Map<String, String> CHECKSUMS = checksums();

    /** What was read before, as long as there is memory for it: 55 MB that take a third of a second to unpack. */
    private static SoftReference<Split> before = new SoftReference<>(null);

    private Mnist() {}

    /**
     * Reads MNIST, with the source "MNIST", and verifies the SHA-256 of each file on the way. It cannot be changed, so a second
     * call may return what the first one has read.
     *
     * @throws DataException if a file is not the published one
     */
    public static synchronized Split load() {
        Split split = before.get();
        if (split == null) {
            split = load(CHECKSUMS);
            before = new SoftReference<>(split);
        }
        return split;
    }

    static Split load(Map<String, String> expected) {
        DataFiles files = new DataFiles();
        LabelledImages train = ImageFiles.idx(resource(TRAIN_IMAGES), resource(TRAIN_LABELS), files);
        LabelledImages test = ImageFiles.idx(resource(TEST_IMAGES), resource(TEST_LABELS), files);
        Map<String, String> found = files.checksums();
        expected.forEach((file, checksum) -> {
            if (!checksum.equals(found.get(file))) {
                throw new DataException(file + ": SHA-256 of the unpacked bytes is " + found.get(file)
                        + ", but must be " + checksum + "; restore the file from the repository and build again.");
            }
        });
        return new Split(train, test, "MNIST", found);
    }

    private static URI resource(String file) {
        URL url = Mnist.class.getResource("mnist/" + file + ".gz");
        if (url == null) {
            throw new DataException(file + ".gz: is not in the jar; build the data module again.");
        }
        try {
            return url.toURI();
        } catch (URISyntaxException e) {
            throw new DataException(
                    url + ": is no valid URI; keep the jar under a path without special characters.", e);
        }
    }

    private static Map<String, String> checksums() {
        Map<String, String> checksums = new LinkedHashMap<>();
        checksums.put(TRAIN_IMAGES, "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db");
        checksums.put(TRAIN_LABELS, "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5");
        checksums.put(TEST_IMAGES, "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7");
        checksums.put(TEST_LABELS, "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2");
        return checksums;
    }
}
