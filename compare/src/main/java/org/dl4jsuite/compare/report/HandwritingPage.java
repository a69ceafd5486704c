package org.dl4jsuite.compare.report;

import gg.jte.output.StringOutput;
import java.util.List;

/**
 * The handwriting doctor as a page of its own.
 *
 * @param network which network read the digits, in one sentence
 * @param cards the digits
 */
public record HandwritingPage(String network, List<HandwritingCard> cards) {

    /** One HTML file that needs nothing but itself. */
    public String render() {
        StringOutput output = new StringOutput();
        HtmlReport.TEMPLATES.render("handwriting.jte", this, output);
        return output.toString();
    }
}
