package dev.homeroom.standalone;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import dev.homeroom.backends.Ports;
import dev.homeroom.testing.browser.Chromium;
import dev.homeroom.testing.browser.Person;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** A teacher marks what a student wrote, and the student sees it and answers, before real pages. */
@TestInstance(Lifecycle.PER_CLASS)
class MarkingPagesIntegrationTests {
    /** Pages ask for news seldom, but at once when somebody comes back to them after a while. */
    private static final double UNTIL_TOLD_MS = 20_000;

    private final int port = Ports.free();
    private final String address = "http://localhost:" + port;
    private final Chromium chromium = Chromium.startOrSkip(MarkingPagesIntegrationTests.class);
    private final Program program;

    MarkingPagesIntegrationTests(@TempDir Path folder) throws IOException {
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
    void teacherMarksAndReleasesAndTheStudentSeesItAndAnswers() {
        Person teacher = signedIn("teacher");
        teacher.makesGroup("Readers", "Amy", "Ben");
        teacher.makesRoom("Momo", "Readers");
        String room = path(teacher.page());
        Person amy = signedIn("amy");
        amy.enters("Momo");
        amy.writes("Momo listens becuase nobody else does");
        amy.seesOwn("Momo", "Momo listens");

        makesARubric(teacher.page(), room);
        Page page = teacher.page();
        page.navigate(address + room + "/marking");
        page.getByRole(AriaRole.LINK).filter(Person.containing("Amy")).click();
        assertThat(Person.heading(page, "Amy")).isVisible();
        page.getByRole(AriaRole.CHECKBOX).first().focus();
        page.keyboard().press("Enter");
        page.getByRole(AriaRole.CHECKBOX, named("Spelling")).check(force());
        Locator comment = page.getByRole(AriaRole.TEXTBOX, named("Comment"));
        comment.fill("Good reason. Look again at one word.");
        teacher.photographed("marking");
        comment.press("Control+Enter");
        assertThat(page.getByText("Saved. The student does not see it yet.")).isVisible();
        assertThat(page.locator(".comment-card")).containsText("Draft");
        page.keyboard().press("Alt+g");
        page.keyboard().press("ArrowRight");
        page.getByRole(AriaRole.TEXTBOX, named("Overall comment")).fill("A fine beginning");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator(".grade-total")).containsText("2 of 12 points");
        assertThat(page.locator(".grade .mark-head")).containsText("Draft");

        amy.page().reload();
        amy.seesOwn("Momo", "Momo listens");
        assertThat(amy.page().locator(".feedback-mark")).hasCount(0);
        page.navigate(address + room + "/marking");
        page.getByRole(AriaRole.BUTTON, named("Release 2 drafts")).click();
        teacher.photographed("release");
        page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Release"))
                .click();
        assertThat(page.getByText("Released to 1 student.")).isVisible();

        seesItWhileInTheRoomAndAnswers(amy);

        page.navigate(address + "/feedback");
        page.getByRole(AriaRole.MAIN)
                .getByRole(AriaRole.LINK)
                .filter(Person.containing("Amy"))
                .click();
        assertThat(page.locator(".comment-card")).containsText("Do you mean because?");
        assertThat(page.locator(".comment-card")).containsText("Seen by the student");
        teacher.photographed("answered");
        page.keyboard().press("Alt+n");
        assertThat(Person.heading(page, "Ben")).isVisible();
    }

    private static void makesARubric(Page page, String room) {
        page.navigate(page.url().replaceFirst("/rooms/.*", room + "/rubric"));
        page.getByRole(AriaRole.BUTTON, named("Begin with an example")).click();
        assertThat(page.locator(".criterion")).hasCount(3);
        page.getByRole(AriaRole.BUTTON, named("Save")).click();
        assertThat(page.getByText("The rubric has been saved.")).isVisible();
    }

    private void seesItWhileInTheRoomAndAnswers(Person amy) {
        Page page = amy.page();
        page.evaluate("setInterval(() => window.dispatchEvent(new Event('focus')), 500)");
        Locator mark = page.locator(".feedback-mark");
        assertThat(mark).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(UNTIL_TOLD_MS));
        amy.photographed("beside");
        mark.click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText("Good reason. Look again at one word.");
        assertThat(dialog).containsText("Spelling");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Answer"))
                .click();
        page.getByLabel("Your answer").fill("Do you mean because?");
        page.keyboard().press("Control+Enter");
        assertThat(dialog).containsText("Do you mean because?");
        page.keyboard().press("Escape");

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("My feedback"))
                .click();
        Locator all = page.locator(".feedback-list");
        assertThat(all).containsText("A fine beginning");
        assertThat(all).containsText("2 of 4 points");
        assertThat(all).containsText("Momo listens becuase nobody else does");
        amy.photographed("my-feedback");
    }

    @Test
    void showsBothWhereTwoTeachersGradeAtOnceAndLosesNothing() {
        Person teacher = signedIn("teacher");
        teacher.makesGroup("Pair", "Amy", "Ben");
        teacher.makesRoom("Two teachers", "Pair");
        String room = path(teacher.page());
        Page one = studentPage(teacher.page(), room, "Ben");
        Person admin = signedIn("admin");
        Page other = studentPage(admin.page(), room, "Ben");

        overall(one).fill("Written by the teacher");
        overall(one).press("Control+Enter");
        assertThat(one.locator(".grade .mark-head")).containsText("Draft");
        overall(other).fill("Written by the admin");
        overall(other).press("Control+Enter");

        Locator conflict = other.locator(".conflict");
        assertThat(conflict).containsText("Teacher has changed this meanwhile");
        assertThat(conflict).containsText("Written by the teacher");
        assertThat(overall(other)).hasValue("Written by the admin");
        admin.photographed("conflict");
        other.reload();
        assertThat(overall(other)).hasValue("Written by the admin");
        overall(other).press("Control+Enter");
        other.getByRole(AriaRole.BUTTON, named("Keep mine")).click();
        assertThat(conflict).hasCount(0);
        assertThat(other.locator(".grade .mark-head")).not().containsText("Not saved");
        one.reload();
        assertThat(overall(one)).hasValue("Written by the admin");
    }

    private Page studentPage(Page page, String room, String student) {
        page.navigate(address + room + "/marking");
        page.getByRole(AriaRole.LINK).filter(Person.containing(student)).click();
        assertThat(Person.heading(page, student)).isVisible();
        assertThat(overall(page)).isVisible();
        return page;
    }

    private static Locator overall(Page page) {
        return page.getByRole(AriaRole.TEXTBOX, named("Overall comment"));
    }

    @Test
    void fitsOnAPhone() {
        Person teacher = Person.signedIn(chromium.phone(), address, "teacher");
        teacher.makesGroup("On foot", "Amy");
        teacher.makesRoom("Marked on the way", "On foot");
        String room = path(teacher.page());
        Stream.of(room + "/marking", room + "/rubric", "/feedback").forEach(teacher::seesWholeWidthOf);
        studentPage(teacher.page(), room, "Amy");
        teacher.seesWholeWidthOf(path(teacher.page()));

        Person amy = Person.signedIn(chromium.phone(), address, "amy");
        amy.seesWholeWidthOf("/feedback");
        Person admin = Person.signedIn(chromium.phone(), address, "admin");
        admin.seesWholeWidthOf("/feedback/tags");
    }

    private Person signedIn(String username) {
        return Person.signedIn(chromium.page(), address, username);
    }

    private String path(Page page) {
        return page.url().replace(address, "");
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    /** The box itself is for screen readers; what one sees is its label. */
    private static Locator.CheckOptions force() {
        return new Locator.CheckOptions().setForce(true);
    }
}
