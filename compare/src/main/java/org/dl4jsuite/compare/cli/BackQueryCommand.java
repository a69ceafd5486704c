package org.dl4jsuite.compare.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dl4jsuite.compare.Json;
import org.dl4jsuite.compare.document.Document;
import org.dl4jsuite.compare.document.HtmlRenderer;
import org.dl4jsuite.compare.document.Pictures;
import org.dl4jsuite.compare.inside.BackQueryImage;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.report.BackQuerySection;
import org.dl4jsuite.data.Split;
import org.dl4jsuite.scratch.Activation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code suite back-query}: a network run backwards from each label, on both sides. */
@Command(
        name = "back-query",
        description = {
            "Runs a network backwards from each label to an image, from scratch and in DL4J with the same weights, and writes"
                    + " index.html and a PNG an image.",
            "Exit code 1 if the two sides' images differ by more than 1e-9."
        })
final class BackQueryCommand extends SuiteCommand {
    @Option(names = "--out", paramLabel = "DIR", description = "Where to write.")
    private Path out = Path.of("target/back-query");

    @Option(names = "--json", paramLabel = "FILE", description = "Write the images' values, as JSON.")
    private @Nullable Path json;

    @Mixin
    private ModelOptions model;

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
        ModelOptions.Trained trained = saved == null ? model.train(split) : saved;
        String network = trained.model().network().shape();
        List<BackQueryImage> images = trained.onBothSides(BackQueryImage::ofAllLabels);
        for (BackQueryImage image : images) {
            OutputFile.write(out, "scratch-" + image.label() + ".png", Pictures.png(Pictures.grey(image.scratch())));
            OutputFile.write(out, "dl4j-" + image.label() + ".png", Pictures.png(Pictures.grey(image.dl4j())));
        }
        Document page = BackQuerySection.page(network, images, split.train());
        OutputFile.write(out, "index.html", HtmlRenderer.render(page));
        double maxDifference = BackQueryImage.largestDifference(images);
        if (json != null) {
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("network", network);
            result.put("maxDifference", maxDifference);
            result.put("labels", images);
            Json.write(
                    json,
                    Json.document("dl4jsuite-back-query-1", trained.model().origin(), result));
        }
        out().println(BackQuerySection.summary(images));
        out().println(out.resolve("index.html"));
        return maxDifference <= BackQueryImage.TOLERANCE ? 0 : 1;
    }

    private static void requireSigmoidsWithoutBias(NetworkSpec network) {
        NetworkOptions.require(
                !network.bias() && network.activations().stream().allMatch(a -> a == Activation.SIGMOID),
                "--model: a network runs backwards through sigmoids without biases only; this one has "
                        + network.activations() + (network.bias() ? " and biases" : "") + ".");
    }
}
