package dev.homeroom.faults.people;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import dev.homeroom.faults.network.Link;
import dev.homeroom.testing.browser.Person;
import java.io.IOException;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;

/** A person who comes to the front door by a way of their own, which can be cut and fall silent. */
final class Visitor {
    private static final String MESSAGES = "[role=log] [data-entry] .message-text";
    private static final int DRAWN_AT_LEAST = 20;

    private final Person person;
    private final Link way;
    private final Told told;

    private Visitor(Person person, Link way, Told told) {
        this.person = person;
        this.way = way;
        this.told = told;
    }

    static Visitor signedIn(Page page, int door, String username) throws IOException {
        Link way = Link.to(username + " to the front door", door);
        Told told = Told.by(page);
        return new Visitor(Person.signedIn(page, "http://localhost:" + way.port(), username), way, told);
    }

    Person person() {
        return person;
    }

    Page page() {
        return person.page();
    }

    Link way() {
        return way;
    }

    /** The name of the edge that the front door has given this browser. */
    String edge() {
        return page().context().cookies().stream()
                .filter(cookie -> "homeroom_edge".equals(cookie.name))
                .map((Cookie cookie) -> cookie.value)
                .findAny()
                .orElseThrow();
    }

    void opens(String path) {
        page().navigate("http://localhost:" + way.port() + path);
    }

    void reloads() {
        told.reload();
    }

    void forgetsWhatWasTold() {
        told.forget();
    }

    /** What the page has said about itself, and about messages that were not sent yet. */
    List<String> told() {
        return told.all();
    }

    /** Waits for a sentence on the page. */
    void reads(String sentence) {
        assertThat(page().getByText(sentence).first()).isVisible();
    }

    /** Waits until a sentence is not on the page. */
    void readsNoMore(String sentence) {
        assertThat(page().getByText(sentence)).hasCount(0);
    }

    void presses(String button) {
        page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
    }

    /** Waits until a message is in the room, once. */
    void seesOnce(String message) {
        assertThat(page().locator(MESSAGES).filter(Person.containing(message))).hasCount(1);
    }

    /** Waits until these messages and no others are in the room, in this order, and nothing waits to be sent. */
    void seesExactly(List<String> messages) {
        Locator shown = page().locator(MESSAGES);
        assertThat(shown).hasText(messages.toArray(String[]::new));
        assertThat(page().locator(".unsent")).hasCount(0);
    }

    /** Waits until the newest of these messages, as many as a room draws, are there in this order, and nothing else is. */
    void seesTheEndOf(List<String> messages) {
        Awaitility.await().pollInSameThread().untilAsserted(() -> {
            List<String> shown = page().locator(MESSAGES).allInnerTexts();
            Assertions.assertThat(shown)
                    .hasSizeGreaterThan(DRAWN_AT_LEAST)
                    .isEqualTo(messages.subList(messages.size() - shown.size(), messages.size()));
        });
    }

    /** Waits until exactly these people are said to be here. */
    void seesPresent(String... names) {
        assertThat(hereNow().locator(".person-name > .from-people")).hasText(names);
    }

    /** Waits until the page does not claim any more to know who is here. */
    void knowsNoMoreWhoIsPresent() {
        assertThat(hereNow()).hasCount(0);
        assertThat(page().locator(".room-here-count")).hasText("–");
    }

    private Locator hereNow() {
        return page().getByRole(
                        AriaRole.LIST,
                        new Page.GetByRoleOptions().setName("Here now").setExact(true));
    }
}
