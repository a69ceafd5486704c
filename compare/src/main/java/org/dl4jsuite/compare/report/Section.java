package org.dl4jsuite.compare.report;

/** The sections of a report in their order: what each measures and how to read it. */
public enum Section {
    ORIGIN(
            "Where the numbers come from",
            "The options of this run, and the machine and software it ran on. The same options give the same report"
                    + " again, but for the date, the machine and the speed."),
    DATA(
            "What both networks learn from",
            "A checksum (SHA-256) changes as soon as a single bit does: the files' are of their unpacked bytes, the other"
                    + " two of all inputs and targets exactly as each side gets them."),
    PARITY(
            "Gradients, three ways",
            "Each case gives the same weights and the same rows to three witnesses: the network from scratch, DL4J, and"
                    + " central differences, which move each weight a little either way and watch the loss. A tensor"
                    + " agrees if no two of them differ by more than rounding can explain, the tolerance; otherwise the"
                    + " verdict names the odd one out. An ulp is one unit in the last place."),
    TRAJECTORY(
            "The same weights, step after step",
            "Both DOUBLE networks start from the same weights and take the same steps; after 1, 10, 100, … of them every"
                    + " weight is compared with its twin. Rounding adds up slowly and stays below the tolerance; a wrong"
                    + " term would lift the difference above it by orders of magnitude."),
    TRAINING(
            "Accuracy and loss, epoch by epoch",
            "In an epoch every training image is shown once. Accuracy is the share of test images that a network gets"
                    + " right after it; training loss is the error E of one example, averaged over the epoch, each taken"
                    + " before the step on it."),
    CONFUSION(
            "What was taken for what",
            "Test images after the last epoch: a row is a label, a column an answer, a number how often. Right answers"
                    + " lie on the diagonal."),
    AGREEMENT(
            "Do the two give the same answers?",
            "The answers of the two DOUBLE networks to each test image are compared, whether they are right or wrong."),
    GALLERY(
            "Digits they get wrong",
            "Test images on which the two DOUBLE networks disagree come first, then those on which both fail. The gallery"
                    + " has limited room: the confusion matrices count all mistakes. Numbers after # are places in the"
                    + " test set, from 0."),
    LESSONS(
            "Lessons from the sources",
            "The four texts that this suite follows teach with small networks, from a weighted sum to handwritten digits."
                    + " Each of these lessons is rebuilt as a pair, from scratch and in DL4J; both start from the same"
                    + " weights and run as the source runs its own. What the source prints, both must give; only an"
                    + " erratum, a figure that the source's own code or data does not give, must come from neither."),
    SPEED(
            "Speed",
            "Microseconds for one sample, less is faster. To train is to go forward, backward and update the weights; to"
                    + " predict is to go forward only. Medians are of repeats after warm-up; half of the repeats lie between"
                    + " the lower and the upper quartile (p25 and p75). The ratio is the median divided by that of the"
                    + " network from scratch in the same job, in the same precision if that was measured."
                    + " Operations and bytes are those that the network's own way of computing needs: the fast network"
                    + " leaves out the inputs that equal the background. A ceiling is what one core can do at most.");

    private final String title;
    private final String explanation;

    Section(String title, String explanation) {
        this.title = title;
        this.explanation = explanation;
    }

    /** The heading. */
    public String title() {
        return title;
    }

    /** What is measured and how to read it. */
    public String explanation() {
        return explanation;
    }

    /** The anchor of the section in the page. */
    public String id() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
