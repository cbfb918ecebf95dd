package dev.homeroom.edge.fanout;

import dev.homeroom.contract.Author;
import dev.homeroom.contract.EdgeHeartbeat;
import dev.homeroom.contract.EdgeId;
import dev.homeroom.contract.GuestRoom;
import dev.homeroom.contract.MessageId;
import dev.homeroom.contract.Position;
import dev.homeroom.contract.PresenceRecord;
import dev.homeroom.contract.RoomEvent;
import dev.homeroom.contract.RoomId;
import dev.homeroom.edge.fanout.News.Passing;
import dev.homeroom.edge.fanout.News.Post;
import dev.homeroom.edge.presence.ClearedList;
import dev.homeroom.edge.presence.Mourning;
import dev.homeroom.edge.presence.PartitionPresence;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * All that this edge serves of one partition: who listens to which room, and who is present there.
 *
 * <p>One lock guards it all, so that entering and the arrival of a record have an order: a session gets live just the
 * records from {@link Subscription#liveFrom} on. Records come on the tail's thread; everything else on any.
 */
public final class PartitionFeed {
    /** What an event takes besides its words. */
    private static final int REMEMBERED_BYTES = 500;

    private final Announcer announcer;
    private final Phrases phrases;
    private final PartitionPresence presence;
    private final Audience audience;
    private final RecentEvents recent = new RecentEvents();
    private final Turns turns = new Turns();
    private final Recall recall;
    private final Start start;
    private Position next;
    private long usedAtNanos = System.nanoTime();
    private boolean saying;
    private boolean released;

    /**
     * @param start where live begins, and from where on it will be told of what was before
     * @param gather for how long comings and goings are gathered after one has been told
     */
    PartitionFeed(Announcer announcer, Start start, Duration gather, Bounds bounds, PartitionPresence presence) {
        this.announcer = announcer;
        this.presence = presence;
        this.phrases = new Phrases(announcer, this::present);
        this.audience = new Audience(gather.toNanos(), bounds.maxWaiting(), phrases::of);
        this.next = start.next();
        this.start = start;
        this.recall = new Recall(bounds.recallBytes(), bounds.recallRooms(), start.warmUpFrom());
    }

    /**
     * Where a feed begins.
     *
     * @param warmUpFrom the offset from which on it is told of what was before, to remember it
     * @param next where live begins
     * @param presence the offset in the presence topic from which on its records may be newer than where live begins
     */
    record Start(long warmUpFrom, Position next, long presence) {}

    /**
     * How much memory a feed takes at the most.
     *
     * @param recallBytes how much of what rooms are told it remembers
     * @param recallRooms of how many rooms it remembers when they were told something
     * @param maxWaiting how much may wait for a session that is entering a room
     */
    record Bounds(long recallBytes, int recallRooms, int maxWaiting) {}

    public int partition() {
        return next.partition();
    }

    /**
     * A session's entering of a room.
     *
     * @param guestRoom the room as a guest has named it, if it is such a room
     * @param seen the last position that the session has seen, if it comes back: live events up to there are left out
     */
    public record Entering(
            RoomId room,
            Entrant entrant,
            @Nullable GuestRoom guestRoom,
            @Nullable Position seen) {}

    /**
     * Enters rooms of this partition, all at one position; empty if this feed has been let go, so that the caller asks for a
     * new one. The session's live events of this partition wait until {@link #goLive}.
     */
    public synchronized Optional<List<Joined>> join(List<Entering> rooms) {
        return released
                ? Optional.empty()
                : Optional.of(rooms.stream().map(this::join).toList());
    }

    private Joined join(Entering entering) {
        Entrant entrant = entering.entrant();
        Position seen = seen(entering);
        Stay stay = audience.enter(entrant.subscriber());
        Subscription subscription = new Subscription(entering.room(), entrant, next, seen, stay);
        audience.add(subscription);
        if (!entrant.watching()) {
            presence.enter(entering.room(), entrant.author(), entering.guestRoom());
        }
        return new Joined(subscription, List.copyOf(presence.present(entering.room())));
    }

    /**
     * Somebody who enters afresh is told of what comes from now on, but not of what another, faster edge has told them. So is a
     * session that is told live of this room, wherever it says that it resumes: what it has been told may still be on its way.
     */
    private Position seen(Entering entering) {
        Position seen = entering.seen();
        if (seen != null
                && seen.comparableWith(next)
                && !audience.isTold(entering.entrant().subscriber(), entering.room())) {
            return seen;
        }
        long told = entering.entrant().subscriber().toldThrough(next.partition());
        return next.withOffset(Math.max(next.offset() - 1, told));
    }

    /**
     * Stops delivering to this session; it stays present until {@link #depart}.
     *
     * @return the last position that it was told of, or would have been had there been something; empty if it was not live
     */
    public Optional<Position> unsubscribe(Subscription subscription) {
        Optional<Position> through = remove(subscription);
        subscription.subscriber().flush();
        return through;
    }

    private synchronized Optional<Position> remove(Subscription subscription) {
        boolean live = isLive(subscription);
        audience.remove(subscription);
        return live ? Optional.of(next.withOffset(next.offset() - 1)) : Optional.empty();
    }

    /** One session of this person is no longer present. A feed that has been let go knows of nobody any more. */
    public synchronized void depart(RoomId room, Author author) {
        if (!released) {
            presence.leave(room, author);
        }
    }

    /**
     * The waiting events go out and these subscriptions, of one session, are live.
     *
     * @param alreadyTold which of the waiting events need not go out
     * @param before what is to be done just before they do, unless the session has left all of them; must not block
     * @return false if they could not be kept whole
     */
    public synchronized boolean goLive(List<Subscription> entered, Predicate<MessageId> alreadyTold, Runnable before) {
        if (!entered.stream().allMatch(Subscription::hasLeft)) {
            before.run();
        }
        return audience.goLive(entered, alreadyTold);
    }

    /**
     * What these rooms were told before {@code until}, in the order of the partition, from memory.
     *
     * @param seen for each room the last offset that need not be told again
     * @return empty if the memory does not reach back that far
     */
    public synchronized Optional<List<News>> recall(Map<RoomId, Long> seen, long until) {
        return recall.since(seen)
                .map(news -> news.stream().filter(each -> each.offset() < until).toList());
    }

    /** Puts people who came into a room, or left it, in a row into words. */
    public Announcement announce(List<Passing> passings) {
        return phrases.of(passings);
    }

    /** Whether its session is told at once of what happens in the rooms of this partition that it is in. */
    public synchronized boolean isLive(Subscription subscription) {
        return subscription.stay().isLive();
    }

    /** Whether its session is still in the room. */
    public synchronized boolean isIn(Subscription subscription) {
        return !subscription.hasLeft();
    }

    /** The position of the next record. */
    public synchronized Position next() {
        return next;
    }

    /** An event that was published lately, if this feed has seen it. */
    public synchronized Optional<Seen> find(MessageId id) {
        return Optional.ofNullable(recent.find(id));
    }

    /**
     * Whether it is this message's turn in a room where each writer waits from one to the next: then its writer's next one has
     * to wait, whatever becomes of it. A message that had its turn has it again.
     *
     * @return how long it still has to wait; zero if it is its turn
     */
    public synchronized Duration takeTurn(RoomId room, Author author, MessageId message, Duration gap, Instant now) {
        return turns.take(room, author.account(), message, gap, now);
    }

    /** Whether the record at this position says again what an earlier one said, as far as this feed remembers. */
    public synchronized boolean isRepetition(MessageId id, Position position) {
        Seen first = recent.find(id);
        return first != null && first.position().offset() < position.offset();
    }

    public synchronized List<Author> present(RoomId room) {
        return List.copyOf(presence.present(room));
    }

    /**
     * What is to be said in the room log now; {@link #said} has to be told of each. If there is something nobody else gets anything
     * until {@link #endSaying}, so that it stands in the log in this order.
     */
    synchronized List<RoomEvent> takeUnsaid() {
        if (released || saying) {
            return List.of();
        }
        List<RoomEvent> unsaid = presence.takeUnsaid();
        saying = !unsaid.isEmpty();
        return unsaid;
    }

    synchronized void endSaying() {
        saying = false;
    }

    synchronized void said(RoomEvent event, boolean confirmed) {
        presence.said(event, confirmed);
    }

    /** This edge's lists that are to be written now; {@link #notWritten} has to be told of each that could not be. */
    synchronized List<PresenceRecord> takeChanged() {
        return released ? List.of() : presence.takeChanged();
    }

    synchronized void notWritten(RoomId room) {
        presence.notWritten(room);
    }

    /** This edge's lists that name nobody any more, so that tombstones may take their places. */
    synchronized List<ClearedList> takeEmptied() {
        return released ? List.of() : presence.takeEmptied();
    }

    public synchronized List<Subscription> subscriptions(RoomId room) {
        return List.copyOf(audience.in(room));
    }

    /**
     * Delivers one record of the room log, or remembers it if it is from before: also who came and went, since their edges' lists
     * may not name them yet. The tail's thread.
     */
    synchronized void deliver(Position position, RoomEvent event, Collection<Subscriber> touched) {
        long nowNanos = System.nanoTime();
        boolean first = recent.add(event.id(), new Seen(position, event.sentAt()));
        boolean told = isNews(event, first, nowNanos) && position.offset() >= next.offset();
        skip(position);
        if (first && event instanceof RoomEvent.MessagePosted) {
            turns.posted(event.room(), event.author().account(), event.id(), event.sentAt());
        }
        if (first || told || isPassing(event)) {
            News news = remember(position, event);
            if (told) {
                audience.tell(news, nowNanos, touched);
            }
        }
    }

    private static boolean isPassing(RoomEvent event) {
        return event instanceof RoomEvent.Entered || event instanceof RoomEvent.Left;
    }

    /**
     * Also who came or went and was no news here: whoever comes over from an edge where it was, or where the one before it was,
     * needs all of it to know who is there in the end.
     */
    private News remember(Position position, RoomEvent event) {
        return switch (event) {
            case RoomEvent.MessagePosted _, RoomEvent.MessageRemoved _ -> {
                Post post = new Post(event, position, announcer.announce(event, position));
                recall.add(post, REMEMBERED_BYTES + announcer.size(event));
                yield post;
            }
            case RoomEvent.Entered _, RoomEvent.Left _ -> {
                Passing passing = new Passing(event, position, audience.nextOrdinal(event.room()));
                recall.add(passing, REMEMBERED_BYTES);
                yield passing;
            }
        };
    }

    /**
     * Tells of those who came and went and were waited for, where it is time to; the tail's thread.
     *
     * @return when it is time again; empty if nobody is waited for
     */
    synchronized OptionalLong endGatherings(long nowNanos, Collection<Subscriber> touched) {
        return audience.endGatherings(nowNanos, touched);
    }

    /** Steps over a record that nobody is to be told of; the tail's thread. */
    synchronized void skip(Position position) {
        if (position.offset() >= next.offset()) {
            next = position.withOffset(position.offset() + 1);
        }
    }

    /** All has been read that there was when the partition began to be followed; the tail's thread. */
    synchronized void ready(long nowNanos) {
        presence.ready(nowNanos);
    }

    synchronized void heard(EdgeHeartbeat heartbeat, long nowNanos) {
        presence.heard(heartbeat.edge(), nowNanos);
    }

    synchronized void saidGoodbye(EdgeId edge, long nowNanos) {
        presence.saidGoodbye(edge, nowNanos);
    }

    /** @param offset where the list stands in the presence topic */
    synchronized void apply(PresenceRecord list, long offset, long nowNanos) {
        if (offset < start.presence()) {
            presence.applyEarlier(list, nowNanos);
        } else {
            presence.apply(list, nowNanos);
        }
    }

    synchronized void apply(ClearedList list) {
        presence.apply(list);
    }

    /** Takes edges that have been silent too long for dead; answers what this edge has to do for them. */
    synchronized Mourning expire(long nowNanos) {
        return released ? Mourning.NONE : presence.expire(nowNanos);
    }

    /** Whether nobody has used it for so long; to be asked from time to time. */
    synchronized boolean isIdle(Duration idle, long nowNanos) {
        usedAtNanos = isUsed() ? nowNanos : usedAtNanos;
        return nowNanos - usedAtNanos > idle.toNanos();
    }

    private boolean isUsed() {
        return !audience.isEmpty() || presence.isInUse();
    }

    /** Lets the feed go, unless somebody uses it now. */
    synchronized boolean releaseIfUnused() {
        released = !isUsed();
        return released;
    }

    long warmUpFrom() {
        return start.warmUpFrom();
    }

    /** Lets the feed go whoever uses it, and tells them. */
    void interrupt() {
        List<Subscriber> all;
        synchronized (this) {
            released = true;
            all = audience.everybody();
        }
        all.forEach(Subscriber::interrupted);
    }

    /** What was sent twice is shown once. A coming or going is news if the room did not know, however often it was sent. */
    private boolean isNews(RoomEvent event, boolean first, long nowNanos) {
        return switch (event) {
            case RoomEvent.Entered entered -> presence.apply(entered, nowNanos);
            case RoomEvent.Left left -> presence.apply(left);
            case RoomEvent.MessagePosted _, RoomEvent.MessageRemoved _ -> first;
        };
    }
}
