package org.dl4jsuite.compare.document;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Draws a document as one HTML file that needs nothing but itself. */
public final class HtmlRenderer {
    private static final TemplateEngine TEMPLATES =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.dl4jsuite.compare.document.templates");

    private static final String OWN = "org/dl4jsuite/compare/document/";
    /** The last adapts what the others say to small screens and to paper. */
    private static final List<String> STYLES = List.of(
            "base.css",
            "card.css",
            "tables.css",
            "figures.css",
            "rows.css",
            "code.css",
            "twin.css",
            "sheet.css",
            "media.css");

    private static final String ECHARTS = "META-INF/maven/org.webjars/echarts/pom.properties";
    private static final Pattern END_OF_SCRIPT = Pattern.compile("</(?=script)", Pattern.CASE_INSENSITIVE);

    private HtmlRenderer() {}

    /** Returns the page. Only a page with charts or twin code carries scripts. */
    public static String render(Document document) {
        StringOutput body = new StringOutput();
        TEMPLATES.render("body.jte", document, body);
        StringOutput page = new StringOutput();
        TEMPLATES.render(
                "page.jte",
                Map.of(
                        "document",
                        document,
                        "style",
                        css(),
                        "body",
                        body.toString(),
                        "scripts",
                        scripts(body.toString())),
                page);
        return page.toString();
    }

    private static List<String> scripts(String body) {
        List<String> scripts = new ArrayList<>();
        if (body.contains(" data-chart=\"")) {
            scripts.add(echarts());
            scripts.add(chartScript());
        }
        if (body.contains(" data-twin")) {
            scripts.add(script(OWN + "network.js"));
            scripts.add(script(OWN + "twin.js"));
        }
        return scripts;
    }

    /** Returns the style sheet in one piece. */
    public static String css() {
        return STYLES.stream().map(name -> read(OWN + name)).collect(Collectors.joining("\n"));
    }

    /** Returns the script that draws the charts. */
    static String chartScript() {
        return script(OWN + "charts.js");
    }

    /** Returns Apache ECharts, of the version that is on the class path. */
    private static String echarts() {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(read(ECHARTS)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return script("META-INF/resources/webjars/echarts/" + properties.getProperty("version") + "/echarts.min.js");
    }

    /** A script in a page ends at the first closing tag, even inside a string; \/ means the same to JavaScript. */
    private static String script(String name) {
        return END_OF_SCRIPT.matcher(read(name)).replaceAll("<\\\\/");
    }

    private static String read(String name) {
        try (InputStream stream = HtmlRenderer.class.getClassLoader().getResourceAsStream(name)) {
            if (stream == null) {
                throw new FileNotFoundException(name + " is not on the class path.");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
