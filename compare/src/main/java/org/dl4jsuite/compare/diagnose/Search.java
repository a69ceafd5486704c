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
        return trials.stream()
                .filter(trial -> trial.fixes().containsAll(step.given().keySet()))
                .flatMap(trial -> confirmed(List.of(trial.cause())).stream())
                .toList();
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
        return causes.stream().map(cause -> trial(cause, right)).toList();
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

    /** The pairs that explain everything. */
    List<Explanation> pairs(List<Trial> trials) {
        List<Trial> candidates = trials.stream()
                .filter(trial -> !trial.changes().isEmpty() && wrong.containsAll(trial.changes()))
                .toList();
        List<Explanation> explanations = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            for (int j = 0; j < candidates.size(); j++) {
                Trial first = candidates.get(i);
                Trial second = candidates.get(j);
                if (i != j && mayExplain(first, second)) {
                    explain(List.of(first.cause(), second.cause())).ifPresent(explanations::add);
                }
            }
        }
        for (Trial trial : trials) {
            if (trial.changes().stream().anyMatch(quantity -> quantity.kind().isForward())) {
                orderUnder(List.of(trial.cause()))
                        .ifPresent(order -> Shuffles.inputs(order)
                                .forEach(shuffle ->
                                        explain(List.of(trial.cause(), shuffle)).ifPresent(explanations::add)));
            }
        }
        return explanations;
    }

    /** Whether two causes together change all that is wrong, and what only one of them changes it changes rightly. */
    private boolean mayExplain(Trial first, Trial second) {
        if (first.cause().id().equals(second.cause().id())) {
            return false;
        }
        boolean alone = !isEntangled(first.cause()) && !isEntangled(second.cause());
        return wrong.stream().allMatch(quantity -> {
            boolean byFirst = first.changes().contains(quantity);
            boolean bySecond = second.changes().contains(quantity);
            return byFirst && bySecond
                    || (byFirst && (!alone || first.fixes().contains(quantity)))
                    || (bySecond && (!alone || second.fixes().contains(quantity)));
        });
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
        Recipe recipe = new Recipe(step);
        causes.forEach(cause -> cause.change().accept(recipe));
        return new Computation(step, recipe, rounding, forward, columns);
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
