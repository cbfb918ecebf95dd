package dev.homeroom.testing.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.Map;

/** Somebody before the pages: does and sees what a person can, by the names that a screen reader says. */
public final class Person {
    private final Page page;
    private final String address;

    private Person(Page page, String address) {
        this.page = page;
        this.address = address;
    }

    /** Signs in with a password that is the username, as in the demo school. */
    public static Person signedIn(Page page, String address, String username) {
        page.navigate(address);
        page.getByLabel("Username").fill(username);
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(username);
        page.getByRole(AriaRole.BUTTON, named("Sign in")).click();
        assertThat(heading(page, "My rooms")).isVisible();
        return new Person(page, address);
    }

    public void makesGroup(String name, String... people) {
        page.navigate(address + "/groups/new");
        page.getByLabel("Name of the group").fill(name);
        for (String each : people) {
            picks("Add people", each);
        }
        page.getByRole(AriaRole.BUTTON, named("Make the group")).click();
        assertThat(page.getByText("The group " + name + " is ready.").first()).isVisible();
    }

    public void makesRoom(String title, String group) {
        page.navigate(address + "/rooms/new");
        page.getByLabel("Name of the room").fill(title);
        picks("Add groups or people", group);
        page.getByRole(AriaRole.BUTTON, named("Make the room")).click();
        assertThat(heading(page, title)).isVisible();
    }

    public void enters(String room) {
        page.navigate(address);
        page.getByRole(AriaRole.MAIN)
                .getByRole(AriaRole.LINK, linkNamed(room))
                .first()
                .click();
        assertThat(heading(page, room)).isVisible();
        assertThat(log(room)).isVisible();
    }

    public void writes(String text) {
        page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Message to "))
                .fill(text);
        page.keyboard().press("Enter");
    }

    /** Writes where Enter starts a new line, as on a phone. */
    public void taps(String text) {
        page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Message to "))
                .fill(text);
        page.getByRole(AriaRole.BUTTON, named("Send")).click();
    }

    /** A message of one's own, which has no name beside it. */
    public void seesOwn(String room, String text) {
        assertThat(log(room).locator("[data-entry]").filter(containing(text))).hasCount(1);
    }

    public void sees(String room, String name, String text) {
        Locator message = log(room).locator("[data-entry]").filter(containing(text));
        assertThat(message).hasCount(1);
        assertThat(message).containsText(text);
        assertThat(log(room)).containsText(name);
    }

    /** Looks for it only when a room is there that belongs to the person: until then nothing is. */
    public void seesOwnRoomAndNotThatOf(String own, String others) {
        page.navigate(address);
        assertThat(page.getByText(own)).isVisible();
        assertThat(page.getByText(others)).hasCount(0);
    }

    public void signsOut() {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Account and appearance:"))
                .click();
        page.getByRole(AriaRole.BUTTON, named("Sign out")).click();
    }

    /** Says many things in a room that is open, each kept before the next, without typing them. */
    public void says(String room, String words, int times) {
        page.addScriptTag(new Page.AddScriptTagOptions().setUrl(address + "/socket.io/socket.io.js"));
        page.evaluate("""
                async ({ room, words, times }) => {
                  const socket = io();
                  await socket.emitWithAck('enter_room', { room });
                  for (let time = 1; time <= times; time++) {
                    await socket.emitWithAck('send_message', { room, message: `${words} ${time} of ${times}` });
                  }
                  socket.disconnect();
                }""", Map.of("room", room, "words", words, "times", times));
    }

    /** Fails where a page is wider than the screen, so that one would have to move it to and fro. */
    public void seesWholeWidthOf(String path) {
        page.navigate(address + path);
        assertThat(page.getByRole(AriaRole.HEADING).first()).isVisible();
        assertThat(page.getByText("Loading…")).hasCount(0);
        int tooWide = (int) page.evaluate("document.documentElement.scrollWidth - innerWidth");
        if (tooWide > 0) {
            throw new AssertionError(path + " is " + tooWide + " px wider than the screen");
        }
    }

    public Page page() {
        return page;
    }

    /** What the page looks like, for whoever wants to see it. */
    public void photographed(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")));
    }

    private void picks(String label, String name) {
        page.getByRole(AriaRole.COMBOBOX, named(label)).fill(name);
        page.getByRole(AriaRole.OPTION).filter(containing(name)).first().click();
        page.keyboard().press("Escape");
        assertThat(page.getByRole(AriaRole.BUTTON, named("Remove " + name))).isVisible();
    }

    public Locator log(String room) {
        return page.getByRole(AriaRole.LOG, named("Messages in " + room));
    }

    public static Locator heading(Page page, String name) {
        return page.getByRole(AriaRole.HEADING, named(name).setLevel(1));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Locator.GetByRoleOptions linkNamed(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }

    public static Locator.FilterOptions containing(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
