package org.dl4jsuite.compare.lessons;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options of {@code suite lesson ID} that change a run; what is not given is as in the source. */
public final class LessonArguments {
    @Option(names = "--seed", paramLabel = "S", description = "Of the random first weights, as numpy.random.seed(S).")
    private @Nullable Long seed;

    @Option(names = "--rate", paramLabel = "R", description = "Learning rate.")
    private @Nullable Double rate;

    @Option(names = "--hidden", paramLabel = "N", description = "Hidden nodes, where the lesson has any.")
    private @Nullable Integer hidden;

    @Option(names = "--iterations", paramLabel = "N", description = "Steps to take.")
    private @Nullable Integer iterations;

    @Option(names = "--log-every", paramLabel = "N", description = "Note the error every N iterations.")
    private @Nullable Integer logEvery;

    @Option(
            names = "--weights",
            paramLabel = "W",
            split = ",",
            description = "First weights and biases: layer by layer, W (out x in) row by row, then b.")
    private @Nullable List<Double> weights;

    @Option(
            names = "--examples",
            paramLabel = "IN=OUT",
            arity = "1..*",
            converter = ExampleConverter.class,
            description = "Learn from these instead, for example --examples 0,0,1=0 0,1,1=1 1,0,1=1 1,1,1=1.")
    private @Nullable List<LessonOptions.Example> examples;

    /** Reads {@code 0,0,1=0}. */
    private static final class ExampleConverter implements ITypeConverter<LessonOptions.Example> {
        @Override
        public LessonOptions.Example convert(String text) {
            String[] sides = text.split("=", -1);
            if (sides.length != 2) {
                throw new TypeConversionException(
                        "\"" + text + "\" is not of the form inputs=targets, for example 0,1=1");
            }
            return new LessonOptions.Example(numbers(sides[0]), numbers(sides[1]));
        }

        private static List<Double> numbers(String text) {
            try {
                return Stream.of(text.split(",", -1)).map(Double::valueOf).toList();
            } catch (NumberFormatException e) {
                throw new TypeConversionException("\"" + text + "\" is not a list of numbers, for example 0,1");
            }
        }
    }

    /** Returns the options that a text gives, for example {@code --rate 10 --iterations 100}. */
    public static LessonArguments parse(String text) {
        String[] words = text.isBlank() ? new String[0] : text.strip().split("\\s+");
        return CommandLine.populateCommand(new LessonArguments(), words);
    }

    /** Returns a lesson's options, changed as given; unchecked. */
    public LessonOptions over(LessonOptions defaults) {
        int steps = Objects.requireNonNullElse(iterations, defaults.iterations());
        return new LessonOptions(
                Objects.requireNonNullElse(seed, defaults.seed()),
                Objects.requireNonNullElse(rate, defaults.rate()),
                Objects.requireNonNullElse(hidden, defaults.hidden()),
                steps,
                Objects.requireNonNullElse(logEvery, Math.min(defaults.logEvery(), Math.max(1, steps))),
                weights,
                examples);
    }

    /** Returns the seed that was given, if any. */
    public @Nullable Long seed() {
        return seed;
    }

    /** Returns the number of hidden nodes that was given, if any. */
    public @Nullable Integer hidden() {
        return hidden;
    }
}
