package org.dl4jsuite.compare.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.dl4jsuite.compare.AtomicFile;
import org.dl4jsuite.compare.Json;
import org.dl4jsuite.compare.Provenance;
import org.dl4jsuite.compare.document.HtmlRenderer;
import org.dl4jsuite.compare.document.Pictures;
import org.dl4jsuite.compare.inside.BackQueryImage;
import org.dl4jsuite.compare.model.Dl4jModel;
import org.dl4jsuite.compare.model.Model;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.Precision;
import org.dl4jsuite.compare.model.ScratchModel;
import org.dl4jsuite.compare.report.BackQuerySection;
import org.dl4jsuite.compare.training.SavedModel;
import org.dl4jsuite.data.Split;
import org.dl4jsuite.scratch.Activation;
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
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "target/back-query",
            description = "Where to write. Default: ${DEFAULT-VALUE}.")
    private Path out;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the images' values, as JSON.")
    private @Nullable Path json;

    @Mixin
    private ModelOptions model;

    /**
     * The images as {@code --json} writes them.
     *
     * @param origin where the network comes from
     * @param network its layers, for example 784-200-10
     * @param maxDifference the largest of all labels
     * @param labels one entry a label
     */
    @JsonPropertyOrder("format")
    private record Result(Provenance origin, String network, double maxDifference, List<BackQueryImage> labels) {
        @JsonProperty
        String format() {
            return "dl4jsuite-back-query-1";
        }
    }

    @Override
    public Integer call() throws IOException {
        model.validate(true);
        OutputFile.checkFolder("--out", out);
        OutputFile.check("--json", json);
        ModelOptions.Trained saved = model.saved();
        if (saved != null) {
            requireSigmoidsWithoutBias(saved.model().network());
        }
        Split split = model.loadData();
        SavedModel trained = (saved == null ? model.train(split) : saved).model();
        List<BackQueryImage> images = images(trained);
        write(images, trained.network(), split);
        double maxDifference = BackQueryImage.largestDifference(images);
        if (json != null) {
            Json.write(json, new Result(trained.origin(), trained.network().shape(), maxDifference, images));
        }
        PrintWriter console = spec.commandLine().getOut();
        console.println(BackQuerySection.summary(images));
        console.println(out.resolve("index.html"));
        console.flush();
        return maxDifference <= BackQueryImage.TOLERANCE ? 0 : 1;
    }

    private static void requireSigmoidsWithoutBias(NetworkSpec network) {
        NetworkOptions.require(
                !network.bias() && network.activations().stream().allMatch(a -> a == Activation.SIGMOID),
                "--model: a network runs backwards through sigmoids without biases only; this one has "
                        + network.activations() + (network.bias() ? " and biases" : "") + ".");
    }

    /** Both sides in DOUBLE; how the network was trained plays no part in it. */
    private static List<BackQueryImage> images(SavedModel trained) {
        NetworkSpec network = trained.network().withPrecision(Precision.DOUBLE).withVariant(Variant.TRUE_GRADIENT);
        try (Model scratch = new ScratchModel(network);
                Model dl4j = Dl4jModel.of(network)) {
            scratch.setParameters(trained.parameters());
            dl4j.setParameters(trained.parameters());
            return BackQueryImage.ofAllLabels(scratch, dl4j);
        }
    }

    private void write(List<BackQueryImage> images, NetworkSpec network, Split split) throws IOException {
        for (BackQueryImage image : images) {
            write("scratch-" + image.label() + ".png", Pictures.png(Pictures.grey(image.scratch())));
            write("dl4j-" + image.label() + ".png", Pictures.png(Pictures.grey(image.dl4j())));
        }
        String page = HtmlRenderer.render(BackQuerySection.page(network.shape(), images, split.train()));
        write("index.html", page.getBytes(StandardCharsets.UTF_8));
    }

    private void write(String name, byte[] content) throws IOException {
        AtomicFile.write(out.resolve(name), stream -> stream.write(content));
    }
}
