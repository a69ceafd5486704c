package org.dl4jsuite.compare.diagnose;

import static org.dl4jsuite.compare.diagnose.InvalidDumpException.require;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.dl4jsuite.scratch.Activation;
import org.dl4jsuite.scratch.Loss;
import org.dl4jsuite.scratch.Reduction;
import org.jspecify.annotations.Nullable;

/** The settings as texts: in a dump as 0-d arrays, or as options. */
public final class SettingNames {
    private static final Set<String> NAMES = Set.of("activations", "loss_function", "reduction", "rate");

    private SettingNames() {}

    /** Returns whether an array of this name is a setting. */
    public static boolean isSetting(String name) {
        return NAMES.contains(name);
    }

    /**
     * Returns the settings that these texts say; what is not there stays unset.
     *
     * @throws InvalidDumpException if one of them is none of its setting's names
     */
    public static Settings parse(Map<String, String> texts) {
        String activations = texts.get("activations");
        return new Settings(
                activations == null
                        ? null
                        : Stream.of(activations.split(",", -1))
                                .map(SettingNames::activation)
                                .toList(),
                loss(texts.get("loss_function")),
                reduction(texts.get("reduction")),
                rate(texts.get("rate")));
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Activation activation(String text) {
        return switch (plain(text)) {
            case "sigmoid", "logistic" -> Activation.SIGMOID;
            case "tanh" -> Activation.TANH;
            case "identity", "linear", "none" -> Activation.IDENTITY;
            case "relu" -> Activation.RELU;
            case "softmax" -> Activation.SOFTMAX;
            default ->
                throw new InvalidDumpException("activations: \"" + text.strip()
                        + "\" is none that diagnose knows; use sigmoid, tanh, identity, relu or softmax.");
        };
    }

    private static @Nullable Loss loss(@Nullable String text) {
        if (text == null) {
            return null;
        }
        return switch (plain(text)) {
            case "half-squared-error" -> Loss.HALF_SQUARED_ERROR;
            case "squared-error" -> Loss.SQUARED_ERROR;
            case "cross-entropy" -> Loss.CROSS_ENTROPY;
            default ->
                throw new InvalidDumpException("loss_function: \"" + text.strip()
                        + "\" is none that diagnose knows; use half-squared-error, squared-error or cross-entropy.");
        };
    }

    private static @Nullable Reduction reduction(@Nullable String text) {
        if (text == null) {
            return null;
        }
        return switch (plain(text)) {
            case "mean" -> Reduction.MEAN;
            case "sum" -> Reduction.SUM;
            default ->
                throw new InvalidDumpException(
                        "reduction: \"" + text.strip() + "\" is none that diagnose knows; use mean or sum.");
        };
    }

    private static @Nullable Double rate(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            double rate = Double.parseDouble(text.strip());
            require(
                    Double.isFinite(rate) && rate > 0,
                    "rate: " + text.strip() + " is no rate; use a number greater than 0.");
            return rate;
        } catch (NumberFormatException e) {
            throw new InvalidDumpException("rate: \"" + text.strip() + "\" is no number; use one such as 0.1.");
        }
    }
}
