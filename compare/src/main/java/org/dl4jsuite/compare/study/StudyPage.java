package org.dl4jsuite.compare.study;

import java.util.ArrayList;
import java.util.List;
import org.dl4jsuite.compare.document.Block;
import org.dl4jsuite.compare.document.Document;
import org.dl4jsuite.compare.document.Span;

/**
 * A page of the study.
 *
 * @param file its name in the study's folder, for example {@code three-layer-toy.html}
 * @param name what other pages call it
 * @param document its content
 */
public record StudyPage(String file, String name, Document document) {
    /** The page that leads to all others. */
    public static final String INDEX = "index.html";

    /** Returns a link to the page. */
    public Span link() {
        return Span.link(name, file);
    }

    /** Returns the page with links to the index and to its neighbours above its content. */
    Document withLinks(List<StudyPage> pages) {
        if (file.equals(INDEX)) {
            return document;
        }
        int at = pages.indexOf(this);
        List<Span> links = new ArrayList<>(List.of(Span.link("All pages", INDEX)));
        if (at > 0) {
            links.add(Span.of(" · before: "));
            links.add(pages.get(at - 1).link());
        }
        if (at < pages.size() - 1) {
            links.add(Span.of(" · next: "));
            links.add(pages.get(at + 1).link());
        }
        List<Block> lead = new ArrayList<>(List.of(new Block.Paragraph(Span.Tone.PLAIN, links)));
        lead.addAll(document.lead());
        return new Document(document.title(), document.description(), lead, document.sections());
    }
}
