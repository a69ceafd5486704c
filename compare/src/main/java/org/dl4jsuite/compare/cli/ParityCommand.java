package org.dl4jsuite.compare.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.dl4jsuite.compare.Json;
import org.dl4jsuite.compare.Provenance;
import org.dl4jsuite.compare.document.ConsoleRenderer;
import org.dl4jsuite.compare.document.Format;
import org.dl4jsuite.compare.document.Table;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.parity.CentralDifferences;
import org.dl4jsuite.compare.parity.ParityCase;
import org.dl4jsuite.compare.parity.ParityCases;
import org.dl4jsuite.compare.parity.ParityJson;
import org.dl4jsuite.compare.parity.ParityRun;
import org.dl4jsuite.compare.parity.TensorParity;
import org.dl4jsuite.data.Mnist;
import org.dl4jsuite.data.Split;
import org.dl4jsuite.scratch.Activation;
import org.dl4jsuite.scratch.Loss;
import org.dl4jsuite.scratch.NumpyRandomState;
import org.dl4jsuite.scratch.Reduction;
import org.dl4jsuite.scratch.Variant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code suite parity}: every gradient three ways. */
@Command(
        name = "parity",
        description = {
            "Compares outputs, loss, every gradient and the weights over many steps: from scratch, DL4J and central"
                    + " differences.",
            "Exit code 1 if anything disagrees."
        })
final class ParityCommand implements Callable<Integer> {
    private static final int MAX_LAYERS = 10;
    private static final int MAX_ROWS = 1_000;
    /** Some two minutes. */
    private static final double MAX_OPERATIONS = 1e11;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Write all numbers, so that anybody can recompute them.")
    private @Nullable Path json;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Of the random parameters and examples, 0 to 4294967295. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @ArgGroup(exclusive = false, heading = "%nA case of your own instead of the suite's:%n")
    private @Nullable OwnCase ownCase;

    /** A network and a batch given on the command line. */
    private static final class OwnCase {
        @Option(
                names = "--layers",
                required = true,
                split = ",",
                paramLabel = "N",
                description = "Nodes of each layer, inputs first: 4,5,3. At most " + MAX_LAYERS + " layers.")
        private List<Integer> layers;

        @Option(
                names = "--rows",
                defaultValue = "1",
                description = "Examples in the batch, at most " + MAX_ROWS + ". Default: ${DEFAULT-VALUE}.")
        private int rows;

        @Option(names = "--bias", description = "Nodes have biases.")
        private boolean bias;

        @Option(
                names = "--activation",
                defaultValue = "SIGMOID",
                description = "Of the hidden nodes: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
        private Activation activation;

        @Option(
                names = "--output",
                defaultValue = "SIGMOID",
                description = "Activation of the outputs: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
        private Activation output;

        @Option(
                names = "--loss",
                defaultValue = "HALF_SQUARED_ERROR",
                description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
        private Loss loss;

        @Option(
                names = "--reduction",
                defaultValue = "MEAN",
                description = "Over the batch: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
        private Reduction reduction;

        @Option(
                names = "--variant",
                defaultValue = "TRUE_GRADIENT",
                description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
        private Variant variant;

        private String join() {
            return layers.stream().map(String::valueOf).collect(Collectors.joining(","));
        }

        ParityCase draw(long seed) {
            NetworkOptions.require(
                    layers.size() >= 2
                            && layers.size() <= MAX_LAYERS
                            && layers.stream()
                                    .allMatch(nodes -> nodes >= 1 && nodes <= NetworkOptions.MAX_HIDDEN_NODES),
                    "--layers " + join() + ": give 2 to " + MAX_LAYERS + " numbers from 1 to "
                            + NetworkOptions.MAX_HIDDEN_NODES + ", for example 4,5,3.");
            NetworkOptions.require(
                    rows >= 1 && rows <= MAX_ROWS, "--rows " + rows + ": use 1 to " + MAX_ROWS + " examples.");
            double operations = CentralDifferences.operations(layers, bias, rows);
            NetworkOptions.require(
                    operations <= MAX_OPERATIONS,
                    String.format(
                            Locale.ROOT,
                            "--layers %s --rows %d: the central differences take %.1e operations, more than %.0e (some two"
                                    + " minutes); ask for smaller layers or fewer rows.",
                            join(),
                            rows,
                            operations,
                            MAX_OPERATIONS));
            NetworkOptions.require(
                    variant == Variant.TRUE_GRADIENT || layers.size() == 3,
                    "--layers " + join() + ": BOOK_RULE is defined for one hidden layer, so give three numbers.");
            requireActivationsThatFit();
            NetworkSpec network = NetworkSpec.of(layers.toArray(Integer[]::new))
                    .withHidden(activation)
                    .withOutput(output)
                    .withLoss(loss)
                    .withBias(bias)
                    .withReduction(reduction)
                    .withVariant(variant);
            return ParityCases.random(network, rows, new NumpyRandomState(seed));
        }

        private void requireActivationsThatFit() {
            NetworkOptions.require(
                    activation != Activation.SOFTMAX || layers.size() == 2,
                    "--activation SOFTMAX: softmax is for the outputs; use --output SOFTMAX.");
            NetworkOptions.require(
                    loss.fits(output),
                    "--output " + output + " --loss " + loss
                            + ": CROSS_ENTROPY goes with SIGMOID or SOFTMAX outputs, and SOFTMAX only with CROSS_ENTROPY.");
            NetworkOptions.require(
                    variant == Variant.TRUE_GRADIENT
                            || (output == Activation.SIGMOID && loss == Loss.HALF_SQUARED_ERROR),
                    "--variant BOOK_RULE: the book's rule is defined for SIGMOID outputs and HALF_SQUARED_ERROR.");
        }
    }

    @Override
    public Integer call() throws IOException {
        NetworkOptions.requireSeed(seed);
        OutputFile.check("--json", json);
        Map<String, Object> configuration = new LinkedHashMap<>();
        configuration.put("seed", seed);
        List<ParityCase> cases;
        Map<String, String> data = Map.of();
        if (ownCase == null) {
            Split mnist = Mnist.load();
            data = DataOptions.origin(mnist);
            cases = ParityCases.all(seed, mnist.train());
        } else {
            cases = Collections.singletonList(ownCase.draw(seed));
        }
        Provenance origin = Provenance.of(configuration, data);
        List<ParityRun.Result> results = ParityRun.all(cases);
        if (json != null) {
            Json.write(json, ParityJson.of(origin, results));
        }
        return print(results);
    }

    private int print(List<ParityRun.Result> results) {
        PrintWriter out = spec.commandLine().getOut();
        List<Map.Entry<String, TensorParity>> tensors = results.stream()
                .flatMap(result -> result.parity().tensors().stream()
                        .map(tensor -> Map.entry(result.parity().parityCase().name(), tensor)))
                .toList();
        out.println(ConsoleRenderer.render(Table.ofNumbers(tensors)
                .column("Case", Map.Entry::getKey)
                .column("Tensor", row -> row.getValue().tensor())
                .column("Max abs", row -> Format.difference(row.getValue().maxAbs()))
                .column("Max rel", row -> Format.difference(row.getValue().maxRel()))
                .column("Tolerance", row -> Format.difference(row.getValue().tolerance()))
                .column("Drift", row -> Format.difference(row.getValue().drift()))
                .column("Verdict", row -> row.getValue().verdict().label())
                .build()));
        List<String> disagreements = results.stream()
                .flatMap(result -> result.disagreements().stream())
                .toList();
        out.println();
        disagreements.forEach(out::println);
        long agreeing = results.stream().filter(ParityRun.Result::agrees).count();
        out.println(agreeing + " of " + results.size() + " cases agree.");
        out.flush();
        return agreeing == results.size() ? 0 : 1;
    }
}
