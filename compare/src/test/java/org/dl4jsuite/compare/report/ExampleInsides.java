package org.dl4jsuite.compare.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dl4jsuite.compare.inside.BackQueryImage;
import org.dl4jsuite.compare.inside.DamageCurve;
import org.dl4jsuite.compare.inside.InsideView;
import org.dl4jsuite.compare.inside.InsideView.HiddenNode;
import org.dl4jsuite.compare.model.Precision;
import org.dl4jsuite.data.LabelledImages;

/** Looks into networks, made by hand. */
final class ExampleInsides {
    private ExampleInsides() {}

    /** Ten labels; DL4J takes its own image of the 8 for a 3. */
    static List<BackQueryImage> backQuery() {
        List<BackQueryImage> images = new ArrayList<>();
        for (int label = 0; label < LabelledImages.CLASSES; label++) {
            double[] image = new double[LabelledImages.PIXELS];
            Arrays.fill(image, 0.01);
            Arrays.fill(image, 28 * label, 28 * label + 28, 0.99);
            images.add(new BackQueryImage(label, image, image, label * 1e-14, label, label == 8 ? 3 : label));
        }
        return images;
    }

    /** Three hidden nodes; both networks bear the same damage, but DL4J would miss its last node less. */
    static List<InsideView> views() {
        return List.of(view("scratch", -0.001), view("dl4j", -0.002));
    }

    private static InsideView view(String network, double lostByLast) {
        double[] weights = new double[LabelledImages.PIXELS];
        weights[0] = 0.5;
        weights[1] = -0.25;
        return new InsideView(
                network,
                Precision.DOUBLE,
                2000,
                1,
                0.95,
                new double[] {0, 0.02, lostByLast},
                new double[] {1.5, 2.5, 0.5},
                List.of(
                        new HiddenNode(1, 0.02, 2.5, weights),
                        new HiddenNode(0, 0, 1.5, weights),
                        new HiddenNode(2, lostByLast, 0.5, weights)),
                new DamageCurve(3, List.of(point(0, 0.95, 0), point(0.3, 0.91, 0.01), point(0.6, 0.6, 0.1))),
                new DamageCurve(2382, List.of(point(0, 0.95, 0), point(0.3, 0.85, 0.02), point(0.6, 0.3, 0.2))));
    }

    private static DamageCurve.Point point(double share, double mean, double deviation) {
        return new DamageCurve.Point(share, (int) Math.round(3 * share), List.of(mean), mean, deviation);
    }
}
