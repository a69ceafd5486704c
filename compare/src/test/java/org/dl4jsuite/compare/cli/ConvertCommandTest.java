package org.dl4jsuite.compare.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.dl4jsuite.compare.JavaProgram;
import org.dl4jsuite.compare.Python;
import org.dl4jsuite.compare.interchange.ModelFile;
import org.dl4jsuite.compare.interchange.NpyArray;
import org.dl4jsuite.compare.interchange.Npz;
import org.dl4jsuite.compare.model.ScratchModel;
import org.dl4jsuite.compare.training.SavedModel;
import org.dl4jsuite.data.LabelledImages;
import org.dl4jsuite.data.Mnist;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A network trained from scratch predicts the same in DL4J, in NumPy and in PyTorch, and comes back bit by bit. */
class ConvertCommandTest {
    /** 784 products in the first sum, some 20 in the second, of numbers of size 1: rounding in another order. */
    private static final double TOLERANCE = 100 * 0x1p-53;

    private static final String PROGRAM = """
            import java.io.File;
            import java.nio.file.*;
            import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
            import org.deeplearning4j.util.ModelSerializer;
            import org.nd4j.linalg.api.buffer.DataType;
            import org.nd4j.linalg.factory.Nd4j;
            public class Predict {
                public static void main(String[] args) throws Exception {
                    MultiLayerNetwork network = ModelSerializer.restoreMultiLayerNetwork(new File(args[0]));
                    byte[] pixels = Files.readAllBytes(Path.of(args[1]));
                    double[][] x = new double[pixels.length / 784][784];
                    for (int i = 0; i < pixels.length; i++) x[i / 784][i % 784] = (pixels[i] & 255) / 255.0 * 0.99 + 0.01;
                    System.out.print(java.util.Arrays.toString(network.predict(Nd4j.createFromArray(x))));
                }
            }
            """;

    @TempDir
    private static Path folder;

    private static String json;

    @BeforeAll
    static void train() {
        json = folder.resolve("model.json").toString();
        run("train", "--side", "scratch", "--hidden", "20", "--train", "500", "--test", "100", "--save", json);
    }

    @Test
    void everyWayThereAndBackKeepsTheBytesOfTheParameters() throws IOException {
        byte[] original = Files.readAllBytes(Path.of(json));
        List<String> endings = List.of("json", "zip", "npz");
        for (String first : endings) {
            for (String second : endings) {
                String a = file("a." + first);
                String b = file("b." + second);
                String back = file("back.json");
                assertThat(run("convert", json, a))
                        .contains("a network of 784-20-10 nodes, 15880 parameters in DOUBLE");
                run("convert", a, b);
                run("convert", b, back);
                assertThat(Files.readAllBytes(Path.of(back)))
                        .as("%s, %s", first, second)
                        .isEqualTo(original);
            }
        }
    }

    @Test
    @Tag("long")
    void evaluateReadsAllThree() {
        String expected = run("evaluate", "--model", json, "--test", "1000");
        String images = run("back-query", "--model", json, "--out", file("out"));
        for (String ending : List.of("zip", "npz")) {
            String other = file("model." + ending);
            run("convert", json, other);
            assertThat(run("evaluate", "--model", other, "--test", "1000")).isEqualTo(expected);
            assertThat(run("back-query", "--model", other, "--out", file("out")))
                    .isEqualTo(images);
        }
    }

    @Test
    void dl4jPredictsTheSameDigits() throws Exception {
        String zip = file("model.zip");
        run("convert", json, zip);
        String printed = JavaProgram.run(folder, "Predict", PROGRAM, zip, pixels().toString());
        int[] predictions = predictions(outputs());
        assertThat(predictions).hasSize(10_000);
        assertThat(printed).isEqualTo(Arrays.toString(predictions));
    }

    @Test
    void numpyComputesTheSameOutputs() throws Exception {
        Python python = Python.with("numpy");
        assertTheSame(python, """
                import numpy as np
                m = np.load("model.npz")
                o = np.fromfile("pixels", np.uint8).reshape(-1, 784) / 255 * 0.99 + 0.01
                for w in "W1", "W2":
                    o = 1 / (1 + np.exp(-o @ m[w].T))
                np.savez("outputs.npz", o=o)
                """);
    }

    @Test
    void pyTorchComputesTheSameOutputs() throws Exception {
        Python python = Python.with("torch");
        assertTheSame(python, """
                import numpy as np, torch
                m = np.load("model.npz")
                sizes = [(m[w].shape[1], m[w].shape[0]) for w in ("W1", "W2")]
                net = torch.nn.Sequential(*[torch.nn.Sequential(torch.nn.Linear(i, o, bias=False), torch.nn.Sigmoid())
                                            for i, o in sizes]).double()
                net.load_state_dict({"0.0.weight": torch.from_numpy(m["W1"]), "1.0.weight": torch.from_numpy(m["W2"])})
                x = torch.from_numpy(np.fromfile("pixels", np.uint8).reshape(-1, 784) / 255 * 0.99 + 0.01)
                np.savez("outputs.npz", o=net(x).detach().numpy())
                back = {"W1": net[0][0].weight, "W2": net[1][0].weight}
                np.savez("back.npz", provenance=m["provenance"], **{k: v.detach().numpy() for k, v in back.items()})
                """);
        run("convert", file("back.npz"), file("back.json"));
        assertThat(Files.readAllBytes(folder.resolve("back.json"))).isEqualTo(Files.readAllBytes(Path.of(json)));
    }

    private static void assertTheSame(Python python, String program) throws Exception {
        run("convert", json, file("model.npz"));
        pixels();
        python.run(folder, program);
        NpyArray theirs =
                Objects.requireNonNull(Npz.read(folder.resolve("outputs.npz")).get("o"));
        double[][] ours = outputs();
        double largest = 0;
        for (int i = 0; i < theirs.values().length; i++) {
            largest = Math.max(largest, Math.abs(theirs.values()[i] - ours[i / 10][i % 10]));
        }
        assertThat(theirs.shape()).containsExactly(10_000, 10);
        assertThat(largest).isLessThan(TOLERANCE);
    }

    /** The pixels of all test images, a byte each. */
    private static Path pixels() throws IOException {
        try (InputStream stream =
                        Objects.requireNonNull(Mnist.class.getResourceAsStream("mnist/t10k-images-idx3-ubyte.gz"));
                InputStream unzipped = new GZIPInputStream(stream)) {
            unzipped.skipNBytes(16);
            return Files.write(folder.resolve("pixels"), unzipped.readAllBytes());
        }
    }

    /** What the network answers from scratch. */
    private static double[][] outputs() throws IOException {
        SavedModel model = ModelFile.read(Path.of(json));
        LabelledImages test = Mnist.load().test();
        try (ScratchModel network = new ScratchModel(model.network())) {
            network.setParameters(model.parameters());
            return network.outputs(test.inputs(0, test.size()));
        }
    }

    private static int[] predictions(double[][] outputs) {
        int[] predictions = new int[outputs.length];
        for (int i = 0; i < predictions.length; i++) {
            for (int k = 0; k < outputs[i].length; k++) {
                predictions[i] = outputs[i][k] > outputs[i][predictions[i]] ? k : predictions[i];
            }
        }
        return predictions;
    }

    private static String file(String name) {
        return folder.resolve(name).toString();
    }

    private static String run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        assertThat(Main.execute(new PrintWriter(out), new PrintWriter(err), arguments))
                .as(err.toString())
                .isZero();
        return out.toString();
    }
}
