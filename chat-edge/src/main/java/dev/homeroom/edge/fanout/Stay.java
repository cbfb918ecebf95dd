package dev.homeroom.edge.fanout;

import dev.homeroom.contract.MessageId;
import java.util.ArrayDeque;
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
    private static final int MOST_WAITING = 10_000;
    private static final int MOST_GATHERED = 1_000;

    private record Waiting(Subscription subscription, News news) {}

    private final Subscriber subscriber;
    private final Narrator narrator;
    private @Nullable Queue<Waiting> waiting;
    private int rooms;
    private int holds;
    private boolean overrun;

    /** @param together puts many events that are alike into words */
    Stay(Subscriber subscriber, Function<List<News>, Announcement> together) {
        this.subscriber = subscriber;
        this.narrator = new Narrator(Subscription::tell, together);
    }

    Subscriber subscriber() {
        return subscriber;
    }

    /** One more room: from now on live events wait, until each such hold has been {@linkplain #release released}. */
    void enter() {
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
        subscription.tell(news.position(), news.announcement());
        return true;
    }

    private boolean isFull() {
        return waiting != null && waiting.size() >= MOST_GATHERED;
    }

    private void add(Waiting next) {
        if (waiting == null) {
            waiting = new ArrayDeque<>();
        }
        if (waiting.size() < MOST_WAITING) {
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
        late.forEach(each -> narrator.tell(each.subscription(), each.news()));
        narrator.finish();
        return !late.isEmpty();
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
