package dev.homeroom.faults.people;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/** All that a page says about itself and about what is not sent yet, be it only for a moment. The page's thread. */
final class Told {
    private static final String LISTEN = """
            (() => {
              const told = (window.homeroomTold = []);
              const listen = () => {
                for (const each of document.querySelectorAll('[role=alert], [role=status], .unsent-note')) {
                  const words = each.innerText.trim();
                  if (words !== '' && !told.includes(words)) told.push(words);
                }
              };
              new MutationObserver(listen).observe(document, { subtree: true, childList: true, characterData: true });
            })()""";

    private final Page page;
    private final List<String> before = new ArrayList<>();

    private Told(Page page) {
        this.page = page;
    }

    /** Listens to whatever this page shows from its next address on. */
    static Told by(Page page) {
        page.addInitScript(LISTEN);
        return new Told(page);
    }

    /** Loads the page again, and keeps in mind what it has said. */
    void reload() {
        before.addAll(now());
        page.reload();
    }

    void forget() {
        before.clear();
        page.evaluate("() => { window.homeroomTold.length = 0; }");
    }

    List<String> all() {
        List<String> all = new ArrayList<>(before);
        all.addAll(now());
        return all.stream().distinct().toList();
    }

    @SuppressWarnings("unchecked")
    private List<String> now() {
        return (List<String>) page.evaluate("() => window.homeroomTold");
    }
}
