package org.dl4jsuite.compare.lessons;

import java.util.List;
import java.util.Optional;
import org.dl4jsuite.data.FannFile;
import org.dl4jsuite.scratch.Variant;
import org.dl4jsuite.scratch.lessons.AndGate;
import org.dl4jsuite.scratch.lessons.Digits;
import org.dl4jsuite.scratch.lessons.FourSteps;
import org.dl4jsuite.scratch.lessons.PetShopSurvey;
import org.dl4jsuite.scratch.lessons.ThreeLayerToy;
import org.dl4jsuite.scratch.lessons.TwoLayerToy;

/** All lessons, in the order in which the sources build on each other. A new lesson is one more entry here. */
public final class Lessons {
    private Lessons() {}

    public static List<LessonEntry> all() {
        return List.of(
                new LessonEntry(
                        "two-layer-toy",
                        "3-1",
                        "one layer learns by the slope of its outputs",
                        new LessonOptions(1, 1, 0, 10_000, 1_000),
                        o -> new TwoLayerToy(o.seed(), o.rate()),
                        o -> new org.dl4jsuite.dl4j.lessons.TwoLayerToy(o.rate())),
                new LessonEntry(
                        "three-layer-toy",
                        "3-4-1",
                        "back-propagation through a hidden layer",
                        new LessonOptions(1, 1, 4, 60_000, 10_000),
                        o -> new ThreeLayerToy(o.seed(), o.rate(), o.hidden()),
                        o -> new org.dl4jsuite.dl4j.lessons.ThreeLayerToy(o.rate(), o.hidden())),
                new LessonEntry(
                        "pet-shop-survey",
                        "3-4-1",
                        "the same network on another question",
                        new LessonOptions(1, 1, 4, 60_000, 10_000),
                        o -> new PetShopSurvey(o.seed(), o.rate(), o.hidden()),
                        o -> new org.dl4jsuite.dl4j.lessons.PetShopSurvey(o.rate(), o.hidden())),
                new LessonEntry(
                        "four-steps",
                        "3-4-1",
                        "a loss without the half: the factor 2 stays",
                        new LessonOptions(1, 1, 4, 1_500, 100),
                        o -> new FourSteps(o.seed(), o.rate(), o.hidden()),
                        o -> new org.dl4jsuite.dl4j.lessons.FourSteps(o.rate(), o.hidden())),
                new LessonEntry(
                        "and-gate",
                        "2-4-1",
                        "biases and tanh; save, load, run",
                        new LessonOptions(1, 0.7, 4, 10_000, 1_000),
                        o -> new AndGate(o.seed(), o.rate(), o.hidden(), FannFile.and().inputs(), FannFile.and().targets()),
                        o -> new org.dl4jsuite.dl4j.lessons.AndGate(
                                o.rate(), o.hidden(), FannFile.and().inputs(), FannFile.and().targets())),
                digits("digits", "digits by the book's rule", Variant.BOOK_RULE),
                digits("digits-true-gradient", "digits by the true gradient", Variant.TRUE_GRADIENT));
    }

    /** The lesson with this id. */
    public static Optional<LessonEntry> find(String id) {
        return all().stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    private static LessonEntry digits(String id, String teaches, Variant variant) {
        return new LessonEntry(
                id,
                "784-100-10",
                teaches,
                new LessonOptions(1, 0.3, 100, DigitRecords.SMALL_SET, 10),
                o -> {
                    DigitRecords records = DigitRecords.of(o.iterations());
                    return new Digits(
                            o.seed(),
                            o.rate(),
                            o.hidden(),
                            variant,
                            records.inputs(),
                            records.targets(),
                            records.testInputs(),
                            records.testTargets());
                },
                o -> {
                    DigitRecords records = DigitRecords.of(o.iterations());
                    return new org.dl4jsuite.dl4j.lessons.Digits(
                            o.rate(),
                            o.hidden(),
                            variant == Variant.BOOK_RULE,
                            records.inputs(),
                            records.targets(),
                            records.testInputs(),
                            records.testTargets());
                });
    }
}
