package org.dl4jsuite.compare.lessons;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dl4jsuite.compare.Progress;
import org.dl4jsuite.scratch.lessons.Lesson;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every lesson: a new one is tested by being registered. */
class LessonsTest {
    /** DL4J takes a third of a millisecond a step even on the smallest network: the rest runs in the long profile. */
    private static final int MOST_STEPS = 100;

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
                defaults.hidden(),
                Math.min(MOST_STEPS, defaults.iterations()),
                Math.min(100, defaults.logEvery()));
        LessonResult result = LessonRun.run(lesson, options, Progress.silent());
        assertThat(result.complaints()).isEmpty();
        LessonResult again = LessonRun.run(lesson, options, Progress.silent());
        assertThat(again.scratch().parameters())
                .containsExactly(result.scratch().parameters());
        assertThat(again.dl4j().parameters()).containsExactly(result.dl4j().parameters());
        assertThat(again.maxDifference()).isEqualTo(result.maxDifference());
    }

    /** A twin that learns rightly but tells another gradient. */
    private record WrongGradient(org.dl4jsuite.dl4j.lessons.Lesson lesson)
            implements org.dl4jsuite.dl4j.lessons.Lesson {
        @Override
        public double[] gradient() {
            double[] gradient = lesson.gradient();
            gradient[1] += 1e-9;
            return gradient;
        }

        @Override
        public double[] parameters() {
            return lesson.parameters();
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
        public double error() {
            return lesson.error();
        }
    }

    @Test
    void aGradientThatAloneDiffersIsNamed() {
        LessonEntry right = Lessons.find("three-layer-toy").orElseThrow();
        LessonEntry wrong = new LessonEntry(
                right.id(),
                right.source(),
                right.layers(),
                right.teaches(),
                right.defaults(),
                right.scratch(),
                options -> new WrongGradient(right.dl4j().apply(options)));
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
    @MethodSource("lessons")
    void fromScratchEveryPublishedFigureIsMet(LessonEntry lesson) {
        LessonOptions options = lesson.defaults();
        Lesson scratch = lesson.scratch().apply(options);
        List<LessonResult.LogEntry> log = new ArrayList<>();
        double[][] outputs = scratch.outputs();
        for (int iteration = 0; iteration < Math.max(1, options.iterations()); iteration++) {
            if (iteration % options.logEvery() == 0) {
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
