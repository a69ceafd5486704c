package org.dl4jsuite.compare.lessons;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dl4jsuite.compare.Progress;
import org.dl4jsuite.compare.model.Tensor;
import org.dl4jsuite.dl4j.FeedForward;
import org.dl4jsuite.scratch.lessons.Lesson;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every lesson: a new one is tested by being registered. */
class LessonsTest {
    /** DL4J takes a third of a millisecond a step even on the smallest network: the rest runs in the long profile. */
    private static final int MAX_STEPS = 100;
    /** The long tests take all hidden nodes. */
    private static final int MAX_HIDDEN = 20;

    static List<LessonEntry> lessons() {
        return Lessons.all();
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void bothSidesAreTheSame(LessonEntry lesson) {
        LessonOptions defaults = lesson.defaults();
        LessonOptions options = new LessonOptions(
                defaults.seed(),
                defaults.rate(),
                Math.min(MAX_HIDDEN, defaults.hidden()),
                Math.min(MAX_STEPS, defaults.iterations()),
                Math.min(100, defaults.logEvery()));
        LessonResult result = LessonRun.run(lesson, options, Progress.silent());
        assertThat(result.complaints()).isEmpty();
        LessonResult again = LessonRun.run(lesson, options, Progress.silent());
        assertThat(again.scratch().parameters())
                .containsExactly(result.scratch().parameters());
        assertThat(again.dl4j().parameters()).containsExactly(result.dl4j().parameters());
        assertThat(again.maxDifference()).isEqualTo(result.maxDifference());
    }

    /** A twin that learns rightly but tells another gradient or other parameters. */
    private static final class WrongTwin extends org.dl4jsuite.dl4j.lessons.Lesson {
        private final org.dl4jsuite.dl4j.lessons.Lesson lesson;
        private final UnaryOperator<double[]> gradientFault;
        private final UnaryOperator<double[]> parameterFault;

        WrongTwin(
                org.dl4jsuite.dl4j.lessons.Lesson lesson,
                UnaryOperator<double[]> gradientFault,
                UnaryOperator<double[]> parameterFault) {
            super(FeedForward.of(1, 1, 1), new double[][] {{0}}, new double[][] {{0}});
            this.lesson = lesson;
            this.gradientFault = gradientFault;
            this.parameterFault = parameterFault;
        }

        @Override
        public double[] gradient() {
            return gradientFault.apply(lesson.gradient());
        }

        @Override
        public double[] parameters() {
            return parameterFault.apply(lesson.parameters());
        }

        @Override
        public void setParameters(double[] parameters) {
            lesson.setParameters(parameters);
        }

        @Override
        public double[][] outputs() {
            return lesson.outputs();
        }

        @Override
        public double loss() {
            return lesson.loss();
        }

        @Override
        public void step() {
            lesson.step();
        }

        @Override
        public Map<String, double[]> figures() {
            return lesson.figures();
        }

        @Override
        public double error() {
            return lesson.error();
        }
    }

    private static LessonEntry withTwin(
            String id, UnaryOperator<double[]> gradientFault, UnaryOperator<double[]> parameterFault) {
        LessonEntry right = Lessons.find(id).orElseThrow();
        return OtherTwin.of(
                right, options -> new WrongTwin(right.dl4j().apply(options), gradientFault, parameterFault));
    }

    /** A fault that adds to an element. */
    private static UnaryOperator<double[]> plus(int element, double difference) {
        return values -> {
            values[element] += difference;
            return values;
        };
    }

    @Test
    void aGradientThatAloneDiffersIsNamed() {
        LessonEntry wrong = withTwin("three-layer-toy", plus(1, 1e-9), UnaryOperator.identity());
        LessonResult result = LessonRun.run(wrong, new LessonOptions(1, 1, 4, 2, 1), Progress.silent());
        assertThat(result.agrees()).isFalse();
        assertThat(result.maxDifference()).isLessThan(1e-14);
        assertThat(result.disagreements())
                .hasSize(2)
                .allMatch(reason -> reason.contains("(tolerance ") && reason.contains("worst element 1: "));
        assertThat(result.complaints().get(0))
                .startsWith("three-layer-toy: gradient at the start: largest difference 1.0");
        assertThat(result.complaints().get(1)).startsWith("three-layer-toy: gradient at the end: largest difference ");
    }

    @ParameterizedTest
    @CsvSource({"three-outputs, 1e3, 59", "garden-bugs, 1e308, 2", "boolean-functions, 3, 200"})
    void whereBothSidesOverflowAlikeNeitherIsAccused(String id, double rate, int step) {
        LessonOptions defaults = Lessons.find(id).orElseThrow().defaults();
        LessonResult result = LessonRun.run(
                Lessons.find(id).orElseThrow(),
                new LessonOptions(1, rate, 0, defaults.iterations(), defaults.logEvery()),
                Progress.silent());
        assertThat(result.verdict()).isEqualTo("both diverged at step " + step + ": use a smaller rate");
        assertThat(result.agrees()).isFalse();
        assertThat(result.checks()).allMatch(LessonResult.Check::agrees);
        assertThat(result.complaints()).containsExactly(id + ": " + result.verdict());
        assertThat(result.maxDifference()).isFinite();
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void whatIsNotFiniteOnOneSideAloneIsADisagreement(double value) {
        LessonEntry wrong = withTwin("three-layer-toy", UnaryOperator.identity(), plus(3, value));
        LessonResult result = LessonRun.run(wrong, new LessonOptions(1, 1, 4, 2, 1), Progress.silent());
        assertThat(result.verdict()).isEqualTo("DISAGREE");
        assertThat(result.disagreements())
                .hasSize(1)
                .allMatch(
                        line -> line.contains("parameter 3 after 1 steps: scratch ") && line.endsWith("DL4J " + value));
        LessonEntry gradient = withTwin("three-layer-toy", plus(5, value), UnaryOperator.identity());
        assertThat(LessonRun.run(gradient, new LessonOptions(1, 1, 4, 2, 1), Progress.silent())
                        .verdict())
                .isEqualTo("DISAGREE");
    }

    @Test
    void aRunInWhichErrorsGrowBeyondMeasureIsCalledChaotic() {
        // its last step goes up or down by how an exact tie is rounded
        LessonEntry other = withTwin("hot-and-cold", UnaryOperator.identity(), weight -> {
            weight[0] += weight[0] == lastOfHotAndCold() ? 0.002 : 0;
            return weight;
        });
        LessonResult result = LessonRun.run(other, new LessonOptions(1, 0.001, 0, 1101, 500), Progress.silent());
        assertThat(result.verdict()).startsWith("chaotic from step 1101: ");
        assertThat(result.agrees()).isFalse();
        assertThat(result.checks()).allMatch(LessonResult.Check::agrees);
    }

    private static double lastOfHotAndCold() {
        LessonEntry entry = Lessons.find("hot-and-cold").orElseThrow();
        Lesson lesson = entry.scratch().apply(entry.defaults());
        for (int i = 0; i < entry.defaults().iterations(); i++) {
            lesson.step();
        }
        return lesson.parameters()[0];
    }

    @Test
    void theAndGatesFirstWeightsLieBetweenMinusATenthAndATenth() {
        LessonEntry entry = Lessons.find("and-gate").orElseThrow();
        double[] first = entry.scratch().apply(entry.defaults()).parameters();
        assertThat(first).doesNotHaveDuplicates();
        assertThat(Arrays.stream(first).boxed()).allMatch(weight -> -0.1 <= weight && weight < 0.1);
        assertThat(Arrays.stream(first).min().orElseThrow()).isNegative();
        assertThat(Arrays.stream(first).max().orElseThrow()).isPositive();
    }

    @Test
    void theAndGateIsSavedAndLoadedAsItIs() {
        LessonEntry entry = Lessons.find("and-gate").orElseThrow();
        Lesson scratch = entry.scratch().apply(entry.defaults());
        org.dl4jsuite.dl4j.lessons.Lesson dl4j = entry.dl4j().apply(entry.defaults());
        scratch.step();
        dl4j.setParameters(scratch.parameters());
        assertThat(scratch.figures().get("loaded outputs")).containsExactly(Tensor.flat(scratch.outputs()));
        assertThat(dl4j.figures().get("loaded outputs")).containsExactly(Tensor.flat(dl4j.outputs()));
    }

    @Test
    void aSpamNeuronThatIsLessSureMissesItsFigure() {
        PublishedFigure outputs = Lessons.find("spam-neuron").orElseThrow().published().stream()
                .filter(figure -> figure.name().equals("outputs"))
                .findFirst()
                .orElseThrow();
        double[] right = {1 / (1 + Math.exp(-5))};
        double[] wrong = {1 / (1 + Math.exp(-5.001))};
        assertThat(FigureCheck.of(outputs, right, right).met()).isTrue();
        assertThat(FigureCheck.of(outputs, wrong, right).met()).isFalse();
        assertThat(FigureCheck.of(outputs, right, wrong).met()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void fromScratchEveryPublishedFigureIsMet(LessonEntry lesson) {
        LessonOptions options = lesson.defaults();
        Lesson scratch = lesson.scratch().apply(options);
        List<LessonResult.LogEntry> log = new ArrayList<>();
        Set<Integer> printed = lesson.published().stream()
                .flatMap(figure -> Stream.ofNullable(figure.iterations()).flatMap(List::stream))
                .collect(Collectors.toSet());
        double[][] outputs = scratch.outputs();
        for (int iteration = 0; iteration < Math.max(1, options.iterations()); iteration++) {
            if (iteration % options.logEvery() == 0 || printed.contains(iteration)) {
                log.add(new LessonResult.LogEntry(iteration, scratch.error()));
            }
            outputs = scratch.outputs();
            if (options.iterations() > 0) {
                scratch.step();
            }
        }
        LessonResult.Run run =
                new LessonResult.Run(log, outputs, scratch.outputs(), scratch.error(), scratch.parameters());
        for (PublishedFigure figure : lesson.published()) {
            double[] value = LessonRun.value(figure, scratch.figures(), run);
            assertThat(FigureCheck.of(figure, value, value))
                    .matches(FigureCheck::met, lesson.id() + ": " + figure.name());
        }
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("lessons")
    void afterAllTheSourcesStepsBothSidesMeetEveryFigure(LessonEntry lesson) {
        LessonResult result = LessonRun.run(lesson, lesson.defaults(), Progress.silent());
        assertThat(result.complaints()).isEmpty();
        assertThat(result.figures()).hasSameSizeAs(lesson.published());
    }

    @Test
    void noLessonLacksATwinOrARegistryEntry() {
        Set<String> fromScratch = lessonClasses("org.dl4jsuite.scratch.lessons");
        Set<String> inDl4j = lessonClasses("org.dl4jsuite.dl4j.lessons");
        assertThat(inDl4j).as("every lesson has a twin of the same name").isEqualTo(fromScratch);
        Set<String> registered = new HashSet<>();
        for (LessonEntry entry : lessons()) {
            String name = entry.scratch().apply(entry.defaults()).getClass().getSimpleName();
            registered.add(name);
            assertThat(entry.dl4j().apply(entry.defaults()).getClass().getSimpleName())
                    .isEqualTo(name);
        }
        assertThat(registered).as("every lesson is registered in Lessons").isEqualTo(fromScratch);
        assertThat(lessons()).extracting(LessonEntry::id).doesNotHaveDuplicates();
    }

    @Test
    void everyFileOfFiguresBelongsToALesson() throws Exception {
        Path folder = Path.of(Objects.requireNonNull(Lessons.class.getResource("toes.json"))
                        .toURI())
                .getParent();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".json"))
                            .map(name -> name.substring(0, name.length() - ".json".length())))
                    .isNotEmpty()
                    .isSubsetOf(lessons().stream().map(LessonEntry::id).toList());
        }
    }

    private static Set<String> lessonClasses(String packageName) {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(packageName).stream()
                        .filter(type -> type.isAssignableTo(packageName + ".Lesson")
                                && !type.isInterface()
                                && !type.getModifiers().contains(JavaModifier.ABSTRACT))
                        .map(JavaClass::getSimpleName)
                        .collect(Collectors.toSet());
    }
}
