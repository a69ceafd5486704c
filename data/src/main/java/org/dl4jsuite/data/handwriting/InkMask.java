package org.dl4jsuite.data.handwriting;

import java.util.List;
import java.util.Optional;

/**
 * Tells ink from paper: noise, the edge of the paper, ruled lines and specks of dirt are taken away.
 *
 * <p>Paper's noise is measured by the median and the median absolute deviation, which ink, being the lesser part, hardly
 * moves; ink is what stands out of it.
 */
final class InkMask {
    /** Standard deviations of the paper's noise that ink stands out by. */
    private static final double ABOVE_NOISE = 3.5;
    /** What only just stands out, by fewer standard deviations in the mean, is the noise's own tail. */
    private static final double CLEARLY_ABOVE_NOISE = 5;
    /** The standard deviation of a normal distribution in median absolute deviations. */
    private static final double DEVIATION_BY_MAD = 1.4826;
    /** Ink is darker than paper by this share of it at least. */
    private static final double FAINTEST = 0.06;
    /** From here on ink counts as full; up to its mirror image towards the paper as none. Shares of paper to ink. */
    private static final double FULL = 0.85;
    /** Grains of chalk that lie closer than this belong together: share of the shorter side. */
    private static final double GRAINS = 0.012;
    /** A piece of less than this share of the largest one is dirt. */
    private static final double SPECK = 0.05;
    /** A digit is longer than this share of the picture's longer side, and than this many pixels. */
    private static final double SHORTEST = 0.03;

    private static final int MIN_PIXELS = 4;
    /** What lies on the picture's edge with more than this share of its length is no digit but the table, or a shadow. */
    private static final double ALONG_THE_EDGE = 0.2;
    /** A line from edge to edge that is thinner than this share of the shorter side is ruled. */
    private static final double RULED = 0.05;
    /** Smoothing before the threshold, share of the longer side. */
    private static final double SMOOTHING = 1 / 400.0;

    private InkMask() {}

    /**
     * How much ink there is in each pixel: 0 none to 1 full, with soft edges.
     *
     * @param darkness as {@link Paper#darkness} gives it
     * @return empty if there is none
     */
    static Optional<GrayImage> of(GrayImage darkness) {
        GrayImage smooth = darkness.blurred((int) Math.round(SMOOTHING * darkness.longerSide()));
        float paper = smooth.quantile(0.5);
        double deviation = DEVIATION_BY_MAD
                * smooth.map((i, value) -> Math.abs(value - paper)).quantile(0.5);
        float floor = (float) (paper + Math.max(FAINTEST, ABOVE_NOISE * deviation));
        GrayImage digit = withoutSurroundings(smooth, floor, paper);
        float ink = level(digit, floor, paper);
        if (Float.isNaN(ink) || ink < paper + CLEARLY_ABOVE_NOISE * deviation) {
            return Optional.empty();
        }
        float none = (float)
                Math.min(Math.max(paper + 2 * deviation, paper + (1 - FULL) * (ink - paper)), (paper + ink) / 2);
        float full = (float) (paper + FULL * (ink - paper));
        GrayImage strength = digit.map((i, value) -> Math.min(1, Math.max(0, (value - none) / (full - none))));
        return withoutSpecks(strength);
    }

    /**
     * The darkness of the ink itself, or NaN if nothing stands out of the noise: the mean of all darkness above the paper's,
     * weighted by its square, so that the remains of a shadow or the strokes' soft edges hardly count.
     */
    private static float level(GrayImage image, float floor, float paper) {
        double squares = 0;
        double cubes = 0;
        for (float value : image.values()) {
            if (value > floor) {
                double above = value - paper;
                squares += above * above;
                cubes += above * above * above;
            }
        }
        return (float) (paper + cubes / squares);
    }

    /**
     * Sets what is no digit to paper: what lies along the edges, and ruled lines. A picture that is cropped to its digit
     * has ink along its edges too, and stays as it is.
     */
    private static GrayImage withoutSurroundings(GrayImage smooth, float floor, float paper) {
        List<Component> components = Component.of(set(smooth, floor), smooth.width(), smooth.height());
        List<Component> surroundings =
                components.stream().filter(c -> isSurrounding(c, smooth)).toList();
        boolean digitLeft = components.stream()
                .anyMatch(c -> !surroundings.contains(c)
                        && !touchesEdge(c, smooth)
                        && c.longerSide() > 2 * SHORTEST * smooth.longerSide());
        if (surroundings.isEmpty() || !digitLeft) {
            return smooth;
        }
        boolean[] gone = new boolean[smooth.values().length];
        for (Component component : surroundings) {
            for (int pixel : component.pixels()) {
                gone[pixel] = true;
            }
        }
        GrayImage distance = DistanceTransform.of(gone, smooth.width(), smooth.height());
        double softEdge = 1 + GRAINS * smooth.shorterSide();
        return smooth.map(
                (i, value) -> gone[i] || (distance.values()[i] <= softEdge && value <= floor) ? paper : value);
    }

    private static boolean touchesEdge(Component component, GrayImage image) {
        return component.left() == 0
                || component.top() == 0
                || component.right() == image.width() - 1
                || component.bottom() == image.height() - 1;
    }

    private static boolean isSurrounding(Component component, GrayImage image) {
        int edge = 0;
        for (int pixel : component.pixels()) {
            int x = pixel % image.width();
            int y = pixel / image.width();
            edge += x == 0 || y == 0 || x == image.width() - 1 || y == image.height() - 1 ? 1 : 0;
        }
        boolean alongTheEdge = edge > ALONG_THE_EDGE * component.longerSide();
        boolean across = component.width() == image.width() || component.height() == image.height();
        double thickness = (double) component.pixels().length / component.longerSide();
        return alongTheEdge || (across && thickness < RULED * image.shorterSide());
    }

    private static Optional<GrayImage> withoutSpecks(GrayImage strength) {
        int width = strength.width();
        int height = strength.height();
        boolean[] core = set(strength, 0.5f);
        double near = Math.floor(GRAINS * strength.shorterSide());
        GrayImage distance = DistanceTransform.of(core, width, height);
        boolean[] grown = new boolean[core.length];
        for (int i = 0; i < core.length; i++) {
            grown[i] = distance.values()[i] <= near;
        }
        List<Component> pieces = Component.of(grown, width, height);
        double largest =
                pieces.stream().mapToDouble(c -> ink(c, strength)).max().orElse(0);
        boolean[] kept = new boolean[core.length];
        boolean isDigit = false;
        for (Component piece : pieces) {
            if (ink(piece, strength) >= SPECK * largest) {
                isDigit |= piece.longerSide() - 2 * near >= Math.max(MIN_PIXELS, SHORTEST * strength.longerSide());
                for (int pixel : piece.pixels()) {
                    kept[pixel] = true;
                }
            }
        }
        if (!isDigit) {
            return Optional.empty();
        }
        GrayImage away = DistanceTransform.of(kept, width, height);
        double softEdge = 1.5 + 2 * GRAINS * strength.shorterSide();
        return Optional.of(strength.map((i, value) -> away.values()[i] <= softEdge ? value : 0));
    }

    private static double ink(Component component, GrayImage strength) {
        double sum = 0;
        for (int pixel : component.pixels()) {
            sum += strength.values()[pixel];
        }
        return sum;
    }

    private static boolean[] set(GrayImage image, float above) {
        boolean[] set = new boolean[image.values().length];
        for (int i = 0; i < set.length; i++) {
            set[i] = image.values()[i] > above;
        }
        return set;
    }
}
