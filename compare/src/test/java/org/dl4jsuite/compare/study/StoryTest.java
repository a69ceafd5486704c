package org.dl4jsuite.compare.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.dl4jsuite.compare.document.HtmlRenderer;
import org.dl4jsuite.compare.lessons.LessonEntry;
import org.dl4jsuite.compare.lessons.Lessons;
import org.dl4jsuite.compare.study.ScalingExperiment.Look;
import org.dl4jsuite.data.Mnist;
import org.dl4jsuite.scratch.Variant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StoryTest {
    private static final Pattern LINK = Pattern.compile("<a href=\"([^\"#]*)(?:#([^\"]*))?\">");

    private static final Map<String, String> HTML = new LinkedHashMap<>();

    @BeforeAll
    static void render() {
        for (StudyPage page : ExampleStory.pages()) {
            HTML.put(page.file(), HtmlRenderer.render(page.document()));
        }
    }

    private static String html(String file) {
        return Objects.requireNonNull(HTML.get(file), file);
    }

    private static String index() {
        return html(StudyPage.INDEX);
    }

    @Test
    void storyHasEveryLesson() {
        assertThat(Lessons.all())
                .allSatisfy(lesson ->
                        assertThat(index()).as(lesson.id()).contains("<a href=\"" + lesson.id() + ".html\">"));
    }

    @Test
    void mistakesOnPurposeStandBesideWhatCatchesThem() {
        assertThat(HTML)
                .hasEntrySatisfying(
                        DerivativePage.FILE,
                        html -> assertThat(html).contains("half-missing", "after step 1 the weights differ", "2 of 3"));
    }

    @Test
    void everyLinkOfTheIndexLeadsSomewhere() {
        List<String> lessons = Lessons.all().stream().map(LessonEntry::id).toList();
        assertThat(LINK.matcher(index()).results()).isNotEmpty().allSatisfy(link -> {
            String file = link.group(1).isEmpty() ? StudyPage.INDEX : link.group(1);
            if (!lessons.contains(file.replace(".html", ""))) {
                assertThat(link.group(2) == null || html(file).contains("id=\"" + link.group(2) + "\""))
                        .as(link.group())
                        .isTrue();
            }
        });
    }

    /** The questions of the index, each one click from its answer. */
    @Test
    void answersAreASingleClickAway() {
        assertThat(index())
                .contains(
                        "book-rule.html#algebra",
                        "inputs-and-targets.html#inputs",
                        "what-dl4j-does.html#weights",
                        "forgotten-derivative.html#gradients",
                        "what-dl4j-does.html#slow");
    }

    @Test
    void theBooksRuleFollowsTwoLosses() {
        TwoLosses losses = TwoLosses.measure();
        double rounding = 1e-10;
        assertThat(losses.hidden().crossEntropy()).isLessThan(rounding);
        assertThat(losses.hidden().squaredError()).isGreaterThan(1e-3);
        assertThat(losses.output().squaredError()).isLessThan(rounding);
        assertThat(losses.output().crossEntropy()).isGreaterThan(1e-3);
        assertThat(losses.hidden().dl4j()).isGreaterThan(1e-3);
        assertThat(losses.output().dl4j()).isLessThan(1e-14);
        assertThat(losses.hidden().dl4jSquaredError()).isLessThan(rounding);
    }

    @Test
    void zeroInputsDoNotLearnAndHardTargetsSaturate() {
        List<Look> looks = ScalingExperiment.run(Mnist.load().first(100, 10), List.of(1, 4));
        assertThat(looks).hasSize(4 * 2).allSatisfy(look -> {
            boolean fromZero = look.scale().smallestInput() == 0;
            assertThat(look.unchanged() > 0).as(look.toString()).isEqualTo(fromZero);
            // whole pixels, with the links to all hidden nodes
            assertThat(look.unchanged() % ScalingExperiment.HIDDEN).isZero();
        });
        assertThat(looks.get(5).largestSum()).isGreaterThan(looks.get(1).largestSum());
        assertThat(looks.get(5).slope()).isLessThan(looks.get(1).slope());
    }

    @Test
    void sweepsOfBothRulesAreStored() {
        assertThat(ExampleStory.FINDINGS.accuracies(Variant.TRUE_GRADIENT, 1)).hasSizeGreaterThanOrEqualTo(10);
        assertThat(ExampleStory.FINDINGS.accuracies(Variant.BOOK_RULE, 5)).hasSizeGreaterThanOrEqualTo(10);
    }

    @Test
    void dl4jKeepsTheSameWeightsAtTransposedPlaces() {
        String page = html(AnatomyPage.FILE);
        assertThat(page).contains("<td>W1[2][0]</td>").contains("<td>0_W[0][2]</td>");
        assertThat(AnatomyPage.sameWeights()).hasSize(6).allSatisfy(weight -> {
            assertThat(weight.ofDl4j()).isEqualTo(weight.ofScratch());
            assertThat(weight.ofScratch()).isEqualTo(weight.place() + 1);
        });
    }
}
