package org.dl4jsuite.compare.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.dl4jsuite.compare.Json;
import org.dl4jsuite.compare.Provenance;
import org.dl4jsuite.compare.model.Dl4jModel;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.Precision;
import org.dl4jsuite.compare.model.Side;
import org.dl4jsuite.compare.parity.ParityCase;
import org.dl4jsuite.compare.parity.ParityCases;
import org.dl4jsuite.compare.training.SavedModel;
import org.dl4jsuite.scratch.Activation;
import org.dl4jsuite.scratch.Loss;
import org.dl4jsuite.scratch.NumpyRandomState;
import org.dl4jsuite.scratch.Reduction;
import org.dl4jsuite.scratch.Variant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.nd4j.linalg.schedule.ScheduleType;
import org.nd4j.linalg.schedule.StepSchedule;

/** DL4J loads what the suite writes, and the suite reads what DL4J writes: the same network, the same bits. */
class Dl4jZipTest {
    @TempDir
    private Path folder;

    static Stream<NetworkSpec> networks() {
        NetworkSpec plain = NetworkSpec.of(4, 5, 3);
        return Stream.of(
                plain,
                plain.withBias(true).withReduction(Reduction.SUM).withRate(0.3),
                plain.withHidden(Activation.TANH)
                        .withOutput(Activation.IDENTITY)
                        .withLoss(Loss.SQUARED_ERROR),
                NetworkSpec.of(6, 5, 4, 3, 2).withHidden(Activation.RELU).withBias(true),
                plain.withOutput(Activation.SOFTMAX).withLoss(Loss.CROSS_ENTROPY),
                plain.withLoss(Loss.CROSS_ENTROPY).withBias(true),
                NetworkSpec.of(3, 2),
                plain.withVariant(Variant.BOOK_RULE),
                plain.withPrecision(Precision.FLOAT).withBias(true));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void dl4jLoadsWhatTheSuiteWrites(NetworkSpec spec) throws IOException {
        ParityCase drawn = ParityCases.random(spec, 5, new NumpyRandomState(1));
        SavedModel model = model(spec, drawn.parameters());
        Path file = folder.resolve("network.zip");
        Dl4jZip.write(file, model);
        MultiLayerNetwork loaded = ModelSerializer.restoreMultiLayerNetwork(file.toFile(), true);
        assertThat(loaded.params().toDoubleVector()).isEqualTo(model.parameters());
        try (Dl4jModel twin = Dl4jModel.of(spec)) {
            twin.setParameters(model.parameters());
            DataType type = DataType.valueOf(spec.precision().name());
            INDArray outputs = loaded.output(Nd4j.create(drawn.inputs()).castTo(type));
            assertThat(outputs.toDoubleMatrix()).isDeepEqualTo(twin.outputs(drawn.inputs()));
            if (spec.variant() == Variant.TRUE_GRADIENT) {
                loaded.fit(
                        Nd4j.create(drawn.inputs()).castTo(type),
                        Nd4j.create(drawn.targets()).castTo(type));
                twin.train(drawn.inputs(), drawn.targets());
                assertThat(loaded.params().toDoubleVector()).isEqualTo(twin.parameters());
            }
        }
        JsonNode ofDl4j = Json.MAPPER.readTree(
                Dl4jModel.settings(spec).network().getLayerWiseConfigurations().toJson());
        ofDl4j.path("confs").forEach(conf -> ((ObjectNode) conf).put("seed", 1));
        assertThat(Json.MAPPER.readTree(Dl4jConfigurationWriter.write(spec)).toPrettyString())
                .isEqualTo(ofDl4j.toPrettyString());

        SavedModel read = Dl4jZip.read(file);
        assertThat(Json.MAPPER.writeValueAsString(read)).isEqualTo(Json.MAPPER.writeValueAsString(model));
        byte[] bytes = Files.readAllBytes(file);
        Dl4jZip.write(file, read);
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @MethodSource("networks")
    void theSuiteReadsWhatDl4jWrites(NetworkSpec spec) throws IOException {
        Path file = folder.resolve("network.zip");
        MultiLayerNetwork network = Dl4jModel.settings(spec).network();
        ModelSerializer.writeModel(network, file.toFile(), true);
        SavedModel read = ModelFile.read(file);
        assertThat(read.network()).isEqualTo(spec.withVariant(Variant.TRUE_GRADIENT));
        assertThat(read.parameters()).isEqualTo(network.params().toDoubleVector());
        assertThat(read.side()).isEqualTo(Side.DL4J);
        assertThat(read.origin().configuration()).containsEntry("convertedFrom", "network.zip");
    }

    @Test
    void whatTheSuiteDoesNotComputeIsNamed() throws IOException {
        assertRefused(dense().dropOut(0.5).build(), "has idropout Dropout in layer 1; the suite has no such setting.");
        assertRefused(dense().updater(new Adam(0.1)).build(), "has the updater Adam in layer 1");
        assertRefused(
                dense().updater(new Sgd(new StepSchedule(ScheduleType.EPOCH, 0.1, 0.5, 2)))
                        .build(),
                "has learningRateSchedule StepSchedule in layer 1");
        assertRefused(dense().l2(0.01).build(), "has regularization L2Regularization in layer 1");
        assertRefused(dense().hasLayerNorm(true).build(), "has hasLayerNorm true in layer 1");
        assertRefused(dense().updater(new Sgd(0.7)).build(), "has several learning rates");
        assertRefused(dense().hasBias(false).build(), "has biases in some of its layers");
        assertRefused(
                dense().activation(org.nd4j.linalg.activations.Activation.LEAKYRELU)
                        .build(),
                "has the activation ActivationLReLU in layer 1");
        assertRefused(
                new ConvolutionLayer.Builder(2, 2).nOut(2).build(),
                "has the layer ConvolutionLayer in layer 1; the suite");
        assertRefused(LossFunction.MSE, org.nd4j.linalg.activations.Activation.SIGMOID, "has the loss LossMSE");
        assertRefused(
                LossFunction.MCXENT,
                org.nd4j.linalg.activations.Activation.SIGMOID,
                "has a LossMCXENT of ActivationSigmoid; LossMCXENT goes with softmax");
    }

    @Test
    void lossesThatAreTheSameAreRead() throws IOException {
        assertThat(read(
                                dense().build(),
                                LossFunction.NEGATIVELOGLIKELIHOOD,
                                org.nd4j.linalg.activations.Activation.SOFTMAX)
                        .network()
                        .loss())
                .isEqualTo(Loss.CROSS_ENTROPY);
        assertThat(read(dense().build(), LossFunction.XENT, org.nd4j.linalg.activations.Activation.SIGMOID)
                        .network()
                        .loss())
                .isEqualTo(Loss.CROSS_ENTROPY);
    }

    private static DenseLayer.Builder dense() {
        return new DenseLayer.Builder().nOut(3).activation(org.nd4j.linalg.activations.Activation.TANH);
    }

    private SavedModel read(Layer first, LossFunction loss, org.nd4j.linalg.activations.Activation output)
            throws IOException {
        MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .updater(new Sgd(0.1))
                .list()
                .layer(first)
                .layer(new OutputLayer.Builder(loss).nOut(4).activation(output).build())
                .validateOutputLayerConfig(false)
                .setInputType(
                        first instanceof ConvolutionLayer ? InputType.convolutional(4, 4, 1) : InputType.feedForward(2))
                .build());
        network.init();
        Path file = folder.resolve("network.zip");
        ModelSerializer.writeModel(network, file.toFile(), true);
        return Dl4jZip.read(file);
    }

    private void assertRefused(Layer first, String message) {
        assertThatThrownBy(() -> read(first, LossFunction.L2, org.nd4j.linalg.activations.Activation.SIGMOID))
                .isInstanceOf(InvalidFileException.class)
                .hasMessageContaining("network.zip: configuration.json: " + message);
    }

    private void assertRefused(LossFunction loss, org.nd4j.linalg.activations.Activation output, String message) {
        assertThatThrownBy(() -> read(dense().build(), loss, output))
                .isInstanceOf(InvalidFileException.class)
                .hasMessageContaining("network.zip: configuration.json: " + message);
    }

    static SavedModel model(NetworkSpec spec, double[] parameters) {
        double[] inPrecision = parameters.clone();
        if (spec.precision() == Precision.FLOAT) {
            for (int i = 0; i < inPrecision.length; i++) {
                inPrecision[i] = (float) inPrecision[i];
            }
        }
        Provenance origin =
                Provenance.withoutDl4j(Map.of("seed", 7, "layers", List.of(1, 2)), Map.of("source", "none"));
        return SavedModel.of(Side.SCRATCH, spec, origin, inPrecision);
    }
}
