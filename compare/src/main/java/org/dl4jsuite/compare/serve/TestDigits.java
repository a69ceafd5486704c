package org.dl4jsuite.compare.serve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dl4jsuite.compare.document.Pictures;
import org.dl4jsuite.compare.training.Predictions;
import org.dl4jsuite.data.LabelledImages;
import org.jspecify.annotations.Nullable;

/** The test images, and the worst mistakes of the network among them. */
final class TestDigits {
    private static final int BATCH = 100;
    private static final int WORST = 30;

    private final LabelledImages images;
    private final BothNetworks networks;
    private @Nullable List<Mistake> mistakes;

    TestDigits(LabelledImages images, BothNetworks networks) {
        this.images = images;
        this.networks = networks;
    }

    /**
     * A test image.
     *
     * @param index in the test set, from 0
     * @param label the digit that it shows
     * @param picture PNG, 28 x 28, light ink on dark paper as in MNIST, in a data URI
     */
    record TestDigit(int index, int label, String picture) {}

    /**
     * A misread test image.
     *
     * @param answer of the from-scratch network
     * @param output of that answer: how sure it was
     */
    record Mistake(int index, int label, int answer, double output, String picture) {}

    int size() {
        return images.size();
    }

    TestDigit get(int index) {
        return new TestDigit(index, images.label(index), picture(index));
    }

    /** Returns the misread images of which the network was surest, found at the first call. */
    synchronized List<Mistake> worst() {
        if (mistakes == null) {
            mistakes = find();
        }
        return mistakes;
    }

    private List<Mistake> find() {
        List<Mistake> all = new ArrayList<>();
        for (int from = 0; from < images.size(); from += BATCH) {
            double[][] outputs = networks.outputs(images, from, Math.min(from + BATCH, images.size()));
            for (int i = 0; i < outputs.length; i++) {
                int answer = Predictions.largest(outputs[i]);
                int label = images.label(from + i);
                if (answer != label) {
                    all.add(new Mistake(from + i, label, answer, outputs[i][answer], ""));
                }
            }
        }
        return all.stream()
                .sorted(Comparator.comparingDouble(Mistake::output).reversed())
                .limit(WORST)
                .map(m -> new Mistake(m.index(), m.label(), m.answer(), m.output(), picture(m.index())))
                .toList();
    }

    private String picture(int index) {
        return Pictures.dataUri(Pictures.lightDigit(images.image(index)));
    }
}
