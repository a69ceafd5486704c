package org.dl4jsuite.compare.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Map;
import org.dl4jsuite.compare.inside.BackQueryImage;
import org.dl4jsuite.data.Split;

/** The report as one HTML file that needs nothing but itself. */
public final class HtmlReport {
    static final TemplateEngine TEMPLATES =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.dl4jsuite.compare.report.templates");

    private HtmlReport() {}

    /**
     * Writes the page.
     *
     * @param split the one the report is about: its test images are shown in the gallery, and its mean training digits
     */
    public static String render(Report report, Split split) {
        ReportPage page = new ReportPage(
                report,
                report.gallery().stream()
                        .map(digit -> DigitImage.dataUri(split.test(), digit.index()))
                        .toList(),
                BackQueryTable.of(report.backQuery(), split.train()));
        StringOutput output = new StringOutput();
        TEMPLATES.render("report.jte", page, output);
        return output.toString();
    }

    /**
     * A page of a network run backwards.
     *
     * @param network its layers, for example 784-200-10
     * @param split whose mean training digits stand beside the images
     */
    public static String backQuery(String network, List<BackQueryImage> images, Split split) {
        StringOutput output = new StringOutput();
        BackQueryTable table = BackQueryTable.of(images, split.train());
        TEMPLATES.render("backQuery.jte", Map.of("network", network, "table", table), output);
        return output.toString();
    }
}
