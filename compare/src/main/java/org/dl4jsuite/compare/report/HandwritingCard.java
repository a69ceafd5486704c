package org.dl4jsuite.compare.report;

import java.util.List;
import org.dl4jsuite.compare.recognise.Recognition;
import org.dl4jsuite.data.handwriting.Handwriting;
import org.dl4jsuite.data.handwriting.SampleDigits;

/**
 * A handwritten digit as a page shows it.
 *
 * @param recognition what it is taken for
 * @param stages its way to MNIST's form
 */
public record HandwritingCard(Recognition recognition, List<StagePicture> stages) {

    /**
     * One stage.
     *
     * @param title in a word or two
     * @param picture a data URI
     * @param width in pixels
     * @param height in pixels
     */
    public record StagePicture(String title, String picture, int width, int height) {}

    public static HandwritingCard of(Recognition recognition, Handwriting digit) {
        return new HandwritingCard(
                recognition,
                digit.stages().stream()
                        .map(stage -> new StagePicture(
                                stage.title(),
                                Png.dataUri(stage.picture()),
                                stage.picture().getWidth(),
                                stage.picture().getHeight()))
                        .toList());
    }

    /** The sample digits of a report. */
    static List<HandwritingCard> ofSamples(List<Recognition> recognitions) {
        return recognitions.stream()
                .map(recognition -> of(recognition, SampleDigits.read(recognition.file())))
                .toList();
    }

    /** How many of the digits whose labels are known both networks get right: 14 of 16. */
    static String rightAnswers(List<Recognition> recognitions) {
        long right = recognitions.stream()
                .filter(recognition -> {
                    Recognition.Opinion answer = recognition.opinions().get(0);
                    return isLabel(recognition, answer.scratchAnswer()) && isLabel(recognition, answer.dl4jAnswer());
                })
                .count();
        return right + " of " + recognitions.size();
    }

    static boolean isLabel(Recognition recognition, int answer) {
        return recognition.label() != null && recognition.label() == answer;
    }

    /** The colour of an answer: good, bad, or neither if the label is not known. */
    public String style(int answer) {
        if (recognition.label() == null) {
            return "";
        }
        return isLabel(recognition, answer) ? "good" : "bad";
    }
}
