package org.dl4jsuite.compare.lessons;

import java.util.List;
import java.util.Optional;
import org.dl4jsuite.compare.UserError;
import org.dl4jsuite.data.FannFile;
import org.dl4jsuite.data.LabelledImages;
import org.dl4jsuite.data.Mnist;
import org.dl4jsuite.data.Split;
import org.dl4jsuite.scratch.Variant;
import org.dl4jsuite.scratch.lessons.AndGate;
import org.dl4jsuite.scratch.lessons.BooleanFunctions;
import org.dl4jsuite.scratch.lessons.Digits;
import org.dl4jsuite.scratch.lessons.ErrorsByHand;
import org.dl4jsuite.scratch.lessons.FourSteps;
import org.dl4jsuite.scratch.lessons.GardenBugs;
import org.dl4jsuite.scratch.lessons.HotAndCold;
import org.dl4jsuite.scratch.lessons.KilometresToMiles;
import org.dl4jsuite.scratch.lessons.MnistProgram;
import org.dl4jsuite.scratch.lessons.PetShopSurvey;
import org.dl4jsuite.scratch.lessons.SpamNeuron;
import org.dl4jsuite.scratch.lessons.StepByStep;
import org.dl4jsuite.scratch.lessons.ThreeLayerToy;
import org.dl4jsuite.scratch.lessons.ThreeLayersByHand;
import org.dl4jsuite.scratch.lessons.ThreeOutputs;
import org.dl4jsuite.scratch.lessons.Toes;
import org.dl4jsuite.scratch.lessons.TwoLayerToy;
import org.dl4jsuite.scratch.lessons.TwoNodesByHand;
import org.dl4jsuite.scratch.lessons.WeightUpdateByHand;

/** All lessons, in the order in which the sources build on each other. A new lesson is one more entry here. */
public final class Lessons {
    /** Training records of the book's first trial, which are MNIST's first. */
    private static final int BOOKS_FIRST_TRIAL = 100;

    private static final class LoadedOnce {
        static final Split MNIST = Mnist.load();
    }

    private Lessons() {}

    /** Returns all lessons. */
    public static List<LessonEntry> all() {
        return List.of(
                new LessonEntry(
                        "toes",
                        "Deep Learning with NO Libraries, parts 1 to 5",
                        "3-3",
                        "a prediction is a weighted sum",
                        new LessonOptions(1, 0.001, 0, 0, 1),
                        o -> new Toes(o.rate()),
                        o -> new org.dl4jsuite.dl4j.lessons.Toes(o.rate())),
                new LessonEntry(
                        "hot-and-cold",
                        "Deep Learning with NO Libraries, parts 6 and 7",
                        "1-1",
                        "learning without a derivative: try both ways",
                        new LessonOptions(1, 0.001, 0, 1101, 100),
                        o -> new HotAndCold(o.rate()),
                        o -> new org.dl4jsuite.dl4j.lessons.HotAndCold(o.rate())),
                new LessonEntry(
                        "three-outputs",
                        "Deep Learning with NO Libraries, part 8",
                        "1-3",
                        "gradient descent at its barest: delta times input",
                        new LessonOptions(1, 0.1, 0, 200, 20),
                        o -> new ThreeOutputs(o.rate()),
                        o -> new org.dl4jsuite.dl4j.lessons.ThreeOutputs(o.rate())),
                new LessonEntry(
                        "spam-neuron",
                        "Step 1 of the tutorial collection",
                        "2-1",
                        "one neuron: weights, offset, sigmoid",
                        new LessonOptions(1, 1, 0, 0, 1),
                        o -> new SpamNeuron(o.rate()),
                        o -> new org.dl4jsuite.dl4j.lessons.SpamNeuron(o.rate())),
                new LessonEntry(
                        "two-layer-toy",
                        "A Neural Network in 11 lines of Python, part 1",
                        "3-1",
                        "one layer learns by the slope of its outputs",
                        new LessonOptions(1, 1, 0, 10_000, 1_000),
                        o -> new TwoLayerToy(o.seed(), o.rate()),
                        o -> new org.dl4jsuite.dl4j.lessons.TwoLayerToy(o.rate())),
                new LessonEntry(
                        "three-layer-toy",
                        "A Neural Network in 11 lines of Python, part 2",
                        "3-4-1",
                        "back-propagation through a hidden layer",
                        new LessonOptions(1, 1, 4, 60_000, 10_000),
                        o -> new ThreeLayerToy(o.seed(), o.rate(), o.hidden()),
                        o -> new org.dl4jsuite.dl4j.lessons.ThreeLayerToy(o.rate(), o.hidden())),
                new LessonEntry(
                        "pet-shop-survey",
                        "Building a Working Brain with 28 Lines of Code",
                        "3-4-1",
                        "the same network on another question",
                        new LessonOptions(1, 1, 4, 60_000, 10_000),
                        o -> new PetShopSurvey(o.seed(), o.rate(), o.hidden()),
                        o -> new org.dl4jsuite.dl4j.lessons.PetShopSurvey(o.rate(), o.hidden())),
                new LessonEntry(
                        "four-steps",
                        "James Loy, Creating a neural network in four steps",
                        "3-4-1",
                        "a loss without the half: the factor 2 stays",
                        new LessonOptions(1, 1, 4, 1_500, 100),
                        o -> new FourSteps(o.seed(), o.rate(), o.hidden()),
                        o -> new org.dl4jsuite.dl4j.lessons.FourSteps(o.rate(), o.hidden())),
                new LessonEntry(
                        "and-gate",
                        "The tutorial of the Fast Artificial Neural Network library",
                        "2-4-1",
                        "biases and tanh; save, load, run",
                        new LessonOptions(1, 0.7, 4, 10_000, 1_000),
                        o -> new AndGate(
                                o.seed(),
                                o.rate(),
                                o.hidden(),
                                FannFile.and().inputs(),
                                FannFile.and().targets()),
                        o -> new org.dl4jsuite.dl4j.lessons.AndGate(
                                o.rate(),
                                o.hidden(),
                                FannFile.and().inputs(),
                                FannFile.and().targets())),
                new LessonEntry(
                        "kilometres-to-miles",
                        "Tariq Rashid, Make Your Own Neural Network, part 1",
                        "1-1",
                        "one number adjusted by its error",
                        new LessonOptions(1, 0.00005, 0, 20, 1),
                        o -> new KilometresToMiles(o.rate()),
                        o -> new org.dl4jsuite.dl4j.lessons.KilometresToMiles(o.rate())),
                new LessonEntry(
                        "garden-bugs",
                        "Tariq Rashid, Make Your Own Neural Network, part 1",
                        "1-1",
                        "moderated steps: the last example must not win",
                        new LessonOptions(1, 0.5, 0, 2, 1),
                        o -> new GardenBugs(o.rate()),
                        o -> new org.dl4jsuite.dl4j.lessons.GardenBugs(o.rate())),
                new LessonEntry(
                        "boolean-functions",
                        "Tariq Rashid, Make Your Own Neural Network, part 1",
                        "2-3",
                        "one line separates AND and OR, but not XOR",
                        new LessonOptions(1, 0.1, 0, 200, 20),
                        o -> new BooleanFunctions(o.rate()),
                        o -> new org.dl4jsuite.dl4j.lessons.BooleanFunctions(o.rate())),
                new LessonEntry(
                        "two-nodes-by-hand",
                        "Tariq Rashid, Make Your Own Neural Network, part 1",
                        "2-2",
                        "a signal through one layer, on paper",
                        new LessonOptions(1, 1, 0, 0, 1),
                        o -> new TwoNodesByHand(o.rate()),
                        o -> new org.dl4jsuite.dl4j.lessons.TwoNodesByHand(o.rate())),
                new LessonEntry(
                        "three-layers-by-hand",
                        "Tariq Rashid, Make Your Own Neural Network, part 1",
                        "3-3-3",
                        "a signal through a hidden layer, on paper",
                        new LessonOptions(1, 1, 0, 0, 1),
                        o -> new ThreeLayersByHand(o.rate()),
                        o -> new org.dl4jsuite.dl4j.lessons.ThreeLayersByHand(o.rate())),
                new LessonEntry(
                        "errors-by-hand",
                        "Tariq Rashid, Make Your Own Neural Network, part 1",
                        "2-2",
                        "how errors are shared back",
                        new LessonOptions(1, 0.02, 0, 0, 1),
                        o -> new ErrorsByHand(o.rate()),
                        o -> new org.dl4jsuite.dl4j.lessons.ErrorsByHand(o.rate())),
                new LessonEntry(
                        "weight-update-by-hand",
                        "Tariq Rashid, Make Your Own Neural Network, part 1",
                        "2-1",
                        "one gradient step on one weight",
                        new LessonOptions(1, 0.1, 0, 1, 1),
                        o -> new WeightUpdateByHand(o.rate()),
                        o -> new org.dl4jsuite.dl4j.lessons.WeightUpdateByHand(o.rate())),
                new LessonEntry(
                        "step-by-step",
                        "Matt Mazur, A Step by Step Backpropagation Example",
                        "2-2-2",
                        "every number of one round, with biases",
                        new LessonOptions(1, 0.5, 0, 10_000, 1_000),
                        o -> new StepByStep(o.rate()),
                        o -> new org.dl4jsuite.dl4j.lessons.StepByStep(o.rate())),
                digits(
                        "digits",
                        " (prints the performance, 1 - error: 0.6)",
                        "digits by the book's rule",
                        Variant.BOOK_RULE),
                digits("digits-true-gradient", "", "digits by the true gradient", Variant.TRUE_GRADIENT),
                mnist());
    }

    /** Returns the lesson with this id. */
    public static Optional<LessonEntry> find(String id) {
        return all().stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    private static LessonEntry mnist() {
        return new LessonEntry(
                "mnist",
                "The suite's main network, after Tariq Rashid, Make Your Own Neural Network, part 2",
                "784-200-10",
                "the two programs named MnistNetwork, image by image",
                new LessonOptions(1, 0.1, 200, 100, 10),
                o -> {
                    if (o.hidden() % 4 != 0) {
                        throw new UserError("--hidden " + o.hidden()
                                + ": the program from scratch adds four products at a time; use a multiple of 4.");
                    }
                    LabelledImages train = records(o.iterations()).train();
                    byte[][] images = new byte[train.size()][];
                    byte[] labels = new byte[train.size()];
                    for (int i = 0; i < images.length; i++) {
                        images[i] = train.image(i);
                        labels[i] = (byte) train.label(i);
                    }
                    return new MnistProgram(o.seed(), o.rate(), o.hidden(), images, labels);
                },
                o -> new org.dl4jsuite.dl4j.lessons.MnistProgram(
                        o.rate(), o.hidden(), records(o.iterations()).train().recordReader()));
    }

    private static LessonEntry digits(String id, String remark, String teaches, Variant variant) {
        return new LessonEntry(
                id,
                "Tariq Rashid, Make Your Own Neural Network, part 2" + remark,
                "784-100-10",
                teaches,
                new LessonOptions(1, 0.3, 100, BOOKS_FIRST_TRIAL, 10),
                o -> {
                    LabelledImages train = records(o.iterations()).train();
                    LabelledImages test = records(o.iterations()).test();
                    return new Digits(
                            o.seed(),
                            o.rate(),
                            o.hidden(),
                            variant,
                            train.inputs(0, train.size()),
                            train.targets(0, train.size()),
                            test.inputs(0, test.size()),
                            test.targets(0, test.size()));
                },
                o -> {
                    LabelledImages train = records(o.iterations()).train();
                    LabelledImages test = records(o.iterations()).test();
                    return new org.dl4jsuite.dl4j.lessons.Digits(
                            o.rate(),
                            o.hidden(),
                            variant == Variant.BOOK_RULE,
                            train.inputs(0, train.size()),
                            train.targets(0, train.size()),
                            test.inputs(0, test.size()),
                            test.targets(0, test.size()));
                });
    }

    /** Returns the book's 100 records for training and 10 for testing, or all of MNIST for more steps than that. */
    private static Split records(int iterations) {
        Split mnist = LoadedOnce.MNIST;
        return iterations <= BOOKS_FIRST_TRIAL
                ? mnist.first(BOOKS_FIRST_TRIAL, 10)
                : mnist.first(
                        Math.min(iterations, mnist.train().size()), mnist.test().size());
    }
}
