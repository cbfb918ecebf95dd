package dev.homeroom.edge.fanout;

import dev.homeroom.contract.Author;
import dev.homeroom.contract.EdgeHeartbeat;
import dev.homeroom.contract.EdgeId;
import dev.homeroom.contract.MessageId;
import dev.homeroom.contract.Position;
import dev.homeroom.contract.PresenceKey;
import dev.homeroom.contract.PresenceRecord;
import dev.homeroom.contract.RoomEvent;
import dev.homeroom.contract.RoomId;
import dev.homeroom.edge.presence.Arrival;
import dev.homeroom.edge.presence.Departure;
import dev.homeroom.edge.presence.LiveEdges;
import dev.homeroom.edge.presence.RoomPresence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * All that this edge serves of one partition: who listens to which room, and who is present there.
 *
 * <p>One lock guards it all, so that entering and the arrival of a record have an order: a session gets live just the
 * records from {@link Subscription#liveFrom} on. Records come on the tail's thread; everything else on any.
 */
public final class PartitionFeed {
    private final EdgeId self;
    private final Announcer announcer;
    private final Map<RoomId, List<Subscription>> subscriptions = new HashMap<>();
    private final Map<RoomId, RoomPresence> presence = new HashMap<>();
    private final RecentEvents recent = new RecentEvents();
    private final LiveEdges edges;
    private Position next;
    private long sequence;
    private long usedAtNanos = System.nanoTime();
    private boolean released;

    /**
     * @param next where live begins
     * @param sequence a number above all that an earlier feed of this partition gave to changes of presence
     */
    PartitionFeed(EdgeId self, Announcer announcer, Position next, long sequence) {
        this.self = self;
        this.announcer = announcer;
        this.edges = new LiveEdges(self);
        this.next = next;
        this.sequence = sequence;
    }

    public int partition() {
        return next.partition();
    }

    /**
     * Enters a room; empty if this feed has been let go, so that the caller asks for a new one. Live events wait until
     * {@link #goLive}.
     *
     * @param seen the last position that the session has seen, if it resumes: live events up to there are left out
     */
    public synchronized Optional<Joined> join(RoomId room, Entrant entrant, @Nullable Position seen) {
        if (released) {
            return Optional.empty();
        }
        Subscription subscription = new Subscription(room, entrant, next, seen);
        subscriptions.computeIfAbsent(room, _ -> new ArrayList<>()).add(subscription);
        RoomPresence people = presenceIn(room);
        Arrival arrival = people.enter(entrant.author());
        return Optional.of(new Joined(subscription, arrival, ++sequence, List.copyOf(people.present())));
    }

    /** Stops delivering to this session; it stays present until {@link #depart}. */
    public synchronized void unsubscribe(Subscription subscription) {
        List<Subscription> room = subscriptions.getOrDefault(subscription.room(), new ArrayList<>());
        room.remove(subscription);
        if (room.isEmpty()) {
            subscriptions.remove(subscription.room());
        }
    }

    /** One session of this person is no longer present. */
    public synchronized Departed depart(RoomId room, Author author) {
        RoomPresence people = presence.get(room);
        Departure departure = people == null ? Departure.WAS_NOT_HERE : people.leave(author);
        return new Departed(departure, ++sequence);
    }

    /** The waiting events go out and the subscription is live; false if it could not be kept whole. */
    public synchronized boolean goLive(Subscription subscription, Predicate<MessageId> alreadyReplayed) {
        return subscription.goLive(alreadyReplayed);
    }

    /** An event that was published lately, if this feed has seen it. */
    public synchronized Optional<Seen> find(MessageId id) {
        return Optional.ofNullable(recent.find(id));
    }

    public synchronized List<Author> present(RoomId room) {
        RoomPresence people = presence.get(room);
        return people == null ? List.of() : List.copyOf(people.present());
    }

    /** This edge's list of a room, as the presence topic is to have it. */
    public synchronized PresenceRecord listOf(RoomId room, Instant now) {
        RoomPresence people = presence.get(room);
        return new PresenceRecord(room, self, sequence, people == null ? List.of() : people.presentHere(), now);
    }

    public synchronized List<Subscription> subscriptions(RoomId room) {
        return List.copyOf(subscriptions.getOrDefault(room, List.of()));
    }

    /** Delivers one record of the room log; the tail's thread. */
    synchronized void deliver(Position position, RoomEvent event, Collection<Subscriber> touched) {
        next = position.withOffset(position.offset() + 1);
        boolean first = recent.add(event.id(), new Seen(position, event.sentAt()));
        boolean news = applyPresence(event);
        List<Subscription> listeners = subscriptions.get(event.room());
        if (!first || !news || listeners == null) {
            return;
        }
        Announcement announcement =
                announcer.announce(event, position, presenceIn(event.room()).present());
        for (Subscription listener : listeners) {
            listener.announce(event.id(), position, announcement);
            touched.add(listener.subscriber());
        }
    }

    /** Steps over a record that nobody is to be told of; the tail's thread. */
    synchronized void skip(Position position) {
        next = position.withOffset(position.offset() + 1);
    }

    synchronized void heard(EdgeHeartbeat heartbeat, long nowNanos) {
        edges.heard(heartbeat.edge(), nowNanos);
    }

    synchronized void saidGoodbye(EdgeId edge) {
        edges.gone(edge);
    }

    synchronized void apply(PresenceRecord list, long nowNanos) {
        if (!list.edge().equals(self)) {
            edges.named(list.edge(), nowNanos);
            presenceIn(list.room()).apply(list);
        }
    }

    synchronized void apply(PresenceKey tombstone) {
        RoomPresence people = presence.get(tombstone.room());
        if (people != null && !tombstone.edge().equals(self)) {
            people.forget(tombstone.edge());
            dropIfEmpty(tombstone.room());
        }
    }

    /** Takes edges that have been silent too long for dead; answers the rooms that this edge has to tell of it. */
    synchronized List<Bereaved> expire(Duration expiry, long nowNanos) {
        List<Bereaved> bereaved = new ArrayList<>();
        for (EdgeId dead : edges.expire(expiry, nowNanos)) {
            presence.forEach((room, people) -> bereaved.add(new Bereaved(room, dead, people.forget(dead))));
        }
        return edges.speaks() ? bereaved : List.of();
    }

    /** Lets the feed go if nobody has used it for so long. */
    synchronized boolean releaseIfIdle(Duration idle, long nowNanos) {
        boolean used = !subscriptions.isEmpty()
                || presence.values().stream()
                        .anyMatch(people -> !people.presentHere().isEmpty());
        usedAtNanos = used ? nowNanos : usedAtNanos;
        released = nowNanos - usedAtNanos > idle.toNanos();
        return released;
    }

    /** Lets the feed go whoever uses it, and tells them. */
    void interrupt() {
        List<Subscription> all;
        synchronized (this) {
            released = true;
            all = subscriptions.values().stream().flatMap(List::stream).toList();
        }
        all.forEach(each -> each.subscriber().interrupted());
    }

    private boolean applyPresence(RoomEvent event) {
        return switch (event) {
            case RoomEvent.Entered entered ->
                presenceIn(entered.room()).applyEntered(entered.change(), entered.author(), self);
            case RoomEvent.Left left -> presenceIn(left.room()).applyLeft(left.change(), left.author(), self);
            case RoomEvent.MessagePosted _, RoomEvent.MessageRemoved _ -> true;
        };
    }

    private RoomPresence presenceIn(RoomId room) {
        return presence.computeIfAbsent(room, _ -> new RoomPresence());
    }

    private void dropIfEmpty(RoomId room) {
        RoomPresence people = presence.get(room);
        if (people != null && people.isEmpty() && !subscriptions.containsKey(room)) {
            presence.remove(room);
        }
    }
}
