package org.dl4jsuite.compare.browser;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The machine's Chromium without a window, driven by Playwright. Each {@link Visit} has a profile of its own. */
public final class Browser implements AutoCloseable {
    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium) {
        this.playwright = playwright;
        this.chromium = chromium;
    }

    /**
     * Starts the browser that {@code -Dbrowser.executable} names.
     *
     * @throws IllegalStateException if it cannot be run; the tests must not pass without a browser
     */
    public static Browser start() {
        Path executable = Path.of(System.getProperty("browser.executable", ""));
        if (!Files.isExecutable(executable)) {
            throw new IllegalStateException(
                    "No browser at '" + executable + "'; install Chromium or name one by -Dbrowser.executable=PATH.");
        }
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Browser(
                playwright,
                playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(executable)
                                .setHeadless(true)
                                .setArgs(List.of(
                                        "--no-sandbox", // root, as in a container, cannot have one
                                        "--disable-background-networking",
                                        "--disable-component-update",
                                        "--disable-dev-shm-usage",
                                        "--no-first-run"))));
    }

    /** Opens a page, {@code http://…} or a file, in a window of its own. */
    public Visit open(String url) {
        return Visit.open(chromium, url);
    }

    /** Opens a page from a file. */
    public Visit open(Path file) {
        return open(file.toUri().toString());
    }

    @Override
    public void close() {
        playwright.close();
    }
}
