package org.dl4jsuite.compare.serve;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import org.dl4jsuite.compare.Provenance;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.Side;
import org.dl4jsuite.compare.training.SavedModel;
import org.dl4jsuite.data.LabelledImages;
import org.dl4jsuite.data.handwriting.SampleDigits;
import org.dl4jsuite.scratch.NumpyRandomState;
import org.dl4jsuite.scratch.Variant;

/** A service with a network of 12 hidden nodes that nobody trained, and one test image a digit. */
final class TinyService {
    private TinyService() {}

    static DigitService create() {
        return new DigitService(model(), "A network that nobody trained.", images());
    }

    static SavedModel model() {
        NetworkSpec spec = NetworkSpec.digits(12, 0.1, Variant.TRUE_GRADIENT);
        NumpyRandomState random = new NumpyRandomState(3);
        double[] parameters = new double[(int) spec.parameterCount()];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = random.normal(0, 0.3);
        }
        return SavedModel.of(
                Side.SCRATCH, spec, Provenance.withoutDl4j(Map.of("seed", 3), Map.of("source", "none")), parameters);
    }

    static LabelledImages images() {
        byte[] labels = new byte[10];
        byte[] pixels = new byte[10 * LabelledImages.PIXELS];
        for (int digit = 0; digit < 10; digit++) {
            labels[digit] = (byte) digit;
            byte[] image = SampleDigits.read(SampleDigits.names().get(digit)).centred();
            System.arraycopy(image, 0, pixels, digit * LabelledImages.PIXELS, LabelledImages.PIXELS);
        }
        return LabelledImages.of(labels, pixels);
    }

    /** The bytes of a sample's file. */
    static byte[] sample(String name) throws IOException {
        try (InputStream stream = SampleDigits.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(stream, name).readAllBytes();
        }
    }
}
