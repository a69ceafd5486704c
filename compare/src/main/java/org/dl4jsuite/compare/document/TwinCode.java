package org.dl4jsuite.compare.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.dl4jsuite.compare.Json;

/**
 * Formula, code from scratch and code in DL4J in three columns, with the numbers of runs below each line. twin.js steps
 * through the runs, network.js draws the network; Markdown and the console show the code alone.
 *
 * @param runs the first is shown first
 * @param rows in the order of {@link Phase}
 */
public record TwinCode(List<Run> runs, List<Row> rows) implements Block {
    /** A script in a page ends at the first closing tag, even inside a string; \/ means the same in JSON. */
    private static final Pattern CLOSING = Pattern.compile("</");

    /** The parts of an iteration. */
    public enum Phase {
        FORWARD("Forward"),
        ERROR("Error"),
        BACK("Back"),
        UPDATE("Update");

        private final String title;

        Phase(String title) {
            this.title = title;
        }

        /** Returns the heading of its rows. */
        public String title() {
            return title;
        }

        /** Returns the name that a link to a step has for it. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A run, made beforehand.
     *
     * @param id of links to its steps, for example {@code rate-10}
     * @param name of the choice
     * @param command that repeats it
     * @param result what that command writes with {@code --json}, as far as a page needs it: its list {@code trace} of steps
     */
    public record Run(String id, String name, String command, Object result) {
        /** Returns the result as JSON that a page may contain. */
        public String json() {
            try {
                return CLOSING.matcher(Json.MAPPER.writeValueAsString(result)).replaceAll("<\\\\/");
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("A result of numbers and texts can always be written.", e);
            }
        }
    }

    /**
     * One thing that is computed.
     *
     * @param phase the part of the iteration
     * @param title what is computed
     * @param note what to know about it, or an empty text
     * @param formula in LaTeX
     * @param scratch where it happens from scratch
     * @param dl4j where it happens in DL4J
     * @param quantities the names of those in the traces that belong to it
     */
    public record Row(
            Phase phase,
            String title,
            String note,
            List<Formula> formula,
            List<Source> scratch,
            List<Source> dl4j,
            List<String> quantities) {}

    /** Returns the phases that have rows. */
    public List<Phase> phases() {
        return Arrays.stream(Phase.values())
                .filter(phase -> !rows(phase).isEmpty())
                .toList();
    }

    /** Returns the rows of a phase. */
    public List<Row> rows(Phase phase) {
        return rows.stream().filter(row -> row.phase() == phase).toList();
    }
}
