package org.dl4jsuite.compare.diagnose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Examples in another order than the dump's. */
final class Shuffles {
    /** Up to so many rows, every order of the targets is tried; of more, those that people make by mistake. */
    private static final int ALL_ORDERS = 4;
    /** Each row is looked for among all: of more, that takes seconds. */
    private static final int MAX_ROWS = 2000;

    private Shuffles() {}

    /** The causes in which the targets are in another order than the inputs; only sums show it. */
    static List<Cause> ofTargets(Step step) {
        if (step.targets() == null || step.batch() == 1) {
            return List.of();
        }
        int batch = step.batch();
        List<int[]> orders = new ArrayList<>();
        if (batch <= ALL_ORDERS) {
            addOrders(new ArrayList<>(), batch, orders);
        } else {
            orders.add(IntStream.range(0, batch).map(r -> (r + 1) % batch).toArray());
            orders.add(
                    IntStream.range(0, batch).map(r -> (r + batch - 1) % batch).toArray());
            orders.add(IntStream.range(0, batch).map(r -> batch - 1 - r).toArray());
        }
        return orders.stream()
                .filter(order -> !isIdentity(order))
                .map(Shuffles::targets)
                .toList();
    }

    private static void addOrders(List<Integer> begun, int batch, List<int[]> orders) {
        if (begun.size() == batch) {
            orders.add(begun.stream().mapToInt(r -> r).toArray());
            return;
        }
        for (int row = 0; row < batch; row++) {
            if (!begun.contains(row)) {
                begun.add(row);
                addOrders(begun, batch, orders);
                begun.remove(begun.size() - 1);
            }
        }
    }

    static Cause targets(int[] order) {
        Rewrite rewrite = Rewrite.rows(order);
        return new Cause(
                Catalogue.ROWS_SHUFFLED,
                "The rows of t are in another order than those of x; shuffle both by one permutation.",
                recipe -> recipe.targets = recipe.targets.then(rewrite));
    }

    /** The causes in which the examples are in this order: the inputs alone, or the targets with them. */
    static List<Cause> inputs(int[] order) {
        Rewrite rewrite = Rewrite.rows(order);
        return List.of(
                new Cause(
                        Catalogue.ROWS_SHUFFLED,
                        "The rows of x are in another order than those of t; shuffle both by one permutation.",
                        recipe -> recipe.inputs = recipe.inputs.then(rewrite)),
                new Cause(
                        Catalogue.ROWS_SHUFFLED,
                        "The examples are in another order than the dump's; write x and t in the order in which they"
                                + " are used.",
                        recipe -> {
                            recipe.inputs = recipe.inputs.then(rewrite);
                            recipe.targets = recipe.targets.then(rewrite);
                        }));
    }

    /** The order in which the computed rows are the given ones, if there is one and it is not the order they are in. */
    static Optional<int[]> order(Values given, Values computed, Rounding rounding) {
        if (given.rows() > MAX_ROWS) {
            return Optional.empty();
        }
        int[] order = new int[given.rows()];
        boolean[] used = new boolean[given.rows()];
        for (int row = 0; row < order.length; row++) {
            Values wanted = given.row(row);
            int found = -1;
            for (int candidate = 0; candidate < order.length && found < 0; candidate++) {
                if (!used[candidate]
                        && Agreement.of(wanted, computed.row(candidate), rounding)
                                .agrees()) {
                    found = candidate;
                }
            }
            if (found < 0) {
                return Optional.empty();
            }
            used[found] = true;
            order[row] = found;
        }
        return isIdentity(order) ? Optional.empty() : Optional.of(order);
    }

    static boolean isIdentity(int[] order) {
        return IntStream.range(0, order.length).allMatch(r -> order[r] == r);
    }
}
