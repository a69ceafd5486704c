package org.dl4jsuite.data.handwriting;

/** A step of the preparation that can be left out, to see what it does to an answer. */
public enum Step {
    /** Ink is made bright, as in MNIST; without it whatever is bright counts as ink. */
    POLARITY("make the ink bright", "dark and light are exchanged"),
    /** The paper's brightness is taken as uneven; without it darkness counts as it is. */
    LIGHT("even out the light", "the light is uneven"),
    /** What is no ink is set to paper, and the ink's strength spread from none to full. */
    CLEANING("take away noise and dirt", "noise or dirt"),
    /** Strokes that are thinner than MNIST's are made as wide. */
    THICKENING("thicken the strokes", "the strokes are too thin or too faint"),
    /** The digit is fitted into 20 x 20 pixels; without it the whole picture is fitted into 28 x 28. */
    SCALING("fit into 20 × 20", "the digit is too large or too small"),
    /** The centre of mass is moved to the middle; without it the digit stays where it is in the picture. */
    CENTRING("centre by mass", "the digit is off centre");

    private final String action;
    private final String fault;

    Step(String action, String fault) {
        this.action = action;
        this.fault = fault;
    }

    /** Returns what the step does, in a few words that follow "to". */
    public String action() {
        return action;
    }

    /** Returns what is wrong with a picture that needs the step, in a few words. */
    public String fault() {
        return fault;
    }
}
