package dev.homeroom.edge.fanout;

import dev.homeroom.edge.fanout.News.Passing;
import dev.homeroom.edge.fanout.News.Post;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tells one session of events, in order, and of many people who come or go in a row as of one event: so that the thousand who
 * enter at the bell cost whoever is there a few frames. A row ends where something else of the session's rooms comes in between,
 * since whoever has been told of a position has been told of all before it; and at certain ordinals, so that most sessions are
 * told of the same rows.
 *
 * <p>What it was given last may not have been told before {@link #finish}. Not thread-safe.
 */
public final class Narrator {
    /** So few are told of one by one, as simple clients expect it. */
    static final int FEW = 3;

    /** So many are told of together at most, so that no event becomes large. */
    static final int MANY = 100;

    private final Outlet outlet;
    private final Function<List<Passing>, Announcement> words;
    private final List<Passing> row = new ArrayList<>();
    private @Nullable Subscription listener;

    /** @param words puts people who come or go in a row into words */
    public Narrator(Outlet outlet, Function<List<Passing>, Announcement> words) {
        this.outlet = outlet;
        this.words = words;
    }

    public void tell(Subscription subscription, News news) {
        switch (news) {
            case Post post -> {
                finish();
                outlet.tell(subscription, post.position(), post.announcement());
            }
            case Passing passing -> {
                if (!goesOn(subscription, passing)) {
                    finish();
                }
                row.add(passing);
                listener = subscription;
            }
        }
    }

    private boolean goesOn(Subscription subscription, Passing next) {
        if (subscription != listener || row.size() >= MANY) {
            return false;
        }
        Passing last = row.getLast();
        return last.isAlike(next) && last.ordinal() / MANY == next.ordinal() / MANY;
    }

    /** Tells what is left. */
    public void finish() {
        Subscription subscription = listener;
        if (subscription == null) {
            return;
        }
        if (row.size() > FEW) {
            tell(subscription, List.copyOf(row));
        } else {
            row.forEach(each -> tell(subscription, List.of(each)));
        }
        row.clear();
        listener = null;
    }

    private void tell(Subscription subscription, List<Passing> passings) {
        outlet.tell(subscription, passings.getLast().position(), words.apply(passings));
    }
}
