package dev.homeroom.edge.fanout;

import dev.homeroom.contract.MessageId;
import dev.homeroom.contract.RoomId;
import dev.homeroom.edge.fanout.News.Passing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The sessions in a partition's rooms, and what they are told live: at once, but for comings and goings that others have just
 * come before, which are gathered. Not thread-safe: guarded by its partition's lock.
 */
final class Audience {
    private final Map<RoomId, List<Subscription>> rooms = new HashMap<>();
    private final Map<Subscriber, Stay> stays = new HashMap<>();
    private final Gatherings gatherings;
    private final int maxWaiting;
    private final Function<List<Passing>, Announcement> words;

    /**
     * @param gatherNanos for how long comings and goings are gathered after one has been told; 0 for not at all
     * @param maxWaiting how much may wait for a session that is entering a room
     * @param words puts people who come or go in a row into words
     */
    Audience(long gatherNanos, int maxWaiting, Function<List<Passing>, Announcement> words) {
        this.maxWaiting = maxWaiting;
        this.gatherings = new Gatherings(gatherNanos);
        this.words = words;
    }

    /** What the next coming or going of this room is numbered. */
    int nextOrdinal(RoomId room) {
        return gatherings.nextOrdinal(room);
    }

    /** The session's being in the partition; it is told nothing there until {@link #goLive}. */
    Stay enter(Subscriber subscriber) {
        Stay stay = stays.computeIfAbsent(subscriber, _ -> new Stay(subscriber, maxWaiting, words));
        stay.enter();
        return stay;
    }

    void add(Subscription subscription) {
        rooms.computeIfAbsent(subscription.room(), _ -> new ArrayList<>()).add(subscription);
    }

    /** It is told nothing more; but what it need not have waited for, before. */
    void remove(Subscription subscription) {
        Stay stay = subscription.stay();
        stay.tellWaiting();
        subscription.leave();
        boolean whole = goLive(List.of(subscription), _ -> false);
        if (stay.leave()) {
            stays.remove(subscription.subscriber());
        } else if (!whole) {
            // What waited for its other rooms meanwhile is lost.
            subscription.subscriber().interrupted();
        }
        rooms.computeIfPresent(subscription.room(), (_, listeners) -> {
            listeners.remove(subscription);
            return listeners.isEmpty() ? null : listeners;
        });
    }

    /**
     * What has waited for these subscriptions, of one session, goes out, and they are live.
     *
     * @param alreadyTold which of the waiting events need not go out
     * @return false if they could not be kept whole
     */
    boolean goLive(List<Subscription> entered, Predicate<MessageId> alreadyTold) {
        boolean whole = true;
        for (Subscription subscription : entered) {
            if (subscription.isEntering()) {
                subscription.entered();
                whole &= subscription.stay().release(alreadyTold);
            }
        }
        return whole;
    }

    /** @param touched gets the sessions that were told something */
    void tell(News news, long nowNanos, Collection<Subscriber> touched) {
        List<Subscription> listeners = in(news.room());
        boolean mayWait = !listeners.isEmpty() && news instanceof Passing passing && gatherings.take(passing, nowNanos);
        for (Subscription listener : listeners) {
            if (listener.announce(news, mayWait)) {
                touched.add(listener.subscriber());
            }
        }
        if (mayWait && gatherings.endIfFull(news.room(), nowNanos)) {
            tellWaiting(news.room(), touched);
        }
    }

    private void tellWaiting(RoomId room, Collection<Subscriber> touched) {
        for (Subscription listener : in(room)) {
            if (listener.stay().tellWaiting()) {
                touched.add(listener.subscriber());
            }
        }
    }

    /**
     * Tells of those who came and went, where it is time to.
     *
     * @param touched gets the sessions that were told something
     * @return when it is time again; empty if nothing is gathered
     */
    OptionalLong endGatherings(long nowNanos, Collection<Subscriber> touched) {
        gatherings.end(nowNanos).forEach(room -> tellWaiting(room, touched));
        return gatherings.endsAtNanos();
    }

    /** Whether this session is told live of this room. */
    boolean isTold(Subscriber subscriber, RoomId room) {
        Stay stay = stays.get(subscriber);
        return stay != null && stay.isLive() && in(room).stream().anyMatch(each -> each.stay() == stay);
    }

    List<Subscription> in(RoomId room) {
        return rooms.getOrDefault(room, List.of());
    }

    List<Subscriber> everybody() {
        return List.copyOf(stays.keySet());
    }

    boolean isEmpty() {
        return rooms.isEmpty();
    }
}
