package org.dl4jsuite.data.handwriting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Pixels of a set that hang together, corners included.
 *
 * @param pixels their places in the image
 * @param left the first column
 * @param top the first row
 * @param right the last column
 * @param bottom the last row
 */
record Component(int[] pixels, int left, int top, int right, int bottom) {

    /** All of a set, by their first pixels from the top left. */
    static List<Component> of(boolean[] set, int width, int height) {
        boolean[] left = set.clone();
        int[] queue = new int[set.length];
        List<Component> components = new ArrayList<>();
        for (int i = 0; i < set.length; i++) {
            if (left[i]) {
                components.add(fill(left, queue, i, width, height));
            }
        }
        return components;
    }

    private static Component fill(boolean[] remaining, int[] queue, int seed, int width, int height) {
        int minX = width;
        int minY = height;
        int maxX = 0;
        int maxY = 0;
        int count = 1;
        queue[0] = seed;
        remaining[seed] = false;
        for (int next = 0; next < count; next++) {
            int x = queue[next] % width;
            int y = queue[next] / width;
            minX = Math.min(minX, x);
            minY = Math.min(minY, y);
            maxX = Math.max(maxX, x);
            maxY = Math.max(maxY, y);
            for (int v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v++) {
                for (int u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++) {
                    if (remaining[v * width + u]) {
                        remaining[v * width + u] = false;
                        queue[count++] = v * width + u;
                    }
                }
            }
        }
        return new Component(Arrays.copyOf(queue, count), minX, minY, maxX, maxY);
    }

    int width() {
        return right - left + 1;
    }

    int height() {
        return bottom - top + 1;
    }

    int longerSide() {
        return Math.max(width(), height());
    }
}
