package dev.homeroom.standalone;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The Chromium that is installed on this machine, without a window. */
final class Chromium implements AutoCloseable {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "chrome");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Starts it. Where none is installed the test is skipped, loudly; a build server must have one. */
    static Chromium startOrSkip() {
        Optional<Path> executable = NAMES.stream().flatMap(Chromium::onThePath).findFirst();
        if (executable.isEmpty()) {
            refuse("NO CHROMIUM IS INSTALLED, SO THE PAGES ARE NOT TESTED IN A BROWSER.");
        }
        return start(executable.orElseThrow());
    }

    private static Chromium start(Path executable) {
        Path node = onThePath("node").findFirst().orElseThrow();
        Map<String, String> environment =
                Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1", "PLAYWRIGHT_NODEJS_PATH", node.toString());
        Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        Browser browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(executable));
        return new Chromium(playwright, browser);
    }

    private static void refuse(String reason) {
        System.err.println("\n*** " + reason + "\n*** " + EndToEndIntegrationTests.class.getName() + " is skipped.\n");
        if (Boolean.parseBoolean(System.getenv("CI"))) {
            throw new AssertionError(reason);
        }
        Assumptions.abort(reason);
    }

    private static Stream<Path> onThePath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable);
    }

    /** A page of somebody who shares no cookies with anybody else. */
    Page page() {
        return page("en-GB");
    }

    /** The same in another language. */
    Page page(String locale) {
        return page(new Browser.NewContextOptions().setLocale(locale).setViewportSize(1280, 800));
    }

    /** A phone: a small screen that is touched. */
    Page phone() {
        return page(new Browser.NewContextOptions()
                .setLocale("en-GB")
                .setViewportSize(390, 844)
                .setIsMobile(true)
                .setHasTouch(true));
    }

    private Page page(Browser.NewContextOptions options) {
        return browser.newContext(options).newPage();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
