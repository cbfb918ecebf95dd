package dev.homeroom.edge.fanout;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tells one session of events, in order, and of many people who come or go in a row as of one event: so that the thousand who
 * enter at the bell cost whoever is there a few frames. A row ends where something else of the session's rooms comes in between,
 * since whoever has been told of a position has been told of all before it.
 *
 * <p>What it was given last may not have been told before {@link #finish}. Not thread-safe.
 */
public final class Narrator {
    /** So few are told of one by one, as simple clients expect it. */
    static final int FEW = 3;

    /** So many are told of together at most, so that no event becomes large. */
    static final int MANY = 100;

    private final Outlet outlet;
    private final Function<List<News>, Announcement> together;
    private final List<News> row = new ArrayList<>();
    private @Nullable Subscription listener;

    /** @param together puts many events that are alike into words */
    public Narrator(Outlet outlet, Function<List<News>, Announcement> together) {
        this.outlet = outlet;
        this.together = together;
    }

    public void tell(Subscription subscription, News news) {
        if (!goesOn(subscription, news)) {
            finish();
        }
        if (news.isOfPresence()) {
            row.add(news);
            listener = subscription;
        } else {
            outlet.tell(subscription, news.position(), news.announcement());
        }
    }

    private boolean goesOn(Subscription subscription, News news) {
        return subscription == listener && row.size() < MANY && row.getLast().isAlike(news);
    }

    /** Tells what is left. */
    public void finish() {
        Subscription subscription = listener;
        if (subscription == null) {
            return;
        }
        if (row.size() <= FEW) {
            row.forEach(each -> outlet.tell(subscription, each.position(), each.announcement()));
        } else {
            outlet.tell(subscription, row.getLast().position(), together.apply(List.copyOf(row)));
        }
        row.clear();
        listener = null;
    }
}
