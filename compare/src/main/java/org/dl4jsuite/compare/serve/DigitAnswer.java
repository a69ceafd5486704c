package org.dl4jsuite.compare.serve;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.dl4jsuite.compare.document.Pictures;
import org.dl4jsuite.compare.inside.Recognition;
import org.dl4jsuite.data.handwriting.Handwriting;
import org.jspecify.annotations.Nullable;

/**
 * What both networks make of a picture, as {@code POST /api/recognise} answers.
 *
 * @param answer the from-scratch network's
 * @param scratch ten outputs, of the first opinion
 * @param dl4j ten outputs, of the first opinion
 * @param form of the first opinion: {@code as it is} or {@code centred}
 * @param doubt why the answer should not be trusted, or nothing
 * @param width of the picture, in pixels
 * @param height of the picture, in pixels
 * @param opinions the first, and for a picture of 28 x 28 pixels a second one
 * @param stages what the picture looks like on the way
 * @param hidden activations of the first hidden layer from scratch, one per node
 * @param hiddenMaxDifference the largest difference to DL4J's
 * @param firing the hidden nodes that do most for the answer
 */
record DigitAnswer(
        int answer,
        List<Double> scratch,
        List<Double> dl4j,
        String form,
        String doubt,
        int width,
        int height,
        List<Recognition.Opinion> opinions,
        List<StagePicture> stages,
        double[] hidden,
        double hiddenMaxDifference,
        List<FiringNode> firing) {
    private static final int FIRING = 12;

    /** A stage as a PNG in a data URI. */
    record StagePicture(String title, String picture) {}

    /**
     * A hidden node.
     *
     * @param node from 0
     * @param activation from scratch
     * @param adds to the answer's weighted sum: activation times weight; null if there are several hidden layers
     */
    record FiringNode(int node, double activation, @Nullable Double adds) {}

    static DigitAnswer of(Handwriting digit, BothNetworks networks) {
        Recognition recognition = networks.recognise(digit);
        Recognition.Opinion first = recognition.opinions().get(0);
        BothNetworks.Pair hidden = networks.hidden(digit.asItIs().orElse(digit.centred()));
        return new DigitAnswer(
                first.scratchAnswer(),
                first.scratch(),
                first.dl4j(),
                first.form(),
                recognition.doubt(),
                digit.width(),
                digit.height(),
                recognition.opinions(),
                digit.stages().stream()
                        .map(stage -> new StagePicture(stage.title(), Pictures.dataUri(stage.picture())))
                        .toList(),
                hidden.scratch(),
                hidden.maxDifference(),
                firing(hidden.scratch(), first.scratchAnswer(), networks));
    }

    private static List<FiringNode> firing(double[] activations, int answer, BothNetworks networks) {
        boolean oneHiddenLayer = networks.spec().layers().size() == 3;
        Comparator<FiringNode> strength =
                Comparator.comparingDouble(node -> Math.abs(node.adds() == null ? node.activation() : node.adds()));
        return IntStream.range(0, activations.length)
                .mapToObj(j -> new FiringNode(
                        j,
                        activations[j],
                        oneHiddenLayer ? (Double) (activations[j] * networks.outgoingWeight(j, answer)) : null))
                .sorted(strength.reversed())
                .limit(FIRING)
                .toList();
    }
}
