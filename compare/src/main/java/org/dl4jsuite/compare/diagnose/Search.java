package org.dl4jsuite.compare.diagnose;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the causes that explain a step: those under which everything the user wrote down comes out within rounding.
 *
 * <p>Each cause is tried alone. If none explains it, pairs are: of causes that change nothing that is right, and together
 * everything that is wrong.
 */
final class Search {
    /** Of the first layer's weights, so many columns are tried before all. */
    private static final int SAMPLE = 8;
    /** Multiplications on the way through the first layer: some milliseconds. */
    private static final long LARGE = 5_000_000;

    private final Step step;
    private final Rounding rounding;
    private final ForwardPass forward;
    private final int @Nullable [] sample;
    private final Computation reference;
    private final Set<Quantity> wrong;

    Search(Step step, Rounding rounding) {
        this.step = step;
        this.rounding = rounding;
        forward = new ForwardPass(step, rounding);
        int in = step.inputs().columns();
        sample = in <= SAMPLE
                ? null
                : IntStream.range(0, SAMPLE)
                        .map(i -> i * (in - 1) / (SAMPLE - 1))
                        .toArray();
        reference = new Computation(step, new Recipe(step), rounding, forward, null);
        wrong = new HashSet<>();
        for (Quantity quantity : step.given().keySet()) {
            boolean finite = Arrays.stream(step.givenOf(quantity).value()).allMatch(Double::isFinite);
            if (!finite || !agreement(reference, quantity).agrees()) { // what is not finite is never right
                wrong.add(quantity);
            }
        }
    }

    /** What the step gives without any mistake. */
    Values ours(Quantity quantity) {
        return reference.of(quantity);
    }

    /** The first quantity that differs from what it should be. */
    Optional<Quantity> firstWrong() {
        return step.given().keySet().stream().filter(wrong::contains).findFirst();
    }

    /** The causes that each explain everything. */
    List<Explanation> singles(List<Trial> trials) {
        List<Explanation> explanations = trials.stream()
                .filter(trial -> trial.fixes().containsAll(step.given().keySet()))
                .flatMap(trial -> confirmed(List.of(trial.cause())).stream())
                .toList();
        return explanations.isEmpty() ? targetOrder() : explanations;
    }

    /**
     * What one cause alone does.
     *
     * @param changes the quantities that come out otherwise than without it
     * @param fixes the quantities that come out as the user's
     */
    record Trial(Cause cause, Set<Quantity> changes, Set<Quantity> fixes) {}

    /** Tries every cause of the catalogue, and every order of the rows that the numbers suggest. */
    List<Trial> trials() {
        List<Cause> causes = new ArrayList<>(Catalogue.of(step));
        orderUnder(List.of()).ifPresent(order -> causes.addAll(Shuffles.inputs(order)));
        Computation sampled = new Computation(step, new Recipe(step), rounding, forward, sample);
        Map<Quantity, Values> right = new LinkedHashMap<>();
        step.given().keySet().forEach(quantity -> right.put(quantity, sampled.of(quantity)));
        return causes.parallelStream().map(cause -> trial(cause, right)).toList();
    }

    private Trial trial(Cause cause, Map<Quantity, Values> right) {
        Computation computation = computation(List.of(cause), sample);
        Set<Quantity> changes = new HashSet<>();
        Set<Quantity> fixes = new HashSet<>();
        right.forEach((quantity, values) -> {
            Values changed = computation.of(quantity);
            if (!Agreement.of(values, changed, rounding).agrees()) {
                changes.add(quantity);
            }
            if (Agreement.of(computation.given(quantity), changed, rounding).agrees()) {
                fixes.add(quantity);
            }
        });
        return new Trial(cause, changes, fixes);
    }

    /** The order of the rows that brings the first wrong quantity to what the user has, under these causes. */
    private Optional<int[]> orderUnder(List<Cause> causes) {
        return step.given().keySet().stream()
                .filter(quantity -> quantity.kind().isForward() && wrong.contains(quantity))
                .findFirst()
                .flatMap(quantity -> Shuffles.order(
                        step.givenOf(quantity), computation(causes, null).of(quantity), rounding));
    }

    /** The targets in the order that the gradients betray, if the outputs are right and the loss is not. */
    private List<Explanation> targetOrder() {
        boolean outputsAreRight =
                wrong.stream().noneMatch(quantity -> quantity.kind().isForward());
        boolean lossIsRight = step.given().keySet().stream()
                .anyMatch(quantity -> quantity.kind() == Quantity.Kind.LOSS && !wrong.contains(quantity));
        if (!outputsAreRight || lossIsRight) {
            return List.of();
        }
        return TargetOrder.of(step, order -> computation(List.of(Shuffles.targets(order)), sample))
                .flatMap(order -> explain(List.of(Shuffles.targets(order))))
                .stream()
                .toList();
    }

    /** The pairs that explain everything. */
    List<Explanation> pairs(List<Trial> trials) {
        List<Trial> candidates = trials.stream()
                .filter(trial -> !trial.changes().isEmpty() && wrong.containsAll(trial.changes()))
                .toList();
        int count = candidates.size();
        Stream<Explanation> ofCatalogue = IntStream.range(0, count * count)
                .parallel()
                .filter(pair -> pair / count < pair % count)
                .boxed()
                .flatMap(pair -> explanations(candidates.get(pair / count), candidates.get(pair % count)));
        Stream<Explanation> withOrders = trials.stream()
                .filter(trial -> trial.changes().stream()
                        .anyMatch(quantity -> quantity.kind().isForward()))
                .map(Trial::cause)
                .flatMap(cause -> orderUnder(List.of(cause)).map(Shuffles::inputs).stream()
                        .flatMap(List::stream)
                        .flatMap(shuffle -> explain(List.of(cause, shuffle)).stream()));
        return Stream.concat(ofCatalogue.toList().stream(), withOrders).toList();
    }

    /** A pair in one order, and in the other if that makes another step. */
    private Stream<Explanation> explanations(Trial first, Trial second) {
        List<Cause> causes = List.of(first.cause(), second.cause());
        if (!mayExplain(first, second) || isTooDear(recipe(causes))) {
            return Stream.empty();
        }
        List<Cause> otherWay = List.of(second.cause(), first.cause());
        Optional<Explanation> explanation = explain(causes);
        return explanation.isPresent() || recipe(causes).isLike(recipe(otherWay))
                ? explanation.stream()
                : explain(otherWay).stream();
    }

    /** Whether two other inputs at once would have to be followed to the gradients of a large network, hundreds of times. */
    private boolean isTooDear(Recipe recipe) {
        long multiplications = (long) step.batch() * step.weights().get(0).value().length;
        return recipe.inputs instanceof Rewrite.Both
                && multiplications > LARGE
                && !firstWrong().orElseThrow().kind().isForward();
    }

    /**
     * Whether a pair is worth trying: one of the two has to change the first wrong quantity, and rightly if it is the only
     * one. Of later quantities nothing is said, because a node of RELU that the one brings to life may show what the other
     * does.
     */
    private boolean mayExplain(Trial first, Trial second) {
        if (first.cause().id().equals(second.cause().id())) {
            return false;
        }
        Quantity quantity = firstWrong().orElseThrow();
        boolean byFirst = first.changes().contains(quantity);
        boolean bySecond = second.changes().contains(quantity);
        if ((byFirst && bySecond) || isEntangled(first.cause()) || isEntangled(second.cause())) {
            return byFirst || bySecond;
        }
        return (byFirst && first.fixes().contains(quantity))
                || (bySecond && second.fixes().contains(quantity));
    }

    /** Whether a cause gives other numbers in company: through the step, or through a coefficient fitted to all of them. */
    private boolean isEntangled(Cause cause) {
        return step.rate() == null
                || cause.id().equals("updated-weights-used")
                || cause.id().equals("weight-decay");
    }

    /** The causes as an explanation, if they are one. */
    Optional<Explanation> explain(List<Cause> causes) {
        Computation computation = computation(causes, sample);
        boolean agrees = step.given().keySet().stream()
                .allMatch(quantity -> agreement(computation, quantity).agrees());
        return agrees ? confirmed(causes) : Optional.empty();
    }

    private Optional<Explanation> confirmed(List<Cause> causes) {
        Computation computation = computation(causes, null);
        List<Agreement> agreements = step.given().keySet().stream()
                .map(quantity -> agreement(computation, quantity))
                .toList();
        return agreements.stream().allMatch(Agreement::agrees)
                ? Optional.of(new Explanation(
                        causes,
                        agreements.stream()
                                .mapToDouble(Agreement::remaining)
                                .max()
                                .orElseThrow()))
                : Optional.empty();
    }

    private Computation computation(List<Cause> causes, int @Nullable [] columns) {
        return new Computation(step, recipe(causes), rounding, forward, columns);
    }

    private Recipe recipe(List<Cause> causes) {
        Recipe recipe = new Recipe(step);
        causes.forEach(cause -> cause.change().accept(recipe));
        return recipe;
    }

    private Agreement agreement(Computation computation, Quantity quantity) {
        return Agreement.of(computation.given(quantity), computation.of(quantity), rounding);
    }

    /** The largest difference of any quantity, relative to the largest value of its tensor. */
    double largestDifference() {
        return step.given().keySet().stream()
                .mapToDouble(quantity -> agreement(reference, quantity).remaining())
                .max()
                .orElseThrow();
    }

    Step step() {
        return step;
    }

    Rounding rounding() {
        return rounding;
    }
}
