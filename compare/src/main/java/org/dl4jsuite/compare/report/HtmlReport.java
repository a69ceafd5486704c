package org.dl4jsuite.compare.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import org.dl4jsuite.data.Split;

/** The report as one HTML file that needs nothing but itself. */
public final class HtmlReport {
    static final TemplateEngine TEMPLATES =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.dl4jsuite.compare.report.templates");

    private HtmlReport() {}

    /**
     * Writes the page.
     *
     * @param split the one the report is about: its test images are shown in the gallery
     */
    public static String render(Report report, Split split) {
        ReportPage page = new ReportPage(
                report,
                report.gallery().stream()
                        .map(digit -> DigitImage.dataUri(split.test(), digit.index()))
                        .toList());
        StringOutput output = new StringOutput();
        TEMPLATES.render("report.jte", page, output);
        return output.toString();
    }
}
