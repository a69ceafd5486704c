package org.dl4jsuite.compare.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.dl4jsuite.compare.AtomicFile;
import org.dl4jsuite.compare.Json;
import org.dl4jsuite.compare.Origin;
import org.dl4jsuite.compare.Progress;
import org.dl4jsuite.compare.accuracy.FastTraining;
import org.dl4jsuite.compare.accuracy.SavedModel;
import org.dl4jsuite.compare.accuracy.TrainingPlan;
import org.dl4jsuite.compare.inside.BackQueryImage;
import org.dl4jsuite.compare.model.Dl4jModel;
import org.dl4jsuite.compare.model.Model;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.Precision;
import org.dl4jsuite.compare.model.ScratchModel;
import org.dl4jsuite.compare.report.BackQueryTable;
import org.dl4jsuite.compare.report.DigitImage;
import org.dl4jsuite.compare.report.HtmlReport;
import org.dl4jsuite.compare.report.Png;
import org.dl4jsuite.data.Split;
import org.dl4jsuite.scratch.Activation;
import org.dl4jsuite.scratch.InitialWeights;
import org.dl4jsuite.scratch.NumpyRandomState;
import org.dl4jsuite.scratch.Reduction;
import org.dl4jsuite.scratch.Variant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code suite back-query}: a network run backwards from each label, on both sides. */
@Command(
        name = "back-query",
        description = {
            "Runs a network backwards from each label to an image, from scratch and in DL4J with the same weights, and writes"
                    + " index.html and a PNG an image.",
            "Exit code 1 if the two sides' images differ by more than 1e-9."
        })
final class BackQueryCommand implements Callable<Integer> {
    // of the network that is trained when none is given
    private static final int HIDDEN = 200;
    private static final double RATE = 0.1;
    private static final int EPOCHS = 5;
    private static final long SEED = 1;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--model",
            paramLabel = "FILE",
            description = "What suite train --save wrote. Default: a network is trained at once, the one of"
                    + " suite train --side scratch-fast --epochs 5.")
    private @Nullable Path file;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "target/back-query",
            description = "Where to write. Default: ${DEFAULT-VALUE}.")
    private Path out;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the images' values, as JSON.")
    private @Nullable Path json;

    @Mixin
    private DataOptions data;

    /** A network and where it comes from. */
    private record Trained(NetworkSpec spec, double[] parameters, Map<String, Object> configuration) {}

    /**
     * The images as {@code --json} writes them.
     *
     * @param origin where they come from
     * @param network its layers, for example 784-200-10
     * @param maxDifference the largest of all labels
     * @param labels one entry a label
     */
    private record Result(Origin origin, String network, double maxDifference, List<BackQueryImage> labels) {}

    @Override
    public Integer call() throws IOException {
        NetworkOptions.require(
                !Files.exists(out) || Files.isDirectory(out),
                "--out " + out + ": is a file; give the name of a folder.");
        OutputFile.checkFolder("--out", out.toAbsolutePath());
        OutputFile.check("--json", json);
        Trained saved = file == null ? null : read(file);
        Split split = data.load();
        Trained trained = saved == null ? train(split) : saved;
        List<BackQueryImage> images = images(trained);
        write(images, trained.spec(), split);
        double maxDifference = BackQueryImage.largestDifference(images);
        if (json != null) {
            Origin origin = Origin.of(trained.configuration(), DataOptions.origin(split));
            Json.write(json, new Result(origin, trained.spec().shape(), maxDifference, images));
        }
        PrintWriter console = spec.commandLine().getOut();
        console.println(BackQueryTable.summary(images));
        console.println(out.resolve("index.html"));
        console.flush();
        return maxDifference <= BackQueryImage.TOLERANCE ? 0 : 1;
    }

    private static Trained read(Path file) throws IOException {
        SavedModel model = SavedModel.read(file);
        NetworkSpec network = model.network();
        NetworkOptions.require(
                !network.bias() && network.activations().stream().allMatch(a -> a == Activation.SIGMOID),
                file + ": a network runs backwards through sigmoids without biases only; this one has "
                        + network.activations() + (network.bias() ? " and biases" : "") + ".");
        Map<String, Object> configuration = new LinkedHashMap<>();
        configuration.put("model", file.toString());
        configuration.put("trained", model.origin().configuration());
        return new Trained(network, model.parameters(), configuration);
    }

    private static Trained train(Split split) {
        NetworkSpec network =
                NetworkSpec.digits(HIDDEN, RATE, Variant.TRUE_GRADIENT).withReduction(Reduction.SUM);
        double[] initial =
                InitialWeights.INCOMING_LINKS.draw(ScratchModel.network(network), new NumpyRandomState(SEED));
        TrainingPlan plan = new TrainingPlan(EPOCHS, 1, OptionalLong.empty());
        try (Progress progress = Progress.start("training scratch-fast", plan.samples(split))) {
            double[] parameters = new FastTraining(split, plan, network.withPrecision(Precision.FLOAT))
                    .run(initial, epoch -> {}, progress);
            Map<String, Object> configuration = new LinkedHashMap<>();
            configuration.put("layers", network.layers());
            configuration.put("rate", RATE);
            configuration.put("epochs", EPOCHS);
            configuration.put("seed", SEED);
            configuration.put("trainingImages", split.train().size());
            return new Trained(network, parameters, configuration);
        }
    }

    /** Both sides in DOUBLE; how the network was trained plays no part in it. */
    private static List<BackQueryImage> images(Trained trained) {
        NetworkSpec network = trained.spec().withPrecision(Precision.DOUBLE).withVariant(Variant.TRUE_GRADIENT);
        try (Model scratch = new ScratchModel(network);
                Model dl4j = Dl4jModel.of(network)) {
            scratch.setParameters(trained.parameters());
            dl4j.setParameters(trained.parameters());
            return BackQueryImage.ofAllLabels(scratch, dl4j);
        }
    }

    private void write(List<BackQueryImage> images, NetworkSpec network, Split split) throws IOException {
        for (BackQueryImage image : images) {
            write("scratch-" + image.label() + ".png", Png.bytes(DigitImage.ofInputs(image.scratch())));
            write("dl4j-" + image.label() + ".png", Png.bytes(DigitImage.ofInputs(image.dl4j())));
        }
        String page = HtmlReport.backQuery(network.shape(), images, split);
        write("index.html", page.getBytes(StandardCharsets.UTF_8));
    }

    private void write(String name, byte[] content) throws IOException {
        AtomicFile.write(out.resolve(name), stream -> stream.write(content));
    }
}
