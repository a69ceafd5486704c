package org.dl4jsuite.compare.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.dl4jsuite.compare.Provenance;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.Precision;
import org.dl4jsuite.compare.model.Side;
import org.dl4jsuite.compare.training.SavedModel;
import org.dl4jsuite.scratch.Activation;
import org.dl4jsuite.scratch.Loss;
import org.dl4jsuite.scratch.Reduction;
import org.dl4jsuite.scratch.Variant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever network or arrays there are: written to a file of any format, they come back to the bit. */
class RoundTripTest {
    private static final int ROUNDS = 20;
    private static final Provenance ORIGIN = Provenance.withoutDl4j(Map.of("seed", 1), Map.of("source", "nothing"));

    @TempDir
    private Path folder;

    @Test
    void anyNetworkComesBackFromEveryFormatWithTheSameBytes() throws IOException {
        Random random = new Random(1);
        for (int round = 0; round < ROUNDS; round++) {
            NetworkSpec spec = network(random);
            double[] parameters = random.longs(spec.parameterCount())
                    .mapToDouble(bits -> finite(bits, spec.precision() == Precision.FLOAT))
                    .toArray();
            SavedModel model = SavedModel.of(random.nextBoolean() ? Side.DL4J : Side.SCRATCH, spec, ORIGIN, parameters);
            Path json = folder.resolve("model.json");
            ModelFile.write(json, model);
            byte[] bytes = Files.readAllBytes(json);
            for (String ending : List.of("json", "zip", "npz")) {
                Path there = folder.resolve("there." + ending);
                ModelFile.write(there, ModelFile.read(json));
                SavedModel read = ModelFile.read(there);
                assertThat(read.parameters()).as("%s as %s", spec, ending).isEqualTo(parameters);
                assertThat(read.network()).isEqualTo(spec);
                Path back = folder.resolve("back.json");
                ModelFile.write(back, read);
                assertThat(back).as("%s as %s", spec, ending).hasBinaryContent(bytes);
            }
        }
    }

    /** Of up to four dimensions, some of them 0. */
    @Test
    void anyArraysComeBackFromAnNpzFile() throws IOException {
        Random random = new Random(2);
        for (int round = 0; round < ROUNDS; round++) {
            Map<String, NpyArray> arrays = new LinkedHashMap<>();
            for (int i = 0; i < 5; i++) {
                arrays.put("a" + random.nextInt(1000), array(i % 2 == 0, random));
            }
            arrays.put("text", NpyArray.text("x𝛿ü".repeat(random.nextInt(3))));
            Path file = folder.resolve("any.npz");
            Npz.write(file, arrays);
            byte[] bytes = Files.readAllBytes(file);
            Map<String, NpyArray> read = Npz.read(file);
            assertThat(List.copyOf(read.keySet())).isEqualTo(List.copyOf(arrays.keySet()));
            arrays.forEach((name, array) -> {
                NpyArray other = Objects.requireNonNull(read.get(name));
                assertThat(other.values()).isEqualTo(array.values());
                assertThat(List.of(other.dtype(), other.shape(), other.texts()))
                        .isEqualTo(List.of(array.dtype(), array.shape(), array.texts()));
            });
            Npz.write(file, read);
            assertThat(file).hasBinaryContent(bytes);
        }
    }

    private static NpyArray array(boolean single, Random random) {
        List<Integer> shape = new ArrayList<>();
        int size = 1;
        for (int dimension = random.nextInt(5); dimension > 0; dimension--) {
            shape.add(random.nextInt(6));
            size *= shape.get(shape.size() - 1);
        }
        double[] values =
                random.longs(size).mapToDouble(bits -> finite(bits, single)).toArray();
        return single ? NpyArray.ofFloats(values, shape) : NpyArray.of(values, shape);
    }

    /** A number of any size by its bits, or, instead of what is not finite and now and then besides, one at an end. */
    private static double finite(long bits, boolean single) {
        double value = single ? Float.intBitsToFloat((int) bits) : Double.longBitsToDouble(bits);
        double[] ends = single
                ? new double[] {-0.0, 0, Float.MIN_VALUE, -Float.MAX_VALUE}
                : new double[] {-0.0, 0, Double.MIN_VALUE, -Double.MAX_VALUE};
        return Double.isFinite(value) && bits % 8 != 0 ? value : ends[(int) (bits >>> 62)];
    }

    private static NetworkSpec network(Random random) {
        Integer[] layers = new Integer[2 + random.nextInt(4)];
        for (int l = 0; l < layers.length; l++) {
            layers[l] = 1 + random.nextInt(6);
        }
        NetworkSpec spec = NetworkSpec.of(layers)
                .withBias(random.nextBoolean())
                .withHidden(any(random, Activation.SIGMOID, Activation.TANH, Activation.RELU, Activation.IDENTITY))
                .withReduction(any(random, Reduction.values()))
                .withPrecision(any(random, Precision.values()))
                .withRate(random.nextDouble());
        return switch (random.nextInt(4)) {
            case 0 -> spec.withLoss(Loss.CROSS_ENTROPY).withOutput(any(random, Activation.SIGMOID, Activation.SOFTMAX));
            case 1 -> spec.withLoss(Loss.SQUARED_ERROR).withOutput(any(random, Activation.TANH, Activation.IDENTITY));
            case 2 -> layers.length == 3 ? spec.withVariant(Variant.BOOK_RULE) : spec;
            default -> spec;
        };
    }

    @SafeVarargs
    private static <T> T any(Random random, T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
