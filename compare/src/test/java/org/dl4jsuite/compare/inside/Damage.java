package org.dl4jsuite.compare.inside;

import java.util.Arrays;
import java.util.Random;
import org.dl4jsuite.data.LabelledImages;
import org.dl4jsuite.data.handwriting.Step;

/** One known damage to an image of MNIST, and the step of the preparation that undoes it. */
enum Damage {
    /** By 3 to 6 pixels along one axis at least. */
    SHIFTED(Step.CENTRING) {
        @Override
        byte[] apply(byte[] pixels, Random random) {
            int right;
            int down;
            do {
                right = random.nextInt(13) - 6;
                down = random.nextInt(13) - 6;
            } while (Math.max(Math.abs(right), Math.abs(down)) < 3);
            int dx = right;
            int dy = down;
            return image((x, y) -> at(pixels, x - dx, y - dy));
        }
    },
    INVERTED(Step.POLARITY) {
        @Override
        byte[] apply(byte[] pixels, Random random) {
            return image((x, y) -> 255 - at(pixels, x, y));
        }
    },
    /** The centre lines of the strokes, by a pen of 0.4 to 0.8 pixels' width. */
    THINNED(Step.THICKENING) {
        @Override
        byte[] apply(byte[] pixels, Random random) {
            boolean[] line = Skeleton.of(pixels);
            double width = between(random, 0.4, 0.8);
            return image((x, y) -> line[y * SIDE + x] ? width * at(pixels, x, y) : 0);
        }
    },
    /** About the middle, to 0.45 to 0.7 or 1.25 to 1.4 of its size. */
    SCALED(Step.SCALING) {
        private static final int PARTS = 8; // a pixel's mean is over its square

        @Override
        byte[] apply(byte[] pixels, Random random) {
            double factor = random.nextBoolean() ? between(random, 0.45, 0.7) : between(random, 1.25, 1.4);
            double middle = SIDE / 2.0;
            return image((x, y) -> {
                double sum = 0;
                for (int part = 0; part < PARTS * PARTS; part++) {
                    int row = part / PARTS;
                    double u = middle + (x + (part % PARTS + 0.5) / PARTS - middle) / factor;
                    double v = middle + (y + (row + 0.5) / PARTS - middle) / factor;
                    sum += at(pixels, (int) Math.floor(u), (int) Math.floor(v));
                }
                return sum / (PARTS * PARTS);
            });
        }
    },
    /** 8 to 20 percent of the pixels black or white, or normal noise of 50 to 110 of 255. */
    NOISY(Step.CLEANING) {
        @Override
        byte[] apply(byte[] pixels, Random random) {
            double deviation = between(random, 50, 110);
            double share = between(random, 0.08, 0.2);
            boolean saltAndPepper = random.nextBoolean();
            return image((x, y) -> {
                if (!saltAndPepper) {
                    return at(pixels, x, y) + deviation * random.nextGaussian();
                }
                int grain = random.nextBoolean() ? 255 : 0;
                return random.nextDouble() < share ? grain : at(pixels, x, y);
            });
        }
    };

    private static final int SIDE = LabelledImages.WIDTH;

    private final Step remedy;

    Damage(Step remedy) {
        this.remedy = remedy;
    }

    abstract byte[] apply(byte[] pixels, Random random);

    Step remedy() {
        return remedy;
    }

    private interface Ink {
        double at(int x, int y);
    }

    private static byte[] image(Ink ink) {
        byte[] pixels = new byte[LabelledImages.PIXELS];
        for (int k = 0; k < pixels.length; k++) {
            pixels[k] = (byte) Math.round(Math.max(0, Math.min(255, ink.at(k % SIDE, k / SIDE))));
        }
        return pixels;
    }

    private static int at(byte[] pixels, int x, int y) {
        return x >= 0 && y >= 0 && x < SIDE && y < SIDE ? pixels[y * SIDE + x] & 0xff : 0;
    }

    private static double between(Random random, double from, double to) {
        return from + (to - from) * random.nextDouble();
    }

    /** Source: T. Y. Zhang and C. Y. Suen, <i>A fast parallel algorithm for thinning digital patterns</i>, CACM 27 (1984). */
    private static final class Skeleton {
        private static final int INK = 100;
        private static final int[] NEIGHBOURS = {-SIDE, 1 - SIDE, 1, SIDE + 1, SIDE, SIDE - 1, -1, -SIDE - 1};

        static boolean[] of(byte[] pixels) {
            boolean[] ink = new boolean[pixels.length];
            for (int k = 0; k < ink.length; k++) {
                boolean edge = k % SIDE == 0 || k % SIDE == SIDE - 1 || k / SIDE == 0 || k / SIDE == SIDE - 1;
                ink[k] = !edge && (pixels[k] & 0xff) > INK;
            }
            boolean[] before;
            do {
                before = ink.clone();
                peel(ink, 0);
                peel(ink, 2);
            } while (!Arrays.equals(before, ink));
            return ink;
        }

        private static void peel(boolean[] ink, int turn) {
            boolean[] old = ink.clone();
            for (int k = 0; k < ink.length; k++) {
                ink[k] = old[k] && !isRim(old, k, turn);
            }
        }

        private static boolean isRim(boolean[] ink, int k, int turn) {
            boolean[] p = new boolean[NEIGHBOURS.length];
            int count = 0;
            int beginnings = 0;
            for (int n = 0; n < p.length; n++) {
                p[n] = ink[k + NEIGHBOURS[n]];
                count += p[n] ? 1 : 0;
            }
            for (int n = 0; n < p.length; n++) {
                beginnings += !p[n] && p[(n + 1) % p.length] ? 1 : 0;
            }
            // of north, east, south, west: the two triples of this half of an iteration
            boolean first = p[0] && p[2] && p[turn == 0 ? 4 : 6];
            boolean second = p[turn == 0 ? 2 : 0] && p[4] && p[6];
            return count >= 2 && count <= 6 && beginnings == 1 && !first && !second;
        }
    }
}
