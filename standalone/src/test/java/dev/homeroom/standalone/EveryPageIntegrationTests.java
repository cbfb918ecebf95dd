package dev.homeroom.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ReducedMotion;
import dev.homeroom.backends.Ports;
import dev.homeroom.testing.browser.Chromium;
import dev.homeroom.testing.browser.Person;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Every page, with something on it, can be used by everybody: WCAG 2.2 AA as far as a program can judge it, and no sideways scrolling. */
@TestInstance(Lifecycle.PER_CLASS)
class EveryPageIntegrationTests {
    private static final List<String> STANDARDS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final String WIDER_THAN_THE_WINDOW = "document.documentElement.scrollWidth > innerWidth + 1";

    private final int port = Ports.free();
    private final String address = "http://localhost:" + port;
    private final Chromium chromium = Chromium.startOrSkip(EveryPageIntegrationTests.class);
    private final Program program;
    private final List<String> found = new ArrayList<>();

    EveryPageIntegrationTests(@TempDir Path folder) throws IOException {
        program = Program.start("--port", "" + port, "--data", folder.toString());
    }

    @BeforeAll
    void waitUntilReady() {
        program.ready();
    }

    @AfterAll
    void stop() {
        program.close();
        chromium.close();
    }

    @Test
    void canBeUsedByEverybodyByDayOnADesktopAndByNightOnAPhone() {
        Person admin = signedIn("admin");
        asks(admin, "POST", "/flagged-words", "{\"text\": \"stupid\", \"look_back\": false}");
        Person teacher = signedIn("teacher");
        teacher.makesGroup("Readers", "Amy", "Ben");
        String group = String.valueOf(teacher.page()
                .evaluate("fetch('/api/groups').then(answer => answer.json()).then(groups => groups.items[0].id)"));
        teacher.makesRoom("Momo", "Readers");
        String room = teacher.page().url().replace(address, "");
        Person amy = signedIn("amy");
        amy.enters("Momo");
        amy.writes("Momo listens, and that is no stupid thing 认真听");
        amy.seesOwn("Momo", "Momo listens");
        String student =
                String.valueOf(amy.page().evaluate("fetch('/api/me').then(answer => answer.json()).then(me => me.id)"));

        Map<Person, List<String>> pages = Map.of(
                admin, List.of("/", "/accounts", "/school", "/feedback/tags", "/flagged-words", "/nowhere"),
                amy, List.of("/", room, "/feedback"),
                teacher,
                        Stream.concat(
                                        Stream.of(
                                                        "",
                                                        "/settings",
                                                        "/transcript",
                                                        "/marking",
                                                        "/marking/" + student,
                                                        "/rubric")
                                                .map(part -> room + part),
                                        Stream.of(
                                                "/",
                                                room + "/participation",
                                                room + "/participation/" + student,
                                                "/rooms/new",
                                                "/watch",
                                                room.replace("/rooms/", "/watch/"),
                                                "/concerns",
                                                "/search?q=Momo",
                                                "/exports",
                                                "/groups",
                                                "/groups/new",
                                                "/groups/" + group,
                                                "/feedback"))
                                .toList());
        pages.forEach((person, paths) -> paths.forEach(path -> looksAt(person.page(), path)));
        looksAt(chromium.page(), "/signin");

        assertThat(found).isEmpty();
    }

    private void looksAt(Page page, String path) {
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        page.setViewportSize(1280, 800);
        page.navigate(address + path);
        judge(page, path, ColorScheme.LIGHT);
        page.setViewportSize(390, 844);
        judge(page, path, ColorScheme.DARK);
    }

    private void judge(Page page, String path, ColorScheme scheme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.locator("h1").first().waitFor();
        page.waitForLoadState(LoadState.NETWORKIDLE);
        new AxeBuilder(page)
                .withTags(STANDARDS)
                .analyze()
                .getViolations()
                .forEach(rule -> found.add(path + " " + scheme + ": " + inWords(rule)));
        if (Boolean.TRUE.equals(page.evaluate(WIDER_THAN_THE_WINDOW))) {
            found.add(path + " " + scheme + ": wider than the window");
        }
    }

    private static String inWords(Rule rule) {
        return rule.getHelp()
                + rule.getNodes().stream().map(CheckedNode::getHtml).collect(Collectors.joining("; ", " (", ")"));
    }

    private static void asks(Person person, String method, String path, String body) {
        Object status = person.page()
                .evaluate(
                        "([method, path, body]) => fetch('/api' + path, {method, body, headers: {'content-type': 'application/json'}})"
                                + ".then(answer => answer.status)",
                        List.of(method, path, body));
        assertThat(status).isEqualTo(201);
    }

    private Person signedIn(String username) {
        return Person.signedIn(chromium.page(), address, username);
    }
}
