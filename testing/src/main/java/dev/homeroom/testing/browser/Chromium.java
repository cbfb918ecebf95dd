package dev.homeroom.testing.browser;

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
import org.opentest4j.TestAbortedException;

/** The Chromium that is installed on this machine, without a window. The thread that started it uses it. */
public final class Chromium implements AutoCloseable {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "chrome");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /**
     * Starts it. Where none is installed the test is skipped, loudly; a build server must have one.
     *
     * @param test that wants it
     */
    public static Chromium startOrSkip(Class<?> test) {
        Optional<Path> executable = NAMES.stream().flatMap(Chromium::onThePath).findFirst();
        if (executable.isEmpty()) {
            refuse(test, "NO CHROMIUM IS INSTALLED, SO THE PAGES ARE NOT TESTED IN A BROWSER.");
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

    private static void refuse(Class<?> test, String reason) {
        System.err.println("\n*** " + reason + "\n*** " + test.getName() + " is skipped.\n");
        if (Boolean.parseBoolean(System.getenv("CI"))) {
            throw new AssertionError(reason);
        }
        throw new TestAbortedException(reason);
    }

    private static Stream<Path> onThePath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable);
    }

    /** A page of somebody who shares no cookies with anybody else. */
    public Page page() {
        return page("en-GB");
    }

    /** The same in another language. */
    public Page page(String locale) {
        return page(new Browser.NewContextOptions().setLocale(locale).setViewportSize(1280, 800));
    }

    /** A phone: a small screen that is touched. */
    public Page phone() {
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
