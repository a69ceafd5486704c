package org.dl4jsuite.compare.document;

import java.util.List;
import java.util.stream.Stream;
import org.dl4jsuite.compare.document.Span.Tone;

/**
 * What a renderer draws: a page, a text or what a command prints.
 *
 * @param title of the browser's window
 * @param description the whole document in one sentence
 * @param lead above the navigation
 * @param sections with their headings; none for a short document
 */
public record Document(String title, String description, List<Block> lead, List<Block.Section> sections) {

    /** Returns a short document: a title, a line below it, and blocks. */
    public static Document of(String title, String description, String subtitle, List<Block> blocks) {
        Block head = new Block.Card(Tone.PLAIN, "", title, subtitle, List.of(), List.of());
        return new Document(
                title,
                description,
                Stream.concat(Stream.of(head), blocks.stream()).toList(),
                List.of());
    }
}
