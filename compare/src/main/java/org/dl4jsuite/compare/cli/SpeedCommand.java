package org.dl4jsuite.compare.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dl4jsuite.compare.Json;
import org.dl4jsuite.compare.Provenance;
import org.dl4jsuite.compare.report.SpeedSection;
import org.dl4jsuite.compare.speed.Contestant;
import org.dl4jsuite.compare.speed.Grid;
import org.dl4jsuite.compare.speed.MeasurementBudget;
import org.dl4jsuite.compare.speed.SpeedResults;
import org.dl4jsuite.compare.speed.SpeedRun;
import org.dl4jsuite.data.Mnist;
import org.dl4jsuite.scratch.Variant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code suite speed}: what a sample costs, on all sides. */
@Command(
        name = "speed",
        description = {
            "Measures training and prediction of 784-N-10 on MNIST: the from-scratch network, the fast one with both kinds"
                    + " of kernels, DL4J tuned and as it starts, and what the machine itself can do.",
            "A quarter of an hour; --quick takes two minutes. Nothing else should run meanwhile."
        })
final class SpeedCommand extends SuiteCommand {
    private static final int CENTRE = 200;
    private static final double RATE = 0.1;

    @Option(
            names = "--quick",
            description = "Fewer sizes and repeats; DL4J as it starts, and in DOUBLE, at the batch sizes only.")
    private boolean quick;

    @Option(names = "--json", paramLabel = "FILE", description = "Write all figures.")
    private @Nullable Path json;

    @Option(
            names = "--batches",
            split = ",",
            paramLabel = "N",
            description =
                    "Samples per step, with " + CENTRE + " hidden nodes. Default: 1,16,64,256; 1,64,256 with --quick.")
    private @Nullable List<Integer> batches;

    @Option(
            names = "--hidden",
            split = ",",
            paramLabel = "N",
            description = "Hidden nodes, at batch 1. Default: 50,100,200,500,1000; 50,200,1000 with --quick.")
    private @Nullable List<Integer> hidden;

    @Option(
            names = "--networks",
            split = ",",
            paramLabel = "NAME",
            description = "scratch-fast, scratch, dl4j-tuned, dl4j-stock. Default: all of them.")
    private @Nullable List<String> networks;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Grid usual = quick ? Grid.quick(CENTRE) : Grid.full(CENTRE);
        Grid grid =
                new Grid(CENTRE, batches == null ? usual.batches() : batches, hidden == null ? usual.hidden() : hidden);
        validate(grid);
        List<Contestant> contestants = contestants();
        OutputFile.check("--json", json);
        Provenance origin = origin(grid, contestants);
        SpeedResults results = new SpeedRun(
                        grid,
                        quick ? MeasurementBudget.QUICK : MeasurementBudget.FULL,
                        Variant.TRUE_GRADIENT,
                        RATE,
                        null)
                .run(contestants);
        if (json != null) {
            Json.write(json, Json.document(SpeedResults.FORMAT, origin, results));
        }
        print(SpeedSection.figures(results));
        return 0;
    }

    private static void validate(Grid grid) {
        for (int batch : grid.batches()) {
            NetworkOptions.require(
                    batch >= 1 && batch <= SpeedRun.MAX_SAMPLES_PER_STEP,
                    "--batches " + batch + ": use 1 to " + SpeedRun.MAX_SAMPLES_PER_STEP + " samples per step.");
        }
        grid.hidden().forEach(NetworkOptions::requireHidden);
    }

    private List<Contestant> contestants() {
        List<String> known = Stream.of(Contestant.values())
                .map(Contestant::network)
                .distinct()
                .toList();
        List<String> chosen = networks == null ? known : networks;
        for (String network : chosen) {
            NetworkOptions.require(
                    known.contains(network),
                    "--networks " + network + ": use one or more of " + String.join(",", known) + ".");
        }
        return Stream.of(Contestant.values())
                .filter(contestant -> chosen.contains(contestant.network()))
                .toList();
    }

    static Provenance origin(Grid grid, List<Contestant> contestants) {
        Map<String, Object> configuration = new LinkedHashMap<>();
        configuration.put("batches", grid.batches());
        configuration.put("hidden", grid.hidden());
        configuration.put(
                "networks",
                contestants.stream().map(Contestant::network).distinct().toList());
        Map<Contestant, List<String>> flags = new EnumMap<>(Contestant.class);
        contestants.forEach(contestant -> flags.put(contestant, contestant.flags()));
        configuration.put("jvmFlags", flags);
        configuration.put("rate", RATE);
        configuration.put("variant", Variant.TRUE_GRADIENT);
        return Provenance.of(configuration, DataOptions.origin(Mnist.load()));
    }
}
