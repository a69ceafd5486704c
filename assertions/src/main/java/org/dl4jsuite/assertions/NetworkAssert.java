package org.dl4jsuite.assertions;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.AbstractAssert;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.dl4jsuite.compare.diagnose.Diagnosis;
import org.dl4jsuite.compare.diagnose.Finding;
import org.dl4jsuite.compare.diagnose.StepDump;
import org.dl4jsuite.compare.interchange.Dl4jConfiguration;
import org.dl4jsuite.compare.model.Batch;
import org.dl4jsuite.compare.model.Dl4jModel;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.Precision;
import org.dl4jsuite.compare.parity.CentralDifferences;
import org.dl4jsuite.compare.parity.ParityCase;
import org.dl4jsuite.compare.parity.ParityRun;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Assertions on a hand-written network. */
public final class NetworkAssert extends AbstractAssert<NetworkAssert, NetworkUnderTest> {
    /** Some ten seconds of central differences. */
    private static final double MAX_OPERATIONS = 1e10;

    private NetworkAssert(NetworkUnderTest actual) {
        super(actual, NetworkAssert.class);
    }

    /** Begins an assertion on a network. */
    public static NetworkAssert assertThatNetwork(NetworkUnderTest actual) {
        return new NetworkAssert(actual);
    }

    /**
     * Names the network of DL4J to agree with: dense layers, sigmoid, tanh, identity, ReLU or softmax, {@code Sgd}. It stays as
     * it is.
     *
     * @throws RuntimeException if it is one that the suite does not compute; the message names what it has
     */
    public Agreement agreesWith(MultiLayerNetwork dl4j) {
        isNotNull();
        return new Agreement(dl4j);
    }

    /** What is left to say: on which examples. */
    public final class Agreement {
        private final MultiLayerNetwork dl4j;
        private final NetworkSpec spec;

        private Agreement(MultiLayerNetwork dl4j) {
            this.dl4j = dl4j;
            byte[] json = dl4j.getLayerWiseConfigurations().toJson().getBytes(StandardCharsets.UTF_8);
            this.spec = Dl4jConfiguration.parse(json, "DL4J's network");
        }

        /** The same on arrays of DL4J's. */
        public NetworkAssert on(INDArray x, INDArray t) {
            return on(x.toDoubleMatrix(), t.toDoubleMatrix());
        }

        /**
         * Gives my network DL4J's parameters and verifies that on this batch it has the same outputs, loss and gradients (mine,
         * DL4J's, central differences) and takes the same step, within what rounding allows. Afterwards my network has its own
         * parameters again. If something differs, the message says what first, and which mistake explains it all.
         *
         * @param x (batch, in)
         * @param t (batch, out)
         */
        public NetworkAssert on(double[][] x, double[][] t) {
            double operations = CentralDifferences.operations(spec.layers(), spec.bias(), x.length);
            if (operations > MAX_OPERATIONS) {
                throw new IllegalArgumentException(
                        "Central differences of a network of " + spec.shape() + " on " + x.length
                                + " examples take " + operations + " operations, more than " + MAX_OPERATIONS
                                + "; use fewer examples or a smaller network.");
            }
            ModelUnderTest mine = new ModelUnderTest(actual, spec);
            double[] own = mine.parameters();
            double[] parameters = dl4j.params().toDoubleVector();
            List<String> problems;
            try (Dl4jModel theirs = Dl4jModel.of(dl4j.clone(), spec)) {
                problems = problems(mine, theirs, new ParityCase("this batch", spec, parameters, x, t));
            } finally {
                mine.setParameters(own);
            }
            if (!problems.isEmpty()) {
                failWithMessage("%s", "My network does not agree with DL4J's:\n" + String.join("\n", problems));
            }
            return NetworkAssert.this;
        }

        private List<String> problems(ModelUnderTest mine, Dl4jModel theirs, ParityCase onBatch) {
            mine.setParameters(onBatch.parameters());
            Diagnosis diagnosis = Diagnosis.of(StepDump.of(mine, spec, new Batch(onBatch.inputs(), onBatch.targets())));
            List<String> problems = new ArrayList<>();
            boolean onlyRounded =
                    diagnosis.causes().stream().map(Finding::id).toList().equals(List.of("float32"));
            boolean rounded =
                    spec.precision() == Precision.FLOAT && onlyRounded; // no mistake, where DL4J rounds as well
            if (diagnosis.verdict() == Diagnosis.Verdict.DIFFERS && !rounded) {
                problems.addAll(diagnosis.sentences());
            }
            // three ways, and a step per example
            ParityRun.disagreements(onBatch, mine, theirs, onBatch.inputs().length).stream()
                    .map(line -> line.replace(": scratch", ": mine")) // the suite's name for what is not DL4J's
                    .forEach(problems::add);
            return problems;
        }
    }
}
