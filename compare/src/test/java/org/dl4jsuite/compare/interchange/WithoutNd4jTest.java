package org.dl4jsuite.compare.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.dl4jsuite.compare.model.Dl4jModel;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.ScratchModel;
import org.dl4jsuite.compare.training.SavedModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.factory.Nd4j;

/** A network that DL4J trained runs where there is neither DL4J nor ND4J. */
class WithoutNd4jTest {
    private static final List<String> LEFT_OUT = List.of("nd4j", "deeplearning4j", "datavec", "javacpp", "openblas");

    @TempDir
    private Path folder;

    /** Loaded a second time, by a class loader that has no ND4J. */
    public static final class OnABareJdk {
        private OnABareJdk() {}

        /** Converts a zip to the two other formats and back, and returns the outputs for a single example. */
        public static double[] outputs(String zip, double[] x) throws Exception {
            Path file = Path.of(zip);
            for (String name : List.of("a.npz", "a.json", "b.zip")) {
                SavedModel model = ModelFile.read(file);
                file = file.resolveSibling(name);
                ModelFile.write(file, model);
            }
            SavedModel model = ModelFile.read(file);
            try (ScratchModel network = new ScratchModel(model.network())) {
                network.setParameters(model.parameters());
                return network.outputs(new double[][] {x})[0];
            }
        }
    }

    @Test
    void aNetworkOfDl4jRunsOnABareJdk() throws Exception {
        MultiLayerNetwork network =
                Dl4jModel.settings(NetworkSpec.of(3, 4, 2).withBias(true)).network();
        File zip = folder.resolve("network.zip").toFile();
        ModelSerializer.writeModel(network, zip, true);
        double[] x = {0.1, 0.7, 0.4};
        double[] expected = network.output(Nd4j.create(new double[][] {x})).toDoubleVector();
        try (URLClassLoader bare = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
            assertThatThrownBy(() -> bare.loadClass("org.nd4j.linalg.factory.Nd4j"))
                    .isInstanceOf(ClassNotFoundException.class);
            double[] outputs = (double[]) bare.loadClass(OnABareJdk.class.getName())
                    .getMethod("outputs", String.class, double[].class)
                    .invoke(null, zip.toString(), x);
            assertThat(outputs).hasSameSizeAs(expected);
            for (int k = 0; k < outputs.length; k++) {
                // 3 + 4 products, their sums and two sigmoids: some 16 roundings of numbers of at most 1
                assertThat(outputs[k]).isCloseTo(expected[k], Offset.offset(16 * 0x1p-53));
            }
        }
        SavedModel after = ModelFile.read(folder.resolve("b.zip"));
        assertThat(after.parameters()).isEqualTo(network.params().toDoubleVector());
        assertThat(after.origin().backend()).isEqualTo("none");
    }

    private static URL[] classPath() throws Exception {
        List<URL> urls = new ArrayList<>();
        for (String element :
                Arrays.asList(System.getProperty("java.class.path").split(File.pathSeparator, -1))) {
            String path = element.replace('\\', '/');
            if (LEFT_OUT.stream().noneMatch(path::contains)) {
                urls.add(Path.of(element).toUri().toURL());
            }
        }
        return urls.toArray(URL[]::new);
    }
}
