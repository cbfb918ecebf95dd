package dev.homeroom.edge.presence;

import dev.homeroom.contract.Author;
import dev.homeroom.contract.EdgeId;
import dev.homeroom.contract.GuestRoom;
import dev.homeroom.contract.MessageId;
import dev.homeroom.contract.PresenceChange;
import dev.homeroom.contract.PresenceKey;
import dev.homeroom.contract.PresenceRecord;
import dev.homeroom.contract.RoomEvent;
import dev.homeroom.contract.RoomId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is present in a partition's rooms, and what this edge still has to say of it: comings and goings to the room log, lists
 * to the presence topic.
 *
 * <p>Nothing is said here; what is to be said waits until it is taken, and comes back if Kafka has not confirmed it. So a feed
 * that has been let go says nothing more, and a new one makes good what is missing: it begins with this edge's own earlier
 * lists, and those who have not come back after the grace time are gone. Not thread-safe: guarded by its partition's lock.
 */
public final class PartitionPresence {
    private final EdgeId self;
    private final PresenceProperties properties;
    private final Clock clock = Clock.systemUTC();
    private final long firstSequence;
    private final LiveEdges edges;
    private final Map<RoomId, RoomPresence> rooms = new HashMap<>();
    private final Unsaid unsaid = new Unsaid();

    /** Rooms whose list is to be written, and rooms whose empty list has been read, so that a tombstone may replace it. */
    private final Set<RoomId> changed = new LinkedHashSet<>();

    private final Set<RoomId> emptied = new LinkedHashSet<>();

    /** What dead edges have left behind, until all rooms have been told, whichever edge tells them. */
    private final Map<PresenceKey, LeftBehind> untold = new LinkedHashMap<>();

    private final Set<EdgeId> dead = new HashSet<>();
    private long sequence;
    private boolean ready;
    private long readyAtNanos;

    private record LeftBehind(EdgeList list, long sinceNanos) {}

    /** @param sequence a number above all that an earlier feed of this partition gave to changes of presence */
    public PartitionPresence(EdgeId self, PresenceProperties properties, long sequence) {
        this.self = self;
        this.properties = properties;
        this.firstSequence = sequence;
        this.sequence = sequence;
        this.edges = new LiveEdges(self, properties);
    }

    /** All has been read that there was when the partition began to be followed. */
    public void ready(long nowNanos) {
        ready = true;
        readyAtNanos = nowNanos;
        rooms.values().forEach(RoomPresence::forgetAbsent);
        rooms.values().removeIf(RoomPresence::isEmpty);
    }

    /** A session of this person enters. */
    public void enter(RoomId room, Author author, @Nullable GuestRoom guestRoom) {
        Arrival arrival = in(room).enter(author, guestRoom, ++sequence);
        if (arrival != Arrival.ALREADY_HERE) {
            changed.add(room);
        }
        if (arrival == Arrival.FIRST_ANYWHERE) {
            unsaid.add(entered(room, author, guestRoom));
        }
    }

    /** A session of this person is no longer present. */
    public void leave(RoomId room, Author author) {
        RoomPresence people = rooms.get(room);
        if (people == null) {
            return;
        }
        GuestRoom guestRoom = people.guestRoomOf(author);
        Departure departure = people.leave(author, ++sequence);
        if (departure == Departure.LAST_HERE || departure == Departure.LAST_ANYWHERE) {
            changed.add(room);
        }
        if (departure == Departure.LAST_ANYWHERE) {
            unsaid.add(left(room, author, guestRoom));
        }
        dropIfEmpty(room);
    }

    /** Whom the room is shown as present, each once. */
    public Collection<Author> present(RoomId room) {
        RoomPresence people = rooms.get(room);
        return people == null ? List.of() : people.shown();
    }

    /**
     * Somebody entered, as the room log says, or said before the partition began to be followed. Answers whether this is news
     * to people in the room.
     */
    public boolean apply(RoomEvent.Entered entered, long nowNanos) {
        edges.named(entered.change().edge(), nowNanos);
        return in(entered.room()).apply(entered);
    }

    /** As {@link #apply(RoomEvent.Entered, long)}. */
    public boolean apply(RoomEvent.Left left) {
        RoomPresence people = in(left.room());
        boolean news = people.apply(left);
        if (people.isWrong(left)) {
            sequence = Math.max(sequence, left.change().sequence()) + 1;
            GuestRoom guestRoom = people.guestRoomOf(left.author());
            people.said(left.author(), sequence);
            unsaid.add(entered(left.room(), left.author(), guestRoom));
            changed.add(left.room());
        }
        dropIfEmpty(left.room());
        return news;
    }

    public void heard(EdgeId edge, long nowNanos) {
        dead.remove(edge);
        untold.keySet().removeIf(key -> key.edge().equals(edge));
        if (edges.heard(edge, nowNanos)) {
            rooms.forEach((room, people) -> {
                if (!people.listed().isEmpty()) {
                    changed.add(room);
                }
            });
        }
    }

    public void saidGoodbye(EdgeId edge, long nowNanos) {
        dead.remove(edge);
        edges.saidGoodbye(edge, nowNanos);
    }

    /** An edge's list, this edge's own among them. */
    public void apply(PresenceRecord list, long nowNanos) {
        if (list.edge().equals(self)) {
            applyOwn(list);
        } else {
            wrote(list.edge(), nowNanos);
            untold.remove(list.key());
            in(list.room()).apply(list);
            listsChanged(list.room());
        }
    }

    /** A list from before the partition began to be followed. */
    public void applyEarlier(PresenceRecord list, long nowNanos) {
        wrote(list.edge(), nowNanos);
        in(list.room()).applyEarlier(list);
    }

    private void wrote(EdgeId edge, long nowNanos) {
        dead.remove(edge);
        edges.wrote(edge, nowNanos);
    }

    private void applyOwn(PresenceRecord list) {
        RoomId room = list.room();
        if (list.sequence() <= firstSequence) {
            in(room).applyEarlier(list);
            return;
        }
        RoomPresence people = in(room);
        people.settle(list.sequence()).forEach(gone -> unsaid.add(left(room, gone.author(), gone.guestRoom())));
        if (list.present().isEmpty() && people.listed().isEmpty()) {
            emptied.add(room);
        }
        dropIfEmpty(room);
    }

    /** An edge has nobody in the room, or is dead and the room has been told. */
    public void apply(ClearedList list) {
        RoomId room = list.key().room();
        if (!list.key().edge().equals(self)) {
            untold.remove(list.key());
            in(room).clear(list);
            listsChanged(room);
        } else if (!ready) {
            in(room).forget(self);
        } else if (!listed(room).isEmpty()) { // somebody has taken this edge for dead
            sequence = Math.max(sequence, list.sequence()) + 1;
            changed.add(room);
        }
    }

    private void listsChanged(RoomId room) {
        in(room).overdue().forEach(unsaid::add);
        dropIfEmpty(room);
    }

    /** Takes edges that have been silent too long for dead; answers what this edge has to do for those that are. */
    public Mourning expire(long nowNanos) {
        if (ready && nowNanos - readyAtNanos > properties.grace().toNanos()) {
            rooms.keySet().stream().toList().forEach(this::endEarlierStay);
        }
        for (EdgeId silent : edges.expire(nowNanos)) {
            dead.add(silent);
            rooms.forEach((room, people) -> people.lose(silent)
                    .ifPresent(list -> untold.put(new PresenceKey(room, silent), new LeftBehind(list, nowNanos))));
        }
        if (ready && edges.speaks(nowNanos)) {
            rooms.forEach((room, people) -> sayOverdue(room, people, nowNanos));
        }
        return isToTell(nowNanos) ? mourning() : Mourning.NONE;
    }

    private void sayOverdue(RoomId room, RoomPresence people, long nowNanos) {
        people.overdueAbsent(nowNanos, properties.expiry().toNanos()).forEach(author -> {
            sequence++;
            unsaid.add(left(room, author, null));
        });
    }

    /** One edge tells it, unless it does not: then all do, and the copies count as one. */
    private boolean isToTell(long nowNanos) {
        return edges.speaks(nowNanos) || (edges.hearsItself(nowNanos) && isOverdue(nowNanos));
    }

    private boolean isOverdue(long nowNanos) {
        long limitNanos = properties.expiry().toNanos();
        return untold.values().stream().anyMatch(each -> nowNanos - each.sinceNanos() > limitNanos);
    }

    /** Whoever was here when this edge followed the partition before, and has not come back, is gone. */
    private void endEarlierStay(RoomId room) {
        RoomPresence people = in(room);
        people.forget(self).ifPresent(list -> {
            sequence++;
            changed.add(room);
            list.authors().stream().filter(people::isGone).forEach(author -> unsaid.add(left(room, author, null)));
            dropIfEmpty(room);
        });
    }

    private Mourning mourning() {
        List<Bereaved> bereaved = untold.entrySet().stream()
                .map(each -> bereaved(each.getKey(), each.getValue().list()))
                .toList();
        List<EdgeId> buried = dead.stream()
                .filter(edge ->
                        untold.keySet().stream().noneMatch(key -> key.edge().equals(edge)))
                .toList();
        return new Mourning(bereaved, buried);
    }

    private Bereaved bereaved(PresenceKey key, EdgeList list) {
        PresenceChange change = new PresenceChange(key.edge(), list.sequence() + 1);
        return new Bereaved(
                new ClearedList(key, change.sequence()),
                Optional.ofNullable(rooms.get(key.room())).stream()
                        .flatMap(people -> list.authors().stream().filter(people::isGone))
                        .map(author -> leftBehind(key.room(), author, change))
                        .toList());
    }

    private RoomEvent leftBehind(RoomId room, Author author, PresenceChange change) {
        String cause = room + "/" + author.account() + "/" + change.edge() + "/" + change.sequence();
        MessageId id = new MessageId(UUID.nameUUIDFromBytes(cause.getBytes(StandardCharsets.UTF_8)));
        return new RoomEvent.Left(id, room, author, now(), null, change);
    }

    /** What is to be said in the room log now; of each {@link #said} has to be told. */
    public List<RoomEvent> takeUnsaid() {
        return unsaid.take();
    }

    /** What became of an event that was taken. */
    public void said(RoomEvent event, boolean confirmed) {
        if (confirmed) {
            unsaid.confirmed(event);
        } else {
            unsaid.failed(event);
        }
    }

    /** This edge's lists that are to be written. An empty one is written too: once it has come back, its room is emptied. */
    public List<PresenceRecord> takeChanged() {
        Instant now = now();
        List<PresenceRecord> lists = changed.stream()
                .map(room -> new PresenceRecord(room, self, sequence, listed(room), now))
                .toList();
        changed.clear();
        return lists;
    }

    /** This edge's lists that name nobody, as everybody has read: their places in the topic can be given up. */
    public List<ClearedList> takeEmptied() {
        List<ClearedList> lists = emptied.stream()
                .filter(room -> listed(room).isEmpty())
                .map(room -> new ClearedList(new PresenceKey(room, self), sequence))
                .toList();
        emptied.clear();
        return lists;
    }

    /** A list that was taken has not been written. */
    public void notWritten(RoomId room) {
        changed.add(room);
    }

    private List<Author> listed(RoomId room) {
        RoomPresence people = rooms.get(room);
        return people == null ? List.of() : people.listed();
    }

    /** Whether somebody is here, or this edge still has something to say. */
    public boolean isInUse() {
        return !changed.isEmpty()
                || !emptied.isEmpty()
                || !unsaid.isEmpty()
                || rooms.values().stream().anyMatch(people -> people.isAnybodyHere() || people.isUnsettled());
    }

    /** How many rooms it remembers. */
    int size() {
        return rooms.size();
    }

    private RoomEvent entered(RoomId room, Author author, @Nullable GuestRoom guestRoom) {
        return new RoomEvent.Entered(MessageId.create(), room, author, now(), guestRoom, change());
    }

    private RoomEvent left(RoomId room, Author author, @Nullable GuestRoom guestRoom) {
        return new RoomEvent.Left(MessageId.create(), room, author, now(), guestRoom, change());
    }

    private PresenceChange change() {
        return new PresenceChange(self, sequence);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private RoomPresence in(RoomId room) {
        return rooms.computeIfAbsent(room, _ -> new RoomPresence(self));
    }

    private void dropIfEmpty(RoomId room) {
        RoomPresence people = rooms.get(room);
        if (people != null && people.isEmpty()) {
            rooms.remove(room);
        }
    }
}
