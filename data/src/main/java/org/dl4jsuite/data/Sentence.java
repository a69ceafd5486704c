package org.dl4jsuite.data;

/**
 * Makes a message fit to be shown, whatever stands in the file or option that it quotes: one line, short, and nothing that
 * a terminal obeys.
 */
public final class Sentence {
    private static final int MAX_LENGTH = 900;
    /** The remedy stands at the end. */
    private static final int END = 300;

    private Sentence() {}

    /** Returns the message with controls as their code, line ends as blanks, and of a long one its start and its end. */
    public static String of(String message) {
        return cut(shown(cut(message))); // a control's code is longer than itself
    }

    private static String cut(String text) {
        return text.length() > MAX_LENGTH
                ? text.substring(0, MAX_LENGTH - END) + " … " + text.substring(text.length() - END)
                : text;
    }

    private static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (Character.isWhitespace(c)) {
                shown.append(' ');
            } else if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
                shown.append("\\u")
                        .append(Integer.toHexString(0x1_0000 + (c & 0xffff)).substring(1));
            } else {
                shown.appendCodePoint(c);
            }
        });
        return shown.toString();
    }
}
