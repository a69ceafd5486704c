package org.dl4jsuite.compare.diagnose;

/**
 * How near the user's values of a quantity are to computed ones.
 *
 * @param worst the index of the value that uses most of its tolerance
 * @param share that it uses: the two agree up to 1; infinite if one of them is not finite
 * @param remaining the largest difference, relative to the largest value
 */
record Agreement(int worst, double share, double remaining) {

    static Agreement of(Values given, Values computed, Rounding rounding) {
        int worst = 0;
        double largestShare = -1;
        double largestDifference = 0;
        double largest = 0;
        for (int i = 0; i < given.value().length; i++) {
            double yours = given.value()[i];
            double ours = computed.value()[i];
            double size = Math.max(Math.abs(yours), Math.abs(ours));
            double tolerance = computed.error()[i]
                    + given.error()[i]
                    + rounding.unit() * size
                    + rounding.precision().tiny();
            double difference = Math.abs(yours - ours);
            double share = difference / tolerance;
            if (Double.compare(yours, ours) == 0) {
                share = 0; // also if both overflow
                difference = 0;
            } else if (!Double.isFinite(difference) || Double.isNaN(share)) {
                share = Double.POSITIVE_INFINITY;
            }
            if (share > largestShare) {
                largestShare = share;
                worst = i;
            }
            largestDifference = Math.max(largestDifference, difference);
            largest = Math.max(largest, size);
        }
        return new Agreement(worst, largestShare, largestDifference == 0 ? 0 : largestDifference / largest);
    }

    boolean agrees() {
        return share <= 1;
    }
}
