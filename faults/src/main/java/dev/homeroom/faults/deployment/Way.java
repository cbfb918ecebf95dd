package dev.homeroom.faults.deployment;

import dev.homeroom.faults.network.Link;
import java.util.List;

/**
 * All links from one part, or from the people, to another kind of part.
 *
 * @param name such as {@code edge-1 to kafka}
 * @param links that belong together
 */
public record Way(String name, List<Link> links) {
    public Way {
        links = List.copyOf(links);
    }

    public void cut() {
        links.forEach(Link::cut);
    }

    public void silence() {
        links.forEach(Link::silence);
    }

    public void mend() {
        links.forEach(Link::mend);
    }
}
