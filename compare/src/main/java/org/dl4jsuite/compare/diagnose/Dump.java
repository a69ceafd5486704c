package org.dl4jsuite.compare.diagnose;

import static org.dl4jsuite.compare.diagnose.InvalidDumpException.require;

import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote down of one step of their network, by name: {@code W1}, {@code b1}, …, {@code x}, {@code t}, and
 * whatever they have of {@code z1}, {@code a1}, …, {@code output}, {@code loss}, {@code dW1}, {@code db1}, …,
 * {@code W1_after}, {@code b1_after}, …
 *
 * @param arrays by name
 * @param settings what is known of the network
 */
public record Dump(Map<String, DumpArray> arrays, Settings settings) {
    private static final Pattern NAMES =
            Pattern.compile("[Wbza][1-9]\\d?|d[Wb][1-9]\\d?|[Wb][1-9]\\d?_after|x|t|output|loss");

    /** What a step starts from; the rest is what it gives. */
    private static final Pattern GIVEN = Pattern.compile("[Wb]\\d+|x|t");

    /**
     * Rejects names that mean nothing here, and numbers in W, b, x and t that are not finite.
     *
     * @throws InvalidDumpException in one sentence
     */
    public Dump {
        for (Map.Entry<String, DumpArray> array : arrays.entrySet()) {
            String name = array.getKey();
            require(
                    NAMES.matcher(name).matches(),
                    "\"" + name
                            + "\" is no name that diagnose knows; use W1, b1, …, x, t, z1, a1, …, output, loss, dW1, db1, …,"
                            + " W1_after, b1_after, …, rate, activations, loss_function, reduction.");
            require(array.getValue().values().length > 0, name + " is empty; leave it out.");
            if (GIVEN.matcher(name).matches()) {
                requireFinite(name, array.getValue());
            }
        }
        require(arrays.containsKey("W1"), "The dump has no W1, the weights of the first layer; add it.");
        require(arrays.containsKey("x"), "The dump has no x, the inputs; add them, of shape (batch, in).");
        Double rate = settings.rate();
        require(
                rate == null || (Double.isFinite(rate) && rate > 0),
                "The rate is " + rate + "; use a number greater than 0, for example 0.1.");
    }

    private static void requireFinite(String name, DumpArray array) {
        IntStream.range(0, array.values().length)
                .filter(i -> !Double.isFinite(array.values()[i]))
                .findFirst()
                .ifPresent(i -> require(
                        false,
                        name + array.subscripts(i) + " is " + array.values()[i]
                                + "; a step can only be followed from finite numbers."));
    }

    /** Whether all results, which is everything but W, b, x and t, are numbers of float32. */
    boolean hasOnlyFloats() {
        return arrays.entrySet().stream()
                .filter(array -> !GIVEN.matcher(array.getKey()).matches())
                .flatMapToDouble(array -> Arrays.stream(array.getValue().values()))
                .allMatch(value -> value == (float) value);
    }

    @Nullable
    DumpArray array(String name) {
        return arrays.get(name);
    }

    /** The number of layers of links: W1, W2, … without a gap. */
    int depth() {
        int depth = 0;
        while (arrays.containsKey("W" + (depth + 1))) {
            depth++;
        }
        return depth;
    }
}
