package dev.homeroom.edge.fanout;

import dev.homeroom.contract.MessageId;
import dev.homeroom.contract.Position;
import dev.homeroom.edge.socketio.TokenedEvent;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One session's being in rooms of one partition. While it enters one of them, the live events of all of them wait, so that the
 * session is told of the partition in its order, and its token can say how far. Guarded by its partition's lock.
 */
final class Stay {
    private static final int MOST_WAITING = 10_000;

    private record Waiting(Subscription subscription, MessageId id, Position position, TokenedEvent event) {}

    private final Subscriber subscriber;
    private @Nullable Queue<Waiting> waiting;
    private int rooms;
    private int holds;
    private boolean overrun;

    Stay(Subscriber subscriber) {
        this.subscriber = subscriber;
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

    void announce(Subscription subscription, MessageId id, Position position, TokenedEvent event) {
        if (overrun) {
            return; // what comes behind a hole must not be told
        }
        if (holds == 0) {
            subscriber.tell(position, event);
            return;
        }
        if (waiting == null) {
            waiting = new ArrayDeque<>();
        }
        if (waiting.size() < MOST_WAITING) {
            waiting.add(new Waiting(subscription, id, position, event));
        } else {
            overrun = true;
            waiting = null;
        }
    }

    /**
     * Ends one hold; with the last one, what has waited is told, and the session is live again.
     *
     * @param alreadyTold what need not be told any more
     * @return false if too much came meanwhile, so that some is lost and the session can never be whole again
     */
    boolean release(Predicate<MessageId> alreadyTold) {
        Queue<Waiting> late = waiting;
        if (late != null) {
            late.removeIf(each -> each.subscription().hasLeft() || alreadyTold.test(each.id()));
        }
        holds--;
        if (holds == 0 && late != null) {
            late.forEach(each -> subscriber.tell(each.position(), each.event()));
            waiting = null;
        }
        return !overrun;
    }

    /** Whether nothing is held back, and nothing was lost. */
    boolean isLive() {
        return holds == 0 && !overrun;
    }
}
