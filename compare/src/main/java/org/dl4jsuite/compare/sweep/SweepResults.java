package org.dl4jsuite.compare.sweep;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.dl4jsuite.compare.Provenance;

/**
 * Trainings on the same images, each at most once.
 *
 * @param data the images
 * @param results in canonical order, their epochs left aside; of trainings that differ only in these, the longest, which
 *     holds the others
 */
public record SweepResults(SweepData data, List<SweepResult> results) {

    /** Sorts, and leaves out what a longer training holds. */
    public static SweepResults of(SweepData data, Collection<SweepResult> results) {
        TreeMap<SweepConfiguration, SweepResult> longest = new TreeMap<>();
        for (SweepResult result : results) {
            longest.merge(
                    result.configuration().withEpochs(0),
                    result,
                    (one, other) ->
                            other.configuration().epochs() > one.configuration().epochs() ? other : one);
        }
        return new SweepResults(data, List.copyOf(longest.values()));
    }

    /**
     * What is to be run so that all of these are there: in canonical order, their epochs left aside, and none that a longer
     * one holds.
     */
    public List<SweepConfiguration> missing(Collection<SweepConfiguration> wanted) {
        TreeMap<SweepConfiguration, Integer> epochs = new TreeMap<>();
        wanted.forEach(each -> epochs.merge(each.withEpochs(0), each.epochs(), Math::max));
        for (SweepResult result : results) {
            epochs.computeIfPresent(
                    result.configuration().withEpochs(0),
                    (key, needed) -> needed <= result.configuration().epochs() ? null : needed);
        }
        return epochs.entrySet().stream()
                .map(entry -> entry.getKey().withEpochs(entry.getValue()))
                .toList();
    }

    /** Only the trainings of these settings and seeds, whatever their epochs. */
    public SweepResults only(Collection<SweepConfiguration> wanted) {
        Set<SweepConfiguration> kept = new HashSet<>();
        wanted.forEach(each -> kept.add(each.withEpochs(0)));
        return new SweepResults(
                data,
                results.stream()
                        .filter(result -> kept.contains(result.configuration().withEpochs(0)))
                        .toList());
    }

    /** Where they come from; each machine and its software once, at its first time. */
    public Collection<Provenance> origins() {
        Map<String, Provenance> origins = new LinkedHashMap<>();
        results.stream()
                .map(SweepResult::origin)
                .distinct() // few; an id takes a checksum
                .forEach(origin -> origins.merge(
                        SweepLines.id(origin),
                        origin,
                        (one, other) -> one.created().isAfter(other.created()) ? other : one));
        return origins.values();
    }
}
