package dev.homeroom.standalone;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import dev.homeroom.backends.Ports;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
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
    private final Chromium chromium = Chromium.startOrSkip();
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
        chen.seesNobodyElsesRoom("Without Chen");
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

    private Person signedIn(String username) {
        return Person.signedIn(chromium.page(), address, username);
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
