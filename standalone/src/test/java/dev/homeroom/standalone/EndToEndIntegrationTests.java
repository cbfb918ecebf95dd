package dev.homeroom.standalone;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import dev.homeroom.backends.Ports;
import dev.homeroom.testing.browser.Chromium;
import dev.homeroom.testing.browser.Person;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The whole, from a teacher's room to an archived transcript, with people before real pages. */
@TestInstance(Lifecycle.PER_CLASS)
class EndToEndIntegrationTests {
    private static final String QUESTION = "Did the fox mean to come back?";
    private static final String ANSWER = "Yes: he looked around twice.";

    private final int port = Ports.free();
    private final String address = "http://localhost:" + port;
    private final Chromium chromium = Chromium.startOrSkip(EndToEndIntegrationTests.class);
    private final Program program;

    EndToEndIntegrationTests(@TempDir Path folder) throws IOException {
        program = Program.start("--port", "" + port, "--data", folder.toString(), "--guests");
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
    void teacherReadsWhatTwoStudentsSaidInTheirRoom() {
        Person teacher = signedIn("teacher");
        teacher.makesGroup("Reading circle", "Amy", "Ben");
        teacher.makesRoom("The fox", "Reading circle");

        Person amy = signedIn("amy");
        Person ben = signedIn("ben");
        amy.enters("The fox");
        ben.enters("The fox");
        amy.writes(QUESTION);
        ben.sees("The fox", "Amy", QUESTION);
        ben.writes(ANSWER);
        amy.sees("The fox", "Ben", ANSWER);
        teacher.sees("The fox", "Ben", ANSWER);
        amy.photographed("room");

        teacher.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Transcript"))
                .click();
        Locator transcript = teacher.page().locator(".transcript");
        assertThat(transcript).containsText(QUESTION);
        assertThat(transcript).containsText(ANSWER);
        assertThat(transcript).containsText("came in");
        teacher.photographed("transcript");
        teacher.page().getByLabel("Person").selectOption("Amy");
        assertThat(transcript).not().containsText(ANSWER);
        assertThat(transcript).containsText(QUESTION);
    }

    @Test
    void roomIsNotThereForAStudentWhoDoesNotBelongToIt() {
        Person teacher = signedIn("teacher");
        teacher.makesGroup("Two of us", "Amy");
        teacher.makesRoom("Without Chen", "Two of us");

        Person chen = signedIn("chen");
        chen.seesOwnRoomAndNotThatOf("Class 7b", "Without Chen");
        chen.page().navigate(teacher.page().url());
        assertThat(chen.page().getByText("This room is not there for you")).isVisible();
        chen.page().navigate(teacher.page().url() + "/transcript");
        assertThat(chen.page().getByText("There is nothing here")).isVisible();
    }

    @Test
    void keepsWhatWasSaidForWhoComesLater() {
        Person teacher = signedIn("teacher");
        teacher.makesGroup("Late ones", "Amy", "Chen");
        teacher.makesRoom("Come later", "Late ones");
        Person amy = signedIn("amy");
        amy.enters("Come later");
        amy.writes("Written before Chen came");

        Person chen = signedIn("chen");
        chen.enters("Come later");
        chen.sees("Come later", "Amy", "Written before Chen came");
    }

    @Test
    void guestsChatOnATutorialsPageAndTheAdminReadsIt() {
        Page dora = tutorial("dora");
        Page emil = tutorial("emil");
        assertThat(messages(dora)).containsText("emil has entered the room Library.");
        emil.getByLabel("Message", exact()).fill("hello from the simplest page");
        emil.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send"))
                .click();
        assertThat(messages(dora)).containsText("emil: hello from the simplest page");
        assertThat(messages(emil)).containsText("emil: hello from the simplest page");

        Person admin = signedIn("admin");
        admin.page().navigate(address + "/school");
        admin.page()
                .getByRole(AriaRole.MAIN)
                .getByRole(AriaRole.LINK)
                .filter(Person.containing("Library"))
                .last()
                .click();
        assertThat(admin.page().locator(".transcript")).containsText("hello from the simplest page");
        admin.photographed("guests");
    }

    @Test
    void teacherFindsWhatWasWrittenInAnyOfTheirRooms() {
        Person teacher = signedIn("teacher");
        teacher.makesGroup("Bird watchers", "Amy", "Ben");
        teacher.makesRoom("Birds", "Bird watchers");
        Person amy = signedIn("amy");
        amy.enters("Birds");
        amy.writes("Three kingfishers flew over the river");
        amy.writes("我看见了翠鸟 near the bridge");
        teacher.sees("Birds", "Amy", "我看见了翠鸟 near the bridge");

        Page page = teacher.page();
        page.navigate(address + "/search");
        Locator words = page.getByLabel("Words to find");
        Locator hits = page.locator(".hit");
        words.fill("kingfisher");
        assertThat(hits).hasCount(1);
        assertThat(hits.locator("mark")).hasText("kingfishers");
        words.fill("翠鸟 bridge");
        assertThat(hits.locator("mark")).hasText(new String[] {"翠鸟", "bridge"});
        teacher.photographed("search");

        hits.getByRole(AriaRole.LINK).click();
        assertThat(page.getByText("Three kingfishers flew over the river")).isVisible();
        assertThat(page.locator("[aria-current=true]")).containsText("我看见了翠鸟 near the bridge");
        amy.page().navigate(address + "/search");
        assertThat(amy.page().getByText("There is nothing here")).isVisible();
    }

    @Test
    void teacherReadsATranscriptWithoutEnd() {
        Person teacher = signedIn("teacher");
        teacher.makesGroup("Counters", "Amy", "Ben");
        teacher.makesRoom("Counting", "Counters");
        String room = teacher.page().url();
        Person amy = signedIn("amy");
        amy.enters("Counting");
        for (int i = 0; i < 130; i++) {
            amy.writes("number " + i);
        }
        teacher.sees("Counting", "Amy", "number 129");

        Page page = teacher.page();
        page.navigate(room + "/transcript");
        Locator transcript = page.locator(".transcript");
        assertThat(row(transcript, "number 129")).isInViewport();
        assertThat(row(transcript, "number 0")).hasCount(0);
        transcript.focus();
        page.keyboard().press("Home");
        assertThat(row(transcript, "number 5")).hasCount(1);
        pressesHomeUntilItSees(page, row(transcript, "number 0"));

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("To the newest"))
                .click();
        assertThat(row(transcript, "number 129")).isInViewport();
        page.getByLabel("Text").fill("\"number 7\"");
        assertThat(transcript.locator("mark")).hasText("number 7");
        row(transcript, "number 7").getByRole(AriaRole.LINK).first().click();
        assertThat(row(transcript, "number 7")).isInViewport();
        assertThat(row(transcript, "number 8")).isInViewport();

        row(transcript, "number 7").hover();
        row(transcript, "number 7")
                .getByTitle("Who was in the group when Amy wrote this?")
                .click();
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("Ben");
        teacher.photographed("members");
        page.keyboard().press("Escape");
        row(transcript, "number 8").hover();
        row(transcript, "number 8").getByTitle("Remove the message of Amy").click();
        page.getByRole(AriaRole.BUTTON, exactly("Remove")).click();
        assertThat(row(transcript, "number 8")).containsText("Removed by Teacher");
        teacher.photographed("endless");
    }

    /** While earlier entries come in, the page keeps what one reads where it is, so one may have to press again. */
    private static void pressesHomeUntilItSees(Page page, Locator row) {
        int presses = 0;
        do {
            page.keyboard().press("Home");
            page.waitForTimeout(300);
        } while (++presses < 10 && row.boundingBox().y < 0);
        assertThat(row).isInViewport();
    }

    private static Locator row(Locator transcript, String text) {
        return transcript
                .locator("li")
                .filter(new Locator.FilterOptions()
                        .setHas(transcript.page().getByText(text, new Page.GetByTextOptions().setExact(true))));
    }

    private static Page.GetByRoleOptions exactly(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    @Test
    void sidebarReachesFromTopToBottomHoweverShortThePage() {
        Page page = signedIn("teacher").page();
        for (String path : List.of("/", "/search", "/groups", "/rooms/new")) {
            page.navigate(address + path);
            Locator sidebar = page.locator(".sidebar");
            assertThat(sidebar).isVisible();
            assertEquals(page.viewportSize().height, sidebar.boundingBox().height);
        }
    }

    @Test
    void fitsOnAPhone() {
        Person teacher = Person.signedIn(phone(), address, "teacher");
        teacher.makesGroup("On the way", "Amy", "Ben");
        teacher.makesRoom("A room with a rather long name, for the bus", "On the way");
        String room = path(teacher.page());
        Stream.of(
                        "/",
                        room,
                        room + "/settings",
                        room + "/transcript",
                        "/rooms/new",
                        "/search",
                        "/groups",
                        "/groups/new")
                .forEach(teacher::seesWholeWidthOf);

        Person amy = Person.signedIn(phone(), address, "amy");
        amy.enters("A room with a rather long name, for the bus");
        amy.taps("I am at the stop " + "where nobody waits ".repeat(5) + "https://example.org/" + "x".repeat(120));
        amy.seesOwn("A room with a rather long name, for the bus", "I am at the stop");
        amy.seesWholeWidthOf(room);
        amy.photographed("phone");

        Person admin = Person.signedIn(phone(), address, "admin");
        Stream.of("/accounts", "/school").forEach(admin::seesWholeWidthOf);
    }

    @Test
    void sendsOnceWhatWasWrittenWithoutAConnection() {
        Person teacher = signedIn("teacher");
        teacher.makesGroup("In the tunnel", "Amy", "Ben");
        teacher.makesRoom("Tunnel", "In the tunnel");
        Person amy = signedIn("amy");
        Person ben = signedIn("ben");
        amy.enters("Tunnel");
        ben.enters("Tunnel");
        amy.writes("before the tunnel");
        ben.sees("Tunnel", "Amy", "before the tunnel");

        amy.page().context().setOffline(true);
        assertThat(amy.page().getByText("This computer is offline.")).isVisible();
        amy.writes("in the tunnel");
        assertThat(amy.page().getByText("Not sent yet.")).isVisible();
        ben.writes("is she still there?");
        amy.photographed("offline");

        amy.page().context().setOffline(false);
        ben.sees("Tunnel", "Amy", "in the tunnel");
        amy.sees("Tunnel", "Ben", "is she still there?");
        amy.seesOwn("Tunnel", "in the tunnel");
        assertThat(amy.page().getByText("Not sent yet.")).hasCount(0);
        amy.page().reload();
        amy.seesOwn("Tunnel", "in the tunnel");
    }

    @Test
    void showsAllOfALongRoomToWhoScrollsBack() {
        Person teacher = signedIn("teacher");
        teacher.makesGroup("Long ones", "Amy", "Ben");
        teacher.makesRoom("Long", "Long ones");
        Person amy = signedIn("amy");
        amy.says(path(teacher.page()).replace("/rooms/", ""), "line", 250);

        Person ben = signedIn("ben");
        ben.enters("Long");
        assertThat(ben.log("Long")).containsText("line 250 of 250");
        // A log draws a part of itself, so what has been in sight is collected on the way.
        ben.page().waitForFunction("""
                () => {
                  const log = document.querySelector('[role=log]');
                  window.seen ??= new Set();
                  for (const row of log.querySelectorAll('[data-entry]')) {
                    const line = /line (\\d+) of 250/.exec(row.textContent);
                    if (line) seen.add(line[1]);
                  }
                  log.scrollTop = 0;
                  return seen.size === 250;
                }""", null, new Page.WaitForFunctionOptions().setPollingInterval(50));
        assertThat(ben.page().getByText("This is where Long begins.")).isVisible();
        ben.page().getByRole(AriaRole.BUTTON, named("To the newest message")).click();
        assertThat(ben.page().getByText("line 250 of 250")).isInViewport();
    }

    @Test
    void downloadsATranscriptForASpreadsheet() throws IOException {
        Person teacher = signedIn("teacher");
        teacher.makesGroup("Counted", "Amy");
        teacher.makesRoom("Take along", "Counted");
        String room = path(teacher.page());
        teacher.writes("to be taken along");
        teacher.seesOwn("Take along", "to be taken along");

        teacher.page().navigate(address + room + "/transcript");
        assertThat(teacher.page().locator(".transcript")).containsText("to be taken along");
        teacher.page().getByRole(AriaRole.BUTTON, named("Export")).click();
        teacher.page()
                .locator("dialog")
                .getByText("CSV", new Locator.GetByTextOptions().setExact(true))
                .click();
        Download download = teacher.page()
                .waitForDownload(() -> teacher.page()
                        .getByRole(AriaRole.LINK, named("Download"))
                        .click());
        String file = download.suggestedFilename();
        assertTrue(file.matches("Take along \\d{4}-\\d{2}-\\d{2}\\.csv"), file);
        assertTrue(Files.readString(download.path()).contains("to be taken along"));
    }

    @Test
    void signsOutInAllTabsAndLetsTheNextPersonIn() {
        Person amy = signedIn("amy");
        Page otherTab = amy.page().context().newPage();
        otherTab.navigate(address);
        assertThat(Person.heading(otherTab, "My rooms")).isVisible();

        amy.signsOut();
        assertThat(Person.heading(amy.page(), "Sign in")).isVisible();
        assertThat(Person.heading(otherTab, "Sign in")).isVisible();
        amy.page().navigate(address + "/groups");
        assertThat(Person.heading(amy.page(), "Sign in")).isVisible();

        Person.signedIn(amy.page(), address, "ben");
        assertThat(otherTab.getByText("Ben").first()).isVisible();
        assertThat(Person.heading(otherTab, "My rooms")).isVisible();
    }

    @Test
    void speaksChineseWhereTheBrowserDoes() {
        Page page = chromium.page("zh-CN");
        page.navigate(address);
        page.getByLabel("用户名").fill("chen");
        page.getByLabel("密码", exact()).fill("chen");
        page.getByRole(AriaRole.BUTTON, named("登录")).click();
        assertThat(Person.heading(page, "我的房间")).isVisible();
        assertThat(page.locator("html")).hasAttribute("lang", "zh-CN");

        page.getByText("Class 7b").click();
        page.getByRole(AriaRole.TEXTBOX).fill("大家好，我是小陈");
        page.getByRole(AriaRole.BUTTON, named("发送")).click();
        Locator log = page.getByRole(AriaRole.LOG, named("Class 7b 的消息"));
        assertThat(log.locator("[data-entry]").filter(Person.containing("大家好，我是小陈")))
                .hasCount(1);
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", "chinese.png")));
    }

    private Person signedIn(String username) {
        return Person.signedIn(chromium.page(), address, username);
    }

    private Page phone() {
        return chromium.phone();
    }

    private String path(Page page) {
        return page.url().replace(address, "");
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private Page tutorial(String name) {
        Page page = chromium.page();
        page.route(
                "**/tutorial.html",
                route -> route.fulfill(
                        new Route.FulfillOptions().setContentType("text/html").setBody(tutorialPage())));
        page.navigate(address + "/tutorial.html");
        page.getByLabel("Name").fill(name);
        page.getByLabel("Room").fill("Library");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Join"))
                .click();
        assertThat(messages(page)).containsText(name + " has entered the room Library.");
        return page;
    }

    private static Locator messages(Page page) {
        return page.getByRole(AriaRole.LIST, new Page.GetByRoleOptions().setName("Messages"));
    }

    private static Page.GetByLabelOptions exact() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private static String tutorialPage() {
        try (InputStream page =
                Objects.requireNonNull(EndToEndIntegrationTests.class.getResourceAsStream("tutorial.html"))) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
