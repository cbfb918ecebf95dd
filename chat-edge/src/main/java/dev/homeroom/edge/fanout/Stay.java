package dev.homeroom.edge.fanout;

import dev.homeroom.contract.MessageId;
import dev.homeroom.edge.fanout.News.Passing;
import dev.homeroom.edge.fanout.News.Post;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One session's being in rooms of one partition. While it enters one of them, the live events of all of them wait, so that the
 * session is told of the partition in its order, and its token can say how far. Comings and goings also wait while others are
 * expected, but never behind what comes after them. Guarded by its partition's lock.
 */
final class Stay {
    private static final int MOST_GATHERED = 1_000;

    private record Waiting(Subscription subscription, News news) {}

    private final Subscriber subscriber;
    private final int maxWaiting;
    private final Function<List<Passing>, Announcement> words;
    private @Nullable Queue<Waiting> waiting;
    private int rooms;
    private int holds;
    private boolean overrun;

    /**
     * @param maxWaiting how much may wait while it enters a room
     * @param words puts people who come or go in a row into words
     */
    Stay(Subscriber subscriber, int maxWaiting, Function<List<Passing>, Announcement> words) {
        this.subscriber = subscriber;
        this.maxWaiting = maxWaiting;
        this.words = words;
    }

    Subscriber subscriber() {
        return subscriber;
    }

    /**
     * One more room: from now on live events wait, until each such hold has been {@linkplain #release released}. What waited
     * before is told, so that whoever is refused and stays as they were has been told of all up to here.
     */
    void enter() {
        tellWaiting();
        rooms++;
        holds++;
    }

    /** @return whether that was its last room */
    boolean leave() {
        return --rooms == 0;
    }

    /**
     * Tells of it, and before of all that waits; or lets it wait.
     *
     * @param mayWait whether there is time until {@link #tellWaiting}
     * @return whether something was told
     */
    boolean announce(Subscription subscription, News news, boolean mayWait) {
        if (overrun) {
            return false; // what comes behind a hole must not be told
        }
        if (holds > 0 || (mayWait && !isFull())) {
            add(new Waiting(subscription, news));
            return false;
        }
        tellWaiting();
        switch (news) {
            case Post post -> subscription.tell(post.position(), post.announcement());
            case Passing passing -> subscription.tell(passing.position(), words.apply(List.of(passing)));
        }
        return true;
    }

    private boolean isFull() {
        return waiting != null && waiting.size() >= MOST_GATHERED;
    }

    private void add(Waiting next) {
        if (waiting == null) {
            waiting = new ArrayDeque<>();
        }
        if (waiting.size() < maxWaiting) {
            waiting.add(next);
        } else {
            overrun = true;
            waiting = null;
        }
    }

    /**
     * Tells what there was time for, unless the session is entering a room.
     *
     * @return whether something was told
     */
    boolean tellWaiting() {
        Queue<Waiting> late = waiting;
        if (holds > 0 || late == null) {
            return false;
        }
        waiting = null;
        late.removeIf(each -> each.subscription().hasLeft());
        tell(late);
        return !late.isEmpty();
    }

    /** If that fails, nobody knows what the session was told: it is whole no more. */
    private void tell(Collection<Waiting> now) {
        Narrator narrator = new Narrator(Subscription::tell, words);
        try {
            now.forEach(each -> narrator.tell(each.subscription(), each.news()));
            narrator.finish();
        } catch (RuntimeException e) {
            overrun = true;
            subscriber.interrupted();
            throw e;
        }
    }

    /**
     * Ends one hold; with the last one, what has waited is told, and the session is live again.
     *
     * @param alreadyTold what need not be told any more
     * @return false if too much came meanwhile, so that some is lost and the session can never be whole again
     */
    boolean release(Predicate<MessageId> alreadyTold) {
        if (waiting != null) {
            waiting.removeIf(each -> alreadyTold.test(each.news().id()));
        }
        holds--;
        tellWaiting();
        return !overrun;
    }

    /** Whether nothing is held back, and nothing was lost. */
    boolean isLive() {
        return holds == 0 && !overrun;
    }
}
