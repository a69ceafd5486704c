package org.dl4jsuite.compare.report;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a page needs beside its text, read from the class path so that it can be written into the page. */
public final class PageFiles {
    private static final String OWN = "org/dl4jsuite/compare/report/";
    /** The last adapts what the others say to small screens and to paper. */
    private static final List<String> STYLES = List.of(
            "base.css",
            "verdict.css",
            "tables.css",
            "figures.css",
            "lessons.css",
            "handwriting.css",
            "inside.css",
            "media.css");

    private static final String ECHARTS = "META-INF/maven/org.webjars/echarts/pom.properties";
    private static final Pattern END_OF_SCRIPT = Pattern.compile("</(?=script)", Pattern.CASE_INSENSITIVE);

    private PageFiles() {}

    /** The style sheet, in one piece. */
    public static String css() {
        return STYLES.stream().map(name -> read(OWN + name)).collect(Collectors.joining("\n"));
    }

    /** The script that puts the charts into their places. */
    public static String chartScript() {
        return script(OWN + "charts.js");
    }

    /** Apache ECharts, of the version that is on the class path. */
    public static String echarts() {
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
        try (InputStream stream = PageFiles.class.getClassLoader().getResourceAsStream(name)) {
            if (stream == null) {
                throw new FileNotFoundException(name + " is not on the class path.");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
