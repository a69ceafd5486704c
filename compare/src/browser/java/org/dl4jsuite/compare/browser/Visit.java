package org.dl4jsuite.compare.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ViewportSize;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One page in a window of its own. {@link #close} fails if anything was written to the console, if a script failed, or if
 * the page asked for anything outside its own origin (of a file: outside its own folder).
 */
public final class Visit implements AutoCloseable {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final List<View> VIEWS = List.of(
            new View(ColorScheme.DARK, 768), new View(ColorScheme.LIGHT, 360), new View(ColorScheme.LIGHT, 1440));

    private final BrowserContext context;
    private final Page page;
    private final String home;
    private final List<String> complaints = new ArrayList<>();

    private Visit(BrowserContext context, String url) {
        this.context = context;
        this.home = url.startsWith("file:")
                ? url.substring(0, url.lastIndexOf('/') + 1)
                : URI.create(url).resolve("/").toString();
        context.onConsoleMessage(message -> complaints.add("console: " + message.text()));
        context.onWebError(error -> complaints.add("script: " + error.error()));
        context.onRequest(this::check);
        page = context.newPage();
        page.navigate(url);
    }

    static Visit open(Browser chromium, String url) {
        BrowserContext context = chromium.newContext(new Browser.NewContextOptions().setViewportSize(1280, 900));
        return new Visit(context, url);
    }

    /** Returns Playwright's page, for clicks, keys and what stands on it. */
    public Page page() {
        return page;
    }

    /**
     * Requires that the page, as it stands, has no serious or critical finding of axe-core and no horizontal scroll bar, in
     * light and dark, from a phone to a wide screen. Keeps a screenshot of each, whose name begins with this one.
     */
    public void mustBeUsableByAll(String name) {
        ViewportSize size = page.viewportSize();
        for (View view : VIEWS) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(view.scheme));
            page.setViewportSize(view.width, size.height);
            screenshot(name + "-" + view);
            assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                    .as("width of %s, %s", name, view)
                    .isLessThanOrEqualTo(view.width);
            assertThat(findings()).as("axe-core on %s, %s", name, view).isEmpty();
        }
        page.setViewportSize(size.width, size.height);
    }

    /** Keeps a picture of the whole page, {@code target/screenshots/name.png}. */
    public void screenshot(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setFullPage(true));
    }

    @Override
    public void close() {
        context.close();
        assertThat(complaints).as("complaints about %s", home).isEmpty();
    }

    private List<String> findings() {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                        .map(Visit::text)
                        .toList();
    }

    private static String text(Rule rule) {
        StringBuilder text = new StringBuilder(rule.getImpact() + " " + rule.getId() + ": " + rule.getHelp());
        rule.getNodes().stream()
                .limit(5)
                .forEach(node ->
                        text.append("\n  ").append(node.getHtml()).append(": ").append(node.getFailureSummary()));
        return text.toString();
    }

    private void check(Request request) {
        String url = request.url();
        if (!url.startsWith(home) && !url.startsWith("data:") && !url.startsWith("blob:")) {
            complaints.add("request: " + url);
        }
    }

    private record View(ColorScheme scheme, int width) {
        @Override
        public String toString() {
            return scheme.name().toLowerCase(Locale.ROOT) + "-" + width;
        }
    }
}
