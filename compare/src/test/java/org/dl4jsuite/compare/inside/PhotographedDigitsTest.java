package org.dl4jsuite.compare.inside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.OptionalLong;
import javax.imageio.ImageIO;
import org.dl4jsuite.compare.Progress;
import org.dl4jsuite.compare.model.Model;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.Precision;
import org.dl4jsuite.compare.model.ScratchModel;
import org.dl4jsuite.compare.training.FastTraining;
import org.dl4jsuite.compare.training.InputChecksum;
import org.dl4jsuite.compare.training.Predictions;
import org.dl4jsuite.compare.training.TrainingPlan;
import org.dl4jsuite.data.DataException;
import org.dl4jsuite.data.LabelledImages;
import org.dl4jsuite.data.Mnist;
import org.dl4jsuite.data.Split;
import org.dl4jsuite.data.handwriting.Handwriting;
import org.dl4jsuite.scratch.InitialWeights;
import org.dl4jsuite.scratch.NumpyRandomState;
import org.dl4jsuite.scratch.Reduction;
import org.dl4jsuite.scratch.Variant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The network that {@code suite recognise} trains, on pictures that no stage was tuned on. */
class PhotographedDigitsTest {
    /** Of test images from this one on; others were looked at while the stages were written. */
    private static final int FIRST = 400;

    private static final int PICTURES = 200;

    @Test
    @Tag("long")
    void photographsAreRecognisedAlmostAsWellAsTheOriginals() throws IOException {
        Split mnist = Mnist.load();
        NetworkSpec spec = NetworkSpec.digits(200, 0.1, Variant.TRUE_GRADIENT).withReduction(Reduction.SUM);
        double[] initial = InitialWeights.INCOMING_LINKS.draw(ScratchModel.network(spec), new NumpyRandomState(1));
        double[] trained = new FastTraining(
                        mnist, new TrainingPlan(5, 1, OptionalLong.empty()), spec.withPrecision(Precision.FLOAT))
                .run(initial, epoch -> {}, Progress.silent(), InputChecksum.none());
        LabelledImages test = mnist.test();
        int originals = 0;
        int photographs = 0;
        try (Model network = new ScratchModel(spec)) {
            network.setParameters(trained);
            for (int i = FIRST; i < FIRST + PICTURES; i++) {
                originals += answer(network, test.image(i)) == test.label(i) ? 1 : 0;
                photographs += answer(network, test, i) == test.label(i) ? 1 : 0;
            }
        }
        assertThat(photographs)
                .as("of %d photographs; %d of the originals are right", PICTURES, originals)
                .isGreaterThanOrEqualTo(PICTURES * 93 / 100);
    }

    /** -1 if the picture is refused. */
    private static int answer(Model network, LabelledImages test, int index) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new PhotographedDigit(test, index).picture(), "png", png);
        try {
            return answer(
                    network,
                    Handwriting.read("photograph " + index, new ByteArrayInputStream(png.toByteArray()))
                            .centred());
        } catch (DataException e) {
            return -1;
        }
    }

    private static int answer(Model network, byte[] pixels) {
        return Predictions.largest(
                network.outputs(LabelledImages.of(new byte[1], pixels).inputs(0, 1))[0]);
    }
}
