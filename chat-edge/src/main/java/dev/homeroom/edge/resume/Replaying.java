package dev.homeroom.edge.resume;

import dev.homeroom.contract.AccountId;
import dev.homeroom.contract.MessageId;
import dev.homeroom.contract.RoomId;
import dev.homeroom.edge.fanout.Narrator;
import dev.homeroom.edge.fanout.News;
import dev.homeroom.edge.fanout.Outlet;
import dev.homeroom.edge.fanout.PartitionFeed;
import dev.homeroom.edge.fanout.Subscriber;
import dev.homeroom.edge.fanout.Subscription;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One session's being told what it missed, by one thread. It knows what is still to be told, so that whoever tells it can stop
 * while the client is behind and go on later.
 */
public final class Replaying {
    private static final long PAUSE_MS = 20;

    private final Subscriber subscriber;
    private final Map<RoomId, Subscription> rooms;
    private final AccountId account;
    private final Moments moments;
    private final Narrator narrator;
    private final Set<MessageId> already = new HashSet<>();
    private Missed rest;
    private boolean begun;

    /**
     * What else is to be said, and when.
     *
     * @param begin before the first event, once it is clear that all of them can be told
     * @param end behind the last event, before those that came meanwhile
     */
    public record Moments(Runnable begin, Runnable end) {}

    /**
     * @param entered the session's rooms of one partition, entered at one position and still held back
     * @param outlet by which the session is told
     */
    public Replaying(
            PartitionFeed feed, Subscriber subscriber, List<Subscription> entered, Outlet outlet, Moments moments) {
        this.subscriber = subscriber;
        this.rooms = entered.stream().collect(Collectors.toMap(Subscription::room, Function.identity()));
        this.narrator = new Narrator(whileIn(feed, outlet), feed::announce);
        this.moments = moments;
        Map<RoomId, Long> seen = new HashMap<>();
        entered.forEach(each -> seen.put(each.room(), each.seen().offset()));
        this.account = entered.getFirst().author().account();
        this.rest = new Missed(feed, seen, entered.getFirst().liveFrom());
    }

    /** Whoever has left a room while others who came there were gathered is not told of them any more. */
    private static Outlet whileIn(PartitionFeed feed, Outlet outlet) {
        return (subscription, position, announcement) -> {
            if (feed.isIn(subscription)) {
                outlet.tell(subscription, position, announcement);
            }
        };
    }

    /** What is still to be told. */
    Missed rest() {
        return rest;
    }

    AccountId account() {
        return account;
    }

    /** The first time, says that all of it can be told. */
    void begin() {
        if (!begun) {
            begun = true;
            moments.begin().run();
        }
    }

    /** Whether it has been said that all of it can be told. */
    public boolean hasBegun() {
        return begun;
    }

    /** What it is given last may not have been told before {@link #flush}. */
    void tell(News news) {
        Subscription subscription = rooms.get(news.room());
        if (subscription != null && rest.feed().isIn(subscription) && isFirst(news)) {
            narrator.tell(subscription, news);
        }
    }

    /** A coming or going counts again where it is said again, since there may have been another one in between. */
    private boolean isFirst(News news) {
        return news instanceof News.Passing || already.add(news.id());
    }

    /** All up to this offset has been told. */
    void toldThrough(long offset) {
        rest = rest.after(offset);
    }

    /** Whether there is nothing more to tell, or nobody to tell it to. */
    boolean isOver() {
        return !isWanted() || (begun && rest.isNothing());
    }

    /** Whether the session is still in one of the rooms. */
    boolean isWanted() {
        return rooms.values().stream().anyMatch(rest.feed()::isIn);
    }

    boolean isBehind() {
        return subscriber.isBehind();
    }

    void flush() {
        narrator.finish();
        subscriber.flush();
    }

    /** Writes, and waits while the client is slow to take it; whoever calls holds nothing that others need. */
    void awaitClient() throws InterruptedException {
        flush();
        while (subscriber.isBehind() && isWanted()) {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
        }
    }

    Replay finish() {
        if (!isWanted()) {
            return Replay.ABANDONED;
        }
        begin();
        narrator.finish();
        boolean whole = rest.feed().goLive(List.copyOf(rooms.values()), already::contains, moments.end());
        subscriber.flush();
        return whole ? Replay.COMPLETE : Replay.FAILED;
    }
}
