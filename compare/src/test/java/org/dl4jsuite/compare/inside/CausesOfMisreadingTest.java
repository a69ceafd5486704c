package org.dl4jsuite.compare.inside;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import org.dl4jsuite.compare.Progress;
import org.dl4jsuite.compare.model.Model;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.Precision;
import org.dl4jsuite.compare.model.ScratchModel;
import org.dl4jsuite.compare.training.FastTraining;
import org.dl4jsuite.compare.training.InputChecksum;
import org.dl4jsuite.compare.training.Predictions;
import org.dl4jsuite.compare.training.TrainingPlan;
import org.dl4jsuite.data.LabelledImages;
import org.dl4jsuite.data.Mnist;
import org.dl4jsuite.data.Split;
import org.dl4jsuite.data.handwriting.Preparation;
import org.dl4jsuite.data.handwriting.Step;
import org.dl4jsuite.scratch.InitialWeights;
import org.dl4jsuite.scratch.NumpyRandomState;
import org.dl4jsuite.scratch.Reduction;
import org.dl4jsuite.scratch.Variant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** 200 test digits, read right as they are and misread after one known damage: is the cause that is named the true one? */
class CausesOfMisreadingTest {
    /** Test images before this one were looked at while the steps were written. */
    private static final int FIRST = 1_000;

    private static final int PER_DAMAGE = 40;

    @Test
    @Tag("long")
    void theTrueCauseIsNamedInFourOfFive() {
        Split mnist = Mnist.load();
        LabelledImages test = mnist.test();
        Map<Damage, Map<Step, Integer>> named = new EnumMap<>(Damage.class);
        int right = 0;
        try (Model network = trained(mnist)) {
            for (Damage damage : Damage.values()) {
                Map<Step, Integer> causes = new EnumMap<>(Step.class);
                named.put(damage, causes);
                int misread = 0;
                for (int i = FIRST; misread < PER_DAMAGE; i++) {
                    int label = test.label(i);
                    byte[] damaged = damage.apply(test.image(i), new Random(i));
                    if (answer(network, test.image(i)) == label && answer(network, damaged) != label) {
                        misread++;
                        Misreading misreading = Misreading.of(
                                Preparation.of(damaged),
                                EnumSet.noneOf(Step.class),
                                true,
                                label,
                                pixels -> outputs(network, pixels));
                        misreading.cause().ifPresent(cause -> causes.merge(cause, 1, Integer::sum));
                    }
                }
                right += causes.getOrDefault(damage.remedy(), 0);
            }
        }
        named.forEach((damage, causes) -> System.out.printf(
                "%s: %d of %d named %s; all that was named: %s%n",
                damage, causes.getOrDefault(damage.remedy(), 0), PER_DAMAGE, damage.remedy(), causes));
        System.out.printf("The true cause in %d of %d%n", right, PER_DAMAGE * Damage.values().length);
        assertThat(right)
                .as("true causes of %s", named)
                .isGreaterThanOrEqualTo(PER_DAMAGE * Damage.values().length * 4 / 5);
    }

    /** The network of {@code suite recognise}. */
    private static Model trained(Split mnist) {
        NetworkSpec spec = NetworkSpec.digits(200, 0.1, Variant.TRUE_GRADIENT).withReduction(Reduction.SUM);
        double[] initial = InitialWeights.INCOMING_LINKS.draw(ScratchModel.network(spec), new NumpyRandomState(1));
        double[] parameters = new FastTraining(
                        mnist, new TrainingPlan(5, 1, OptionalLong.empty()), spec.withPrecision(Precision.FLOAT))
                .run(initial, epoch -> {}, Progress.silent(), InputChecksum.none());
        Model network = new ScratchModel(spec);
        network.setParameters(parameters);
        return network;
    }

    private static int answer(Model network, byte[] pixels) {
        return Predictions.largest(outputs(network, pixels));
    }

    private static double[] outputs(Model network, byte[] pixels) {
        return network.outputs(LabelledImages.of(new byte[1], pixels).inputs(0, 1))[0];
    }
}
