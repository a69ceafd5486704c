package org.dl4jsuite.compare.serve;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.dl4jsuite.compare.document.HtmlRenderer;
import org.eclipse.jetty.http.HttpStatus;

/** The page and what it loads; the style sheet is the report's, and a few lines of its own. */
final class PageFiles {
    private static final Map<String, String> SCRIPTS_AND_STYLES = Map.of(
            "serve.css", "text/css; charset=utf-8",
            "canvas.js", "text/javascript; charset=utf-8",
            "views.js", "text/javascript; charset=utf-8",
            "serve.js", "text/javascript; charset=utf-8");

    private PageFiles() {}

    static Reply html() throws IOException {
        return Reply.ok("text/html; charset=utf-8", read("index.html"));
    }

    static Reply file(String name) throws IOException {
        if (name.equals("suite.css")) {
            return Reply.ok("text/css; charset=utf-8", HtmlRenderer.css().getBytes(StandardCharsets.UTF_8));
        }
        String type = SCRIPTS_AND_STYLES.get(name);
        return type == null
                ? Reply.error(HttpStatus.NOT_FOUND_404, "There is nothing of this name.")
                : Reply.ok(type, read(name));
    }

    private static byte[] read(String name) throws IOException {
        try (InputStream stream = PageFiles.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new FileNotFoundException(name + " is not on the class path.");
            }
            return stream.readAllBytes();
        }
    }
}
