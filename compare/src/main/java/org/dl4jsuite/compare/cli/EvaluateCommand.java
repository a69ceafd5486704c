package org.dl4jsuite.compare.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.dl4jsuite.compare.document.Block;
import org.dl4jsuite.compare.document.Format;
import org.dl4jsuite.compare.interchange.ModelFile;
import org.dl4jsuite.compare.model.Learner;
import org.dl4jsuite.compare.model.Side;
import org.dl4jsuite.compare.report.ConfusionSection;
import org.dl4jsuite.compare.training.ConfusionMatrix;
import org.dl4jsuite.compare.training.Predictions;
import org.dl4jsuite.compare.training.SavedModel;
import org.dl4jsuite.data.Split;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code suite evaluate}: a saved network on test images. */
@Command(name = "evaluate", description = "Judges a saved network by the test images; either side can run it.")
final class EvaluateCommand extends SuiteCommand {
    @Option(
            names = "--model",
            required = true,
            paramLabel = "FILE",
            description = "What suite train --save wrote, a DL4J network's .zip or a .npz.")
    private Path file;

    @Option(names = "--side", description = "Who runs it: ${COMPLETION-CANDIDATES}. Default: who trained it.")
    private @Nullable Side side;

    @Mixin
    private DataOptions data;

    @Override
    public Integer call() throws IOException {
        SavedModel saved = ModelFile.readForImages(file);
        Split split = data.load();
        Side runner = side == null ? saved.side() : side;
        try (Learner learner = runner.build(saved.network())) {
            learner.setParameters(saved.parameters());
            ConfusionMatrix matrix = ConfusionMatrix.of(split.test(), Predictions.of(learner, split.test()));
            String accuracy = runner + ": test accuracy " + Format.fixed(matrix.accuracy(), 4);
            print(List.of(
                    Block.text(accuracy),
                    ConfusionSection.table(matrix.counts()).build()));
        }
        return 0;
    }
}
