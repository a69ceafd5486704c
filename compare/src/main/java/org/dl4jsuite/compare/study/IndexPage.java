package org.dl4jsuite.compare.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dl4jsuite.compare.document.Block;
import org.dl4jsuite.compare.document.Document;
import org.dl4jsuite.compare.document.Format;
import org.dl4jsuite.compare.document.Span;
import org.dl4jsuite.compare.document.Span.Tone;
import org.dl4jsuite.compare.document.Table;
import org.dl4jsuite.compare.lessons.LessonResult;

/** The page that leads to all others: from one weight to MNIST, in reading order. */
final class IndexPage {
    private static final String TITLE = "From one weight to MNIST";

    /** A step of the story: a lesson, and what it adds to those before. */
    private record Step(String lesson, String adds) {}

    private record Chapter(String id, String title, String about, List<Step> steps) {}

    private static final List<Chapter> CHAPTERS = List.of(
            new Chapter(
                    "one-weight",
                    "One weight",
                    "To learn is to change a number by what its error says.",
                    List.of(
                            new Step(
                                    "kilometres-to-miles",
                                    "One number is guessed, the error is seen, and the number is changed in proportion."),
                            new Step(
                                    "garden-bugs",
                                    "Two examples pull the number to and fro; a learning rate keeps the last one from winning."),
                            new Step(
                                    "hot-and-cold",
                                    "Without any calculus: try a little more and a little less, and keep what is better."))),
            new Chapter(
                    "several-weights",
                    "Several weights",
                    "A node adds up what its links carry. The slope of the error tells each link its share.",
                    List.of(
                            new Step("toes", "Several inputs and outputs: each output is a weighted sum."),
                            new Step(
                                    "three-outputs",
                                    "The slope replaces the trying: the error of an output times the input of the link."),
                            new Step("spam-neuron", "An offset and a sigmoid make the sum an answer between 0 and 1."),
                            new Step(
                                    "boolean-functions",
                                    "One node draws one line. And and or are on either side of one; exclusive or is not."),
                            new Step(
                                    "two-layer-toy",
                                    "With the sigmoid, the slope of the output decides how much an error counts."))),
            new Chapter(
                    "by-hand",
                    "A hidden layer, by hand",
                    "What leaves one layer enters the next. The way back is the same links in the other direction.",
                    List.of(
                            new Step("two-nodes-by-hand", "A signal through one layer, on paper."),
                            new Step("three-layers-by-hand", "A signal through a hidden layer, on paper."),
                            new Step(
                                    "errors-by-hand",
                                    "A hidden node has no target. It gets its error through the links that it fed."),
                            new Step(
                                    "weight-update-by-hand", "One step on one weight, with every factor of the slope."),
                            new Step(
                                    "step-by-step",
                                    "One whole step, there and back, with a number under every symbol."))),
            new Chapter(
                    "hidden-layer",
                    "A hidden layer learns",
                    "The same few lines, run until the error is small.",
                    List.of(
                            new Step(
                                    "three-layer-toy",
                                    "Exclusive or, which no single line separates, is learned through four hidden nodes."),
                            new Step("pet-shop-survey", "The same network answers another question."),
                            new Step("four-steps", "Another loss: without the half, each step is twice as long."),
                            new Step("and-gate", "Biases, tanh, and a network that is saved and loaded."))),
            new Chapter(
                    "digits",
                    "Handwritten digits",
                    "784 pixels in, ten outputs. Nothing is new but the size.",
                    List.of(
                            new Step("digits", "A hundred digits, by the rule of the book."),
                            new Step("digits-true-gradient", "The same by the true gradient."),
                            new Step("mnist", "The suite's main network, as two programs of one name."))));

    private IndexPage() {}

    /** Returns the page; {@code lessons} are the lessons' pages by id, {@code results} their own runs. */
    static StudyPage of(
            Map<String, StudyPage> lessons,
            Map<String, LessonResult> results,
            Findings findings,
            List<StudyPage> worksheets) {
        List<Block.Section> sections = new ArrayList<>();
        for (Chapter chapter : CHAPTERS) {
            sections.add(new Block.Section(
                    chapter.id(), chapter.title(), chapter.about(), List.of(steps(chapter.steps(), lessons, results))));
        }
        sections.add(whole(findings));
        sections.add(questions());
        sections.add(paper(worksheets));
        return new StudyPage(
                StudyPage.INDEX,
                TITLE,
                new Document(
                        TITLE + " · study the pair",
                        "A network from scratch and its twin in DL4J, side by side, from one weight to 97 % of MNIST.",
                        List.of(head(results, findings)),
                        sections));
    }

    /** Returns the lessons' pages in the order of the story; those that it does not have come last. */
    static List<StudyPage> inReadingOrder(Map<String, StudyPage> lessons) {
        Map<String, StudyPage> rest = new LinkedHashMap<>(lessons);
        List<StudyPage> pages = new ArrayList<>();
        for (Chapter chapter : CHAPTERS) {
            for (Step step : chapter.steps()) {
                pages.add(known(lessons, step.lesson()));
                rest.remove(step.lesson());
            }
        }
        pages.addAll(rest.values());
        return pages;
    }

    private static Block head(Map<String, LessonResult> results, Findings findings) {
        long agree = results.values().stream().filter(LessonResult::agrees).count();
        return new Block.Card(
                Tone.of(agree == results.size()),
                "Study the pair",
                TITLE,
                "A network written from nothing and the same network in DL4J, line by line, with the numbers of a real run.",
                List.of(
                        new Block.Fact("Lessons", agree + " of " + results.size(), "agree on both sides"),
                        new Block.Fact(
                                "MNIST", Format.percent(accuracy(findings)), "after " + Findings.EPOCHS + " epochs")),
                List.of());
    }

    private static Block steps(List<Step> steps, Map<String, StudyPage> lessons, Map<String, LessonResult> results) {
        return Table.of(Table.Look.TEXT, steps)
                .column("page", step -> known(lessons, step.lesson()).link())
                .column("what it adds", Step::adds)
                .column("what the run gave", step -> number(known(results, step.lesson())))
                .build();
    }

    /** Returns the error that a run ends with, or, of a lesson without steps, the first output. */
    private static Table.Cell number(LessonResult result) {
        int steps = result.options().iterations();
        return steps == 0
                ? Table.Cell.of(
                        Span.of(Tone.STRONG, Format.brief(result.scratch().outputs()[0][0])),
                        Span.of("the first output"))
                : Table.Cell.of(
                        Span.of(Tone.STRONG, Format.brief(result.scratch().finalError())),
                        Span.of("error after " + Format.counted(steps, "iteration")));
    }

    private static Block.Section whole(Findings findings) {
        return new Block.Section(
                "mnist-whole",
                "All of MNIST",
                "",
                List.of(
                        Block.text(
                                Span.of("The same network, 784-200-10, on all 60,000 images for " + Findings.EPOCHS
                                        + " epochs reads "),
                                Span.of(Tone.STRONG, Format.percent(accuracy(findings))),
                                Span.of(
                                        " of the 10,000 test images. The fast from-scratch network ran it for this page:")),
                        new Block.Code("./suite train --side scratch-fast --epochs " + Findings.EPOCHS + " --seed 1")));
    }

    private static double accuracy(Findings findings) {
        return findings.mnist().get(Findings.EPOCHS - 1);
    }

    private static Block.Section questions() {
        return new Block.Section(
                "questions",
                "Questions that the pair answers",
                "",
                List.of(new Block.Items(
                        Tone.PLAIN,
                        Stream.of(
                                        Span.link(
                                                "Why does the book's rule differ from the gradient?",
                                                BookRulePage.FILE + "#algebra"),
                                        Span.link("Why do inputs start at 0.01?", ScalingPage.FILE + "#inputs"),
                                        Span.link("Why are targets 0.01 and 0.99?", ScalingPage.FILE + "#targets"),
                                        Span.link(
                                                "Which check would catch a forgotten derivative?",
                                                DerivativePage.FILE + "#gradients"),
                                        Span.link(
                                                "Where does DL4J keep the same weights?",
                                                AnatomyPage.FILE + "#weights"),
                                        Span.link(
                                                "What does DL4J do that the hand-written network does not?",
                                                AnatomyPage.FILE + "#operations"),
                                        Span.link("Where does the time of one fit go?", AnatomyPage.FILE + "#anatomy"),
                                        Span.link(
                                                "Why is DL4J slow on this network, and when is it not?",
                                                AnatomyPage.FILE + "#slow"))
                                .map(List::of)
                                .toList())));
    }

    private static Block.Section paper(List<StudyPage> worksheets) {
        return new Block.Section(
                "paper",
                "On paper",
                "Print them, fill in the blanks, and compare.",
                List.of(
                        new Block.Items(
                                Tone.PLAIN,
                                worksheets.stream()
                                        .map(page -> List.of(page.link()))
                                        .toList()),
                        Block.text("Another seed gives another sheet:"),
                        new Block.Code("./suite worksheet --seed 7")));
    }

    private static <T> T known(Map<String, T> map, String id) {
        T value = map.get(id);
        if (value == null) {
            throw new IllegalStateException("The story has the lesson " + id + ", which is not there");
        }
        return value;
    }
}
