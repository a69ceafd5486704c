package org.dl4jsuite.compare.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dl4jsuite.compare.UserError;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.training.SavedModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nothing is believed of a zip: each lie is refused in one sentence that names the file and what is wrong. */
class Dl4jZipBadInputTest {
    private static final NetworkSpec NETWORK = NetworkSpec.of(2, 3, 1);
    private static final String CONFIGURATION =
            new String(Dl4jConfigurationWriter.write(NETWORK), StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    @Test
    void aZipThatIsWholeIsRead() throws IOException {
        assertThat(Dl4jZip.read(zip(CONFIGURATION, coefficients(9))).parameters())
                .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            config.Sgd              ~ config.AMSGrad         ~ has the updater AMSGrad in layer 1
            "learningRate" : 0.1    ~ "learningRate" : 0.2, "momentum" : 0.9 ~ has momentum 0.9 in layer 1; the suite has no such
            "nin" : 3               ~ "nin" : 4              ~ has 4 inputs in layer 2 behind 3 outputs
            "nout" : 3              ~ "nout" : 0             ~ has 2 inputs and 0 outputs in layer 1
            "nin" : 2               ~ "nin" : "2x"           ~ has 0 inputs and 3 outputs in layer 1
            layers.DenseLayer       ~ layers.LSTM            ~ has the layer LSTM in layer 1
            "minimize" : true       ~ "minimize" : false     ~ has minimize false in layer 1
            "Standard"              ~ "TruncatedBPTT"        ~ has backpropType "TruncatedBPTT"; the suite has no such
            "idropout" : null       ~ "idropout" : 0.5       ~ has idropout 0.5 in layer 1
            "constraints" : null    ~ "constraints" : [{"@class":"a.MaxNormConstraint"}] ~ has constraints MaxNormConstraint
            0.5                     ~ 0.25                   ~ has a LossL2 with weights
            "dataType" : "FLOAT"    ~ "dataType" : "FLOAT"   ~ OK
            "confs"                 ~ "vertices"             ~ has a ComputationGraph
            "confs"                 ~ "layers"               ~ has no list of layers
            "iterationCount" : 0    ~ "iterationCount" : 0   ~ OK
            "nout" : 3              ~ "nout" : 2147483647    ~ has 3 inputs in layer 2 behind 2147483647 outputs
            {                       ~ [                      ~ is no JSON
            """)
    void aConfigurationThatIsChangedIsRefused(String from, String to, String message) throws IOException {
        String changed = CONFIGURATION.replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to));
        Path file = zip(changed, coefficients(9));
        if (message.equals("OK")) {
            assertThat(Dl4jZip.read(file).network()).isEqualTo(NETWORK);
        } else {
            assertRefused(file, "network.zip: configuration.json: ", message);
        }
    }

    @Test
    void aNetworkThatIsTooLargeIsRefusedBeforeMemoryIsTaken() throws IOException {
        String huge = CONFIGURATION
                .replace("\"nout\" : 3", "\"nout\" : 2000000000")
                .replace("\"nin\" : 3", "\"nin\" : 2000000000");
        assertRefused(zip(huge, coefficients(9)), "has 6000000000 parameters, more than the");
        String large = huge.replace("2000000000", "30000000");
        assertRefused(zip(large, coefficients(9)), "has 90000000 parameters, more than the");
    }

    @Test
    void coefficientsThatAreNoneAreRefused() throws IOException {
        byte[] good = coefficients(9);
        assertRefused(zip(CONFIGURATION, coefficients(8)), "are not the vector of 9 parameters that the network has");
        assertRefused(zip(CONFIGURATION, Arrays.copyOf(good, good.length - 1)), "coefficients.bin: ends too early");
        assertRefused(zip(CONFIGURATION, Arrays.copyOf(good, good.length + 1)), "coefficients.bin: has more bytes");
        assertRefused(zip(CONFIGURATION, Arrays.copyOf(good, 30)), "coefficients.bin: ends too early");
        assertRefused(zip(CONFIGURATION, new byte[0]), "coefficients.bin: ends too early");
        assertRefused(
                zip(CONFIGURATION, replaced(good, "DOUBLE", "FLOAT8")), "is of FLOAT8; save the network in FLOAT");
        assertRefused(
                zip(CONFIGURATION, replaced(good, "MIXED_DATA_TYPES", "LONG_SHAPE_TYPES")), "has \"LONG_SHAPE_TYPES\"");
        byte[] longShape = good.clone();
        longShape[18] = 0x7f; // the highest byte of the shape's length
        assertRefused(zip(CONFIGURATION, longShape), "its shape takes 9151314442816847878 numbers");
    }

    @Test
    void partsThatAreMissingAreNamed() throws IOException {
        assertRefused(zip(Map.of("coefficients.bin", coefficients(9))), "has no configuration.json");
        assertRefused(
                zip(Map.of("configuration.json", CONFIGURATION.getBytes(StandardCharsets.UTF_8))),
                "has no coefficients.bin");
        assertRefused(zip(Map.of("../configuration.json", new byte[1])), "is a path");
        assertRefused(
                Files.writeString(folder.resolve("network.zip"), "none"),
                "network.zip: is not a network's zip; write one with DL4J's ModelSerializer");
    }

    @Test
    void aProvenanceOfAnotherNetworkIsRefused() throws IOException {
        SavedModel other = Dl4jZipTest.model(NetworkSpec.of(2, 3, 1).withRate(0.7), new double[9]);
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("configuration.json", CONFIGURATION.getBytes(StandardCharsets.UTF_8));
        entries.put("coefficients.bin", coefficients(9));
        entries.put("provenance.json", other.description().getBytes(StandardCharsets.UTF_8));
        assertRefused(zip(entries), "provenance.json tells of another network than configuration.json");
        entries.put("provenance.json", "{}".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> Dl4jZip.read(zip(entries)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("network.zip: provenance.json: not a saved model");
    }

    /** Any byte of the coefficients or of the configuration may be anything: read or refused, never a fault. */
    @Test
    void aByteThatIsWrongIsNoFault() throws IOException {
        Random random = new Random(1);
        for (int i = 0; i < 600; i++) {
            byte[] configuration = CONFIGURATION.getBytes(StandardCharsets.UTF_8);
            byte[] coefficients = coefficients(9);
            if (i % 2 == 0) {
                configuration[random.nextInt(configuration.length)] = (byte) random.nextInt(128);
            } else {
                coefficients[random.nextInt(coefficients.length)] = (byte) random.nextInt();
            }
            Path file = zip(Map.of("configuration.json", configuration, "coefficients.bin", coefficients));
            Throwable thrown = catchThrowable(() -> Dl4jZip.read(file));
            assertThat(thrown == null || thrown instanceof UserError)
                    .as("%s", thrown)
                    .isTrue();
        }
    }

    private static void assertRefused(Path file, String... message) {
        assertThatThrownBy(() -> Dl4jZip.read(file))
                .isInstanceOf(UserError.class)
                .hasMessageContainingAll(message)
                .hasMessageEndingWith(".");
    }

    private static byte[] coefficients(int count) throws IOException {
        double[] values = new double[count];
        Arrays.setAll(values, i -> i);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Nd4jVector.write(new DataOutputStream(bytes), new Nd4jVector.Vector(values, false));
        return bytes.toByteArray();
    }

    private static byte[] replaced(byte[] bytes, String from, String to) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
    }

    private Path zip(String configuration, byte[] coefficients) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("configuration.json", configuration.getBytes(StandardCharsets.UTF_8));
        entries.put("coefficients.bin", coefficients);
        return zip(entries);
    }

    private Path zip(Map<String, byte[]> entries) throws IOException {
        Path file = folder.resolve("network.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return file;
    }
}
