package org.dl4jsuite.compare.diagnose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.dl4jsuite.compare.diagnose.Diagnosis.Verdict;
import org.dl4jsuite.compare.model.Precision;

/**
 * The way to a diagnosis: is it the same; if not, does rounding to float32 explain it; does one cause; do two? Every question
 * is asked of each step that the dump may stand for, and of float32's rounding only if all its results are float32's.
 */
final class Examination {
    /** Of the findings that cannot be told apart, so many are listed. */
    private static final int LISTED = 12;

    private static final String FLOAT32_SENTENCE =
            "All numbers are rounded to float32: that is no mistake; write down float64" + " to compare more digits.";

    private static final String IN_OUT_NOTE =
            "All weights are square, and agree if they are kept as (in, out); if yours are"
                    + " (out, in), the network uses each as its transpose.";

    private final List<Search> searches;
    private final List<Search> floatSearches;

    Examination(Dump dump) {
        searches = searches(dump, Precision.DOUBLE);
        floatSearches = dump.hasOnlyFloats() ? searches(dump, Precision.FLOAT) : List.of();
    }

    private static List<Search> searches(Dump dump, Precision precision) {
        return StepReader.read(dump, precision).stream()
                .map(step -> new Search(step, new Rounding(precision)))
                .toList();
    }

    Diagnosis diagnosis() {
        for (int reading = 0; reading < searches.size(); reading++) {
            if (searches.get(reading).firstWrong().isEmpty()) {
                return new Diagnosis(Verdict.SAME, null, List.of(), false, null, reading == 0 ? null : IN_OUT_NOTE);
            }
        }
        if (floatSearches.stream().anyMatch(search -> search.firstWrong().isEmpty())) {
            return differs(
                    searches.get(0),
                    List.of(new Finding(Catalogue.FLOAT32, FLOAT32_SENTENCE, largestRounding(), null)));
        }
        Map<Search, List<Search.Trial>> trials = new LinkedHashMap<>();
        for (BiFunction<Search, List<Search.Trial>, List<Explanation>> question :
                List.<BiFunction<Search, List<Search.Trial>, List<Explanation>>>of(Search::singles, Search::pairs)) {
            for (List<Search> ofPrecision : List.of(searches, floatSearches)) {
                List<Explanation> explanations = ofPrecision.stream()
                        .flatMap(search ->
                                question.apply(search, trials.computeIfAbsent(search, Search::trials)).stream())
                        .toList();
                if (!explanations.isEmpty()) {
                    boolean rounded = ofPrecision == floatSearches;
                    return differs(ofPrecision.get(0), findings(explanations, rounded));
                }
            }
        }
        return differs(floatSearches.isEmpty() ? searches.get(0) : floatSearches.get(0), List.of());
    }

    private double largestRounding() {
        return floatSearches.stream()
                .filter(search -> search.firstWrong().isEmpty())
                .mapToDouble(Search::largestDifference)
                .min()
                .orElseThrow();
    }

    private static Diagnosis differs(Search search, List<Finding> findings) {
        Quantity quantity = search.firstWrong().orElseThrow();
        Values yours = search.step().givenOf(quantity);
        Values ours = search.ours(quantity);
        return new Diagnosis(
                Verdict.DIFFERS,
                FirstDifference.of(search.step(), quantity, ours, search.rounding()),
                findings,
                findings.isEmpty(),
                RatioPattern.of(quantity.name(), yours, ours, search.rounding()),
                null);
    }

    /** One finding per kind of mistake and company; the best explanation comes first. */
    private static List<Finding> findings(List<Explanation> explanations, boolean rounded) {
        Map<String, Finding> findings = new LinkedHashMap<>();
        for (Explanation explanation : explanations) {
            List<Cause> causes = explanation.causes();
            for (int i = 0; i < causes.size(); i++) {
                Cause cause = causes.get(i);
                String other = causes.size() > 1 ? causes.get(1 - i).id() : rounded ? Catalogue.FLOAT32 : null;
                String key = cause.id() + " " + other;
                findings.putIfAbsent(
                        key, new Finding(cause.id(), cause.sentence(), explanation.restoresWithin(), other));
            }
        }
        List<Finding> listed =
                new ArrayList<>(findings.values().stream().limit(LISTED).toList());
        if (rounded) {
            listed.add(new Finding(
                    Catalogue.FLOAT32,
                    FLOAT32_SENTENCE,
                    explanations.get(0).restoresWithin(),
                    listed.get(0).id()));
        }
        return listed;
    }
}
