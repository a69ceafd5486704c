package org.dl4jsuite.compare.report;

/** The sections of a report in their order: what each measures and how to read it. */
public enum Section {
    ORIGIN(
            "Where the numbers come from",
            "The options of this run, and the machine and software it ran on. The same options on the same kernels give"
                    + " the same report again, but for the date, the machine and the speed. All figures were measured in"
                    + " this run, but for the book's experiments, which are stored results, and what DL4J's settings do"
                    + " to its speed, which was measured once, for the suite."),
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
                    + " leaves out the inputs that equal the background. A ceiling is what one core can do at most."),
    SWEEPS(
            "The book's experiments, repeated",
            "What Make Your Own Neural Network tries once each, learning rates, epochs, hidden nodes and rotated copies"
                    + " of the training images, from many seeds. A mean is of the share of test images right; the true"
                    + " mean lies within the interval after ± with 95 % confidence (Student's t). BOOK_RULE is the book's"
                    + " own rule of learning; the width of the initial weights is 1/sqrt of a node's incoming links in its"
                    + " current printings (INCOMING_LINKS), of the layer's own nodes in the early ones (OWN_NODES)."),
    HANDWRITING(
            "Handwriting doctor",
            "Digits drawn for this suite, and what both DOUBLE networks take them for after the last epoch. MNIST's digits"
                    + " were fitted into 20 x 20 pixels and centred by mass in 28 x 28; each row shows what a picture goes"
                    + " through to look like them. A picture that has 28 x 28 pixels is answered as it is, and its centred"
                    + " form gives a second opinion. A bar is an output, from 0 to 1; the largest one is the answer."),
    BACK_QUERY(
            "The networks run backwards",
            "Which image does a network hold a label to look like? The targets of a label (0.99 for its output, 0.01 for the"
                    + " others) go back through each layer: the inverse of the sigmoid, the transposed weights, then"
                    + " rescaled to 0.01 … 0.99, as Tariq Rashid's Make Your Own Neural Network does it. Dark is where the"
                    + " label calls for ink, light where it calls for paper. It is no inverse of the network. For comparison:"
                    + " the mean of the label's training images."),
    INSIDE(
            "Inside the networks",
            "What the hidden nodes hold, and how much of a network can be lost. A node matters by what its loss alone costs:"
                    + " the accuracy with it minus that without it. Then growing shares of the hidden nodes, or of the links"
                    + " of both layers, are taken away in random orders, the same for both networks; nothing is trained"
                    + " anew. The book says that a network bears such damage; here is how much.");

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
