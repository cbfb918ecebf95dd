package dev.homeroom.standalone;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;

/** Somebody before the pages: does and sees what a person can, by the names that a screen reader says. */
final class Person {
    private final Page page;
    private final String address;

    private Person(Page page, String address) {
        this.page = page;
        this.address = address;
    }

    /** Signs in with a password that is the username, as in the demo school. */
    static Person signedIn(Page page, String address, String username) {
        page.navigate(address);
        page.getByLabel("Username").fill(username);
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(username);
        page.getByRole(AriaRole.BUTTON, named("Sign in")).click();
        assertThat(heading(page, "My rooms")).isVisible();
        return new Person(page, address);
    }

    void makesGroup(String name, String... people) {
        page.navigate(address + "/groups/new");
        page.getByLabel("Name of the group").fill(name);
        for (String each : people) {
            picks("Add people", each);
        }
        page.getByRole(AriaRole.BUTTON, named("Make the group")).click();
        assertThat(page.getByText("The group " + name + " is ready.").first()).isVisible();
    }

    void makesRoom(String title, String group) {
        page.navigate(address + "/rooms/new");
        page.getByLabel("Name of the room").fill(title);
        picks("Add groups or people", group);
        page.getByRole(AriaRole.BUTTON, named("Make the room")).click();
        assertThat(heading(page, title)).isVisible();
    }

    void enters(String room) {
        page.navigate(address);
        page.getByRole(AriaRole.MAIN)
                .getByRole(AriaRole.LINK, linkNamed(room))
                .first()
                .click();
        assertThat(heading(page, room)).isVisible();
        assertThat(log(room)).isVisible();
    }

    void writes(String text) {
        page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Message to "))
                .fill(text);
        page.keyboard().press("Enter");
    }

    void sees(String room, String name, String text) {
        Locator message = log(room).locator("[data-entry]").filter(containing(text));
        assertThat(message).hasCount(1);
        assertThat(message).containsText(text);
        assertThat(log(room)).containsText(name);
    }

    void seesNobodyElsesRoom(String room) {
        page.navigate(address);
        assertThat(heading(page, "My rooms")).isVisible();
        assertThat(page.getByText(room)).hasCount(0);
    }

    Page page() {
        return page;
    }

    /** What the page looks like, for whoever wants to see it. */
    void photographed(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")));
    }

    private void picks(String label, String name) {
        page.getByRole(AriaRole.COMBOBOX, named(label)).fill(name);
        page.getByRole(AriaRole.OPTION).filter(containing(name)).first().click();
        page.keyboard().press("Escape");
        assertThat(page.getByRole(AriaRole.BUTTON, named("Remove " + name))).isVisible();
    }

    Locator log(String room) {
        return page.getByRole(AriaRole.LOG, named("Messages in " + room));
    }

    static Locator heading(Page page, String name) {
        return page.getByRole(AriaRole.HEADING, named(name).setLevel(1));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Locator.GetByRoleOptions linkNamed(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }

    static Locator.FilterOptions containing(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
