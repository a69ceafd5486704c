package org.dl4jsuite.compare.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.tools.ToolProvider;
import org.dl4jsuite.compare.Python;
import org.dl4jsuite.compare.diagnose.Diagnosis.Verdict;
import org.dl4jsuite.compare.interchange.NpyArray;
import org.dl4jsuite.compare.interchange.Npz;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each snippet, with a network of its library before it, writes a dump that says what the network does. */
class SnippetTest {
    private static final String IN_NUMPY = """
            import numpy as np
            r = np.random.RandomState(1)
            W1, b1, W2, b2 = r.randn(4, 3), r.randn(4), r.randn(2, 4), r.randn(2)
            x, t, rate = r.rand(5, 3), r.rand(5, 2), 0.3

            def step(x, t):
                global z1, a1, z2, a2, loss, dW1, db1, dW2, db2
                z1 = x @ W1.T + b1
                a1 = np.tanh(z1)
                z2 = a1 @ W2.T + b2
                a2 = 1 / (1 + np.exp(-z2))
                loss = 0.5 * ((t - a2) ** 2).sum() / len(x)
                d2 = (a2 - t) * a2 * (1 - a2) / len(x)
                d1 = d2 @ W2 * (1 - a1 ** 2)
                dW2, db2, dW1, db1 = d2.T @ a1, d2.sum(0), d1.T @ x, d1.sum(0)
                for p, g in ((W1, dW1), (b1, db1), (W2, dW2), (b2, db2)):
                    p -= rate * g
            """;

    private static final String IN_PYTORCH = """
            import torch
            torch.manual_seed(1)
            model = torch.nn.Sequential(
                torch.nn.Linear(3, 4), torch.nn.Tanh(), torch.nn.Linear(4, 2), torch.nn.Sigmoid()).double()
            def loss_function(output, t):
                return 0.5 * ((t - output) ** 2).sum() / len(t)
            optimizer = torch.optim.SGD(model.parameters(), lr=0.3)
            x, t = torch.rand(5, 3).double(), torch.rand(5, 2).double()
            """;

    private static final String IN_KERAS = """
            import keras, numpy as np
            keras.utils.set_random_seed(1)
            keras.config.set_floatx("float64")
            model = keras.Sequential([keras.layers.Input((3,)), keras.layers.Dense(4, activation="tanh"),
                                      keras.layers.Dense(2, activation="sigmoid")])
            model.compile(keras.optimizers.SGD(0.3), lambda t, o: 0.5 * keras.ops.sum((t - o) ** 2, axis=-1))
            x, t = np.random.rand(5, 3), np.random.rand(5, 2)
            """;

    private static final String IN_DL4J = """
            import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
            import org.nd4j.linalg.api.buffer.DataType;
            import org.nd4j.linalg.api.ndarray.INDArray;
            import org.nd4j.linalg.factory.Nd4j;
            public class Program {
                public static void main(String[] args) throws Exception {
                    double rate = 0.3;
                    MultiLayerNetwork network = org.dl4jsuite.dl4j.FeedForward.of(rate, 3, 4, 2).withBias()
                            .withActivation(org.nd4j.linalg.activations.Activation.SIGMOID).network();
                    INDArray x = Nd4j.rand(DataType.DOUBLE, 5, 3);
                    INDArray t = Nd4j.rand(DataType.DOUBLE, 5, 2);
            """;

    private static final String IN_JAVA = """
            public class Program {
                static double[][] W1 = {{0.1, -0.4}, {0.5, 0.2}, {-0.3, 0.9}}, W2 = {{0.7, -0.2, 0.4}};
                static double[] b1 = {0.1, 0.2, 0.3}, b2 = {-0.1};
                static double[][] x = {{0.3, 0.8}, {0.9, 0.1}}, t = {{0.2}, {0.7}}, output = new double[2][1], dW1;
                static double loss, rate = 0.3;

                static double sigmoid(double z) { return 1 / (1 + Math.exp(-z)); }

                static void step(double[][] x, double[][] t) {
                    dW1 = new double[3][2];
                    double[][] d2 = new double[2][1];
                    double[][] a = new double[2][3];
                    for (int row = 0; row < 2; row++) {
                        double z = b2[0];
                        for (int j = 0; j < 3; j++) {
                            a[row][j] = Math.tanh(W1[j][0] * x[row][0] + W1[j][1] * x[row][1] + b1[j]);
                            z += W2[0][j] * a[row][j];
                        }
                        double o = output[row][0] = sigmoid(z);
                        loss += (t[row][0] - o) * (t[row][0] - o) / 2 / 2;
                        d2[row][0] = (o - t[row][0]) * o * (1 - o) / 2;
                        for (int j = 0; j < 3; j++) for (int i = 0; i < 2; i++)
                            dW1[j][i] += d2[row][0] * W2[0][j] * (1 - a[row][j] * a[row][j]) * x[row][i];
                    }
                    for (int j = 0; j < 3; j++) for (int i = 0; i < 2; i++) W1[j][i] -= rate * dW1[j][i];
                }

                public static void main(String[] args) throws Exception {
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void aSnippetIsShort(Snippet snippet) {
        assertThat(snippet.text().lines().count()).isBetween(15L, 27L);
        assertThat(snippet.text().lines()).allMatch(line -> line.length() <= 120);
    }

    @Test
    void numpy() throws Exception {
        Python python = Python.with("numpy");
        assertThat(diagnosis(python, IN_NUMPY, Snippet.NUMPY).verdict()).isEqualTo(Verdict.SAME);
        String wrong = IN_NUMPY.replace(" * (1 - a1 ** 2)", "");
        assertThat(diagnosis(python, wrong, Snippet.NUMPY).causes())
                .anyMatch(cause -> cause.id().equals("hidden-slope-missing"));
    }

    @Test
    void pyTorch() throws Exception {
        Python python = Python.with("torch");
        assertThat(diagnosis(python, IN_PYTORCH, Snippet.PYTORCH).verdict()).isEqualTo(Verdict.SAME);
        String wrong =
                IN_PYTORCH.replaceFirst("def (?s).*len\\(t\\)", "loss_function = torch.nn.MSELoss(reduction='sum')");
        assertThat(diagnosis(python, wrong, Snippet.PYTORCH).causes())
                .extracting(Finding::id)
                .contains("half-missing", "sum-for-mean");
    }

    @Test
    void keras() throws Exception {
        Python python = Python.ifItHas("keras");
        assertThat(diagnosis(python, IN_KERAS, Snippet.KERAS).verdict()).isEqualTo(Verdict.SAME);
        String wrong = IN_KERAS.replace("0.5 *", "1.0 *");
        assertThat(diagnosis(python, wrong, Snippet.KERAS).causes())
                .anyMatch(cause -> cause.id().equals("half-missing"));
    }

    @Test
    void dl4j() throws Exception {
        String snippet = Snippet.DL4J.text().replace("tanh,sigmoid", "sigmoid");
        assertThat(diagnosis(IN_DL4J, snippet).verdict()).isEqualTo(Verdict.SAME);
        assertThat(diagnosis(IN_DL4J.replace("double rate = 0.3", "double rate = 0.7"), snippet)
                        .verdict())
                .isEqualTo(Verdict.SAME);
        String wrong =
                IN_DL4J.replace(".withBias()", ".withBias().withLoss(new org.nd4j.linalg.lossfunctions.impl.LossL2())");
        assertThat(diagnosis(wrong, snippet).causes())
                .anyMatch(cause -> cause.id().equals("half-missing"));
    }

    @Test
    void java() throws Exception {
        String snippet = Snippet.JAVA.text();
        assertThat(diagnosis(IN_JAVA, snippet).verdict()).isEqualTo(Verdict.SAME);
        String wrong = IN_JAVA.replace("(o - t[row][0]) * o * (1 - o) / 2", "(o - t[row][0]) * o * (1 - o)");
        assertThat(diagnosis(wrong, snippet).causes())
                .anyMatch(cause -> cause.id().equals("sum-for-mean"));
    }

    private Diagnosis diagnosis(Python python, String network, Snippet snippet) throws Exception {
        python.run(folder, network + snippet.text());
        Map<String, DumpArray> arrays = new LinkedHashMap<>();
        Map<String, String> settings = new LinkedHashMap<>();
        for (Map.Entry<String, NpyArray> array :
                Npz.read(folder.resolve("dump.npz")).entrySet()) {
            NpyArray value = array.getValue();
            if (SettingNames.isSetting(array.getKey())) {
                settings.put(array.getKey(), value.isText() ? value.text() : String.valueOf(value.values()[0]));
            } else {
                arrays.put(array.getKey(), new DumpArray(value.shape(), value.values()));
            }
        }
        return Diagnosis.of(new Dump(arrays, SettingNames.parse(settings)));
    }

    /** Runs a program whose main method ends with the snippet, and reads the dump that it writes. */
    private Diagnosis diagnosis(String begin, String snippet) throws Exception {
        String dump = folder.resolve("dump.json").toString().replace('\\', '/');
        Path source = Files.writeString(
                folder.resolve("Program.java"), begin + snippet.replace("dump.json", dump) + "}\n}\n");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int compiled = ToolProvider.getSystemJavaCompiler()
                .run(null, out, out, "-proc:none", "-cp", System.getProperty("java.class.path"), source.toString());
        assertThat(compiled).as(out.toString(StandardCharsets.UTF_8)).isZero();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            loader.loadClass("Program").getMethod("main", String[].class).invoke(null, (Object) new String[0]);
        }
        return read();
    }

    private Diagnosis read() throws IOException {
        return Diagnosis.of(DumpFile.read(folder.resolve("dump.json"), Settings.UNSET));
    }
}
