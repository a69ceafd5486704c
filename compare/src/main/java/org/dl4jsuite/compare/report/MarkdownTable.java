package org.dl4jsuite.compare.report;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A table in GitHub's Markdown. */
final class MarkdownTable {
    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_&{}\\[\\]<>|#~]");
    private static final Pattern LINE_BREAK = Pattern.compile("\\R");

    private final StringBuilder text = new StringBuilder();

    private MarkdownTable(List<String> columns, String alignment) {
        row(columns);
        text.append("|:--");
        text.append(alignment.repeat(columns.size() - 1));
        text.append("|\n");
    }

    /** A table with these columns, all to the left. */
    static MarkdownTable ofText(List<String> columns) {
        return new MarkdownTable(columns, "|:--");
    }

    /** A table with these columns, all but the first to the right. */
    static MarkdownTable ofNumbers(List<String> columns) {
        return new MarkdownTable(columns, "|--:");
    }

    /** Adds a row of plain text, one cell a column. */
    void row(List<String> cells) {
        text.append(cells.stream().map(MarkdownTable::escape).collect(Collectors.joining(" | ", "| ", " |\n")));
    }

    /** Text that Markdown shows as it is. */
    static String escape(String plain) {
        String escaped = SPECIAL.matcher(plain).replaceAll(match -> Matcher.quoteReplacement("\\" + match.group()));
        return LINE_BREAK.matcher(escaped).replaceAll(" ");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
