package dev.homeroom.edge.presence;

import dev.homeroom.contract.AccountId;
import dev.homeroom.contract.Author;
import dev.homeroom.contract.EdgeId;
import dev.homeroom.contract.GuestRoom;
import dev.homeroom.contract.PresenceRecord;
import dev.homeroom.contract.RoomEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who is present in one room: the sessions of this edge, and what the other edges say of theirs.
 *
 * <p>The other edges' lists come twice, as changes in the room log and as whole lists on the presence topic; by their
 * sequence numbers the older is told from the newer. A coming or going is shown only where the room log says so. The two
 * topics have no order between them, so a going may be in the log while a list still contradicts it: then it is
 * {@linkplain #overdue withheld} until the lists agree. Not thread-safe: guarded by its partition's lock.
 */
final class RoomPresence {
    private final EdgeId self;
    private final Map<AccountId, Here> here = new LinkedHashMap<>();
    private final Map<EdgeId, EdgeList> elsewhere = new HashMap<>();
    /** Whom the room has been told of as present, and not yet as gone. */
    private final Map<AccountId, Author> announced = new LinkedHashMap<>();
    /** When those who are announced and present nowhere were found so. */
    private final Map<AccountId, Long> absentSince = new HashMap<>();

    private final Map<AccountId, RoomEvent.Left> withheld = new HashMap<>();
    private final Map<AccountId, Quiet> quiet = new HashMap<>();

    /**
     * Somebody who has sessions on this edge.
     *
     * @param since the number of the change by which they came
     * @param said whether this edge has said in the log that they came
     */
    private record Here(Author author, @Nullable GuestRoom guestRoom, int sessions, long since, boolean said) {
        Here with(int count) {
            return new Here(author, guestRoom, count, since, said);
        }
    }

    /** Somebody who left this edge and was still on another one, as this edge knew it. */
    record Quiet(Author author, @Nullable GuestRoom guestRoom, long sequence) {}

    /** An edge of which this one has had no word is not in {@link #elsewhere}; one that is followed again is, as it was. */
    RoomPresence(EdgeId self) {
        this.self = self;
    }

    /**
     * A session enters.
     *
     * @param sequence the number of this change
     */
    Arrival enter(Author author, @Nullable GuestRoom guestRoom, long sequence) {
        Here before = here.get(author.account());
        if (before != null) {
            here.put(author.account(), before.with(before.sessions() + 1));
            return Arrival.ALREADY_HERE;
        }
        boolean known = quiet.remove(author.account()) != null || isElsewhere(author.account());
        here.put(author.account(), new Here(author, guestRoom, 1, sequence, !known));
        return known ? Arrival.FIRST_HERE : Arrival.FIRST_ANYWHERE;
    }

    /**
     * A session leaves that entered before.
     *
     * @param sequence the number of this change
     */
    Departure leave(Author author, long sequence) {
        AccountId account = author.account();
        Here before = here.get(account);
        if (before == null) {
            return Departure.WAS_NOT_HERE;
        }
        if (before.sessions() > 1) {
            here.put(account, before.with(before.sessions() - 1));
            return Departure.STILL_HERE;
        }
        here.remove(account);
        withheld.remove(account);
        if (isElsewhere(account)) {
            announced.put(account, author); // by whichever edge they came to first
            quiet.put(account, new Quiet(author, before.guestRoom(), sequence));
            return Departure.LAST_HERE;
        }
        return Departure.LAST_ANYWHERE;
    }

    /** The guest room that somebody here is in. */
    @Nullable
    GuestRoom guestRoomOf(Author author) {
        Here present = here.get(author.account());
        return present == null ? null : present.guestRoom();
    }

    /** Another edge's whole list. That they came is told, or has been, by the log, which may come later than the list. */
    void apply(PresenceRecord list) {
        of(list.edge()).replace(list.sequence(), list.present());
    }

    /** Another edge has nobody here any more. */
    void clear(ClearedList list) {
        of(list.key().edge()).replace(list.sequence(), List.of());
    }

    private EdgeList of(EdgeId edge) {
        return elsewhere.computeIfAbsent(edge, _ -> new EdgeList());
    }

    /**
     * A list, of another edge or of this one, from before the partition began to be followed: that they came stands in the log
     * where it is not read.
     */
    void applyEarlier(PresenceRecord list) {
        apply(list);
        list.present().forEach(author -> announced.put(author.account(), author));
    }

    /** Somebody entered, as the room log says. Answers whether this is news to people in the room. */
    boolean apply(RoomEvent.Entered entered) {
        EdgeId edge = entered.change().edge();
        if (!edge.equals(self)) {
            of(edge).add(entered.change(), entered.author());
        }
        withheld.remove(entered.author().account());
        return announced.putIfAbsent(entered.author().account(), entered.author()) == null;
    }

    /** Somebody left, as the room log says. Answers whether this is news to people in the room. */
    boolean apply(RoomEvent.Left left) {
        AccountId account = left.author().account();
        EdgeId edge = left.change().edge();
        EdgeList list = edge.equals(self) ? elsewhere.get(self) : of(edge);
        if (isElsewhere(account)) {
            announced.put(account, left.author()); // that they came stood in the log before it began to be read
        }
        if (list != null) {
            list.remove(left.change(), left.author());
        }
        if (isPresent(account)) {
            withheld.put(account, left);
            return false;
        }
        withheld.remove(account);
        return announced.remove(account) != null;
    }

    /**
     * Whether the log has just said of somebody who is here that they are gone, and nothing after it will say otherwise: an
     * edge did not know of this one's list yet, or has taken this edge for dead.
     */
    boolean isWrong(RoomEvent.Left left) {
        Here present = here.get(left.author().account());
        if (present == null) {
            return false;
        }
        return left.change().edge().equals(self) ? left.change().sequence() > present.since() : !present.said();
    }

    /** From now on this edge has said that they are here. */
    void said(Author author, long sequence) {
        here.computeIfPresent(
                author.account(),
                (_, present) -> new Here(author, present.guestRoom(), present.sessions(), sequence, true));
    }

    /** Takes out, and answers, the goings that were not shown because of a list, and that no list contradicts any more. */
    List<RoomEvent.Left> overdue() {
        List<RoomEvent.Left> overdue = withheld.values().stream()
                .filter(left -> !isPresent(left.author().account()))
                .toList();
        overdue.forEach(left -> withheld.remove(left.author().account()));
        return overdue;
    }

    /**
     * This edge's own list has come back through the topic. Of those who left this edge while they were on another, this
     * answers who is nowhere now, by the topic's order: so when somebody leaves several edges at the same moment, just the
     * one whose list is the last there says that they are gone.
     *
     * @param sequence of the list
     */
    List<Quiet> settle(long sequence) {
        List<Quiet> settled = quiet.values().stream()
                .filter(each -> each.sequence() <= sequence)
                .toList();
        settled.forEach(each -> quiet.remove(each.author().account()));
        return settled.stream().filter(each -> isGone(each.author())).toList();
    }

    /** Forgets an edge's list; empty if there was none. */
    Optional<EdgeList> forget(EdgeId edge) {
        return Optional.ofNullable(elsewhere.remove(edge));
    }

    /** Forgets the list of an edge that died, whose people the room has to be told of. */
    Optional<EdgeList> lose(EdgeId edge) {
        Optional<EdgeList> lost = forget(edge);
        lost.ifPresent(list -> list.authors().forEach(author -> announced.put(author.account(), author)));
        return lost;
    }

    /** Whether the room has been told of their coming and they are present nowhere. */
    boolean isGone(Author author) {
        return announced.containsKey(author.account()) && !isPresent(author.account());
    }

    /**
     * Those who are shown and have been present nowhere for so long: whoever should have said that they are gone has died before
     * it was kept.
     */
    List<Author> overdueAbsent(long nowNanos, long limitNanos) {
        absentSince.keySet().removeIf(account -> !announced.containsKey(account) || isPresent(account));
        List<Author> overdue = new ArrayList<>();
        announced.forEach((account, author) -> {
            if (!isPresent(account) && nowNanos - absentSince.computeIfAbsent(account, _ -> nowNanos) > limitNanos) {
                absentSince.put(account, nowNanos);
                overdue.add(author);
            }
        });
        return overdue;
    }

    /** All that was to be read is read: of those who are not present, no going is still to come. */
    void forgetAbsent() {
        announced.keySet().removeIf(account -> !isPresent(account));
        withheld.keySet().removeIf(account -> !isPresent(account));
    }

    /**
     * Whom the room is shown, each once: everybody present, and those of whom it has yet to be told that they are gone. That may
     * never be told, as when they have come to another edge meanwhile; so nobody who enters in between may be shown less.
     */
    Collection<Author> shown() {
        Map<AccountId, Author> all = new LinkedHashMap<>(announced);
        present().forEach(author -> all.putIfAbsent(author.account(), author));
        return all.values();
    }

    /** Everybody present, each once. */
    Collection<Author> present() {
        Map<AccountId, Author> all = new LinkedHashMap<>();
        here.values().forEach(each -> all.put(each.author().account(), each.author()));
        elsewhere.values().forEach(list -> list.authors().forEach(author -> all.putIfAbsent(author.account(), author)));
        return all.values();
    }

    /** Whom this edge's list names: those who are here, and those who were when it followed the partition before. */
    List<Author> listed() {
        Map<AccountId, Author> all = new LinkedHashMap<>();
        here.values().forEach(each -> all.put(each.author().account(), each.author()));
        EdgeList before = elsewhere.get(self);
        if (before != null) {
            before.authors().forEach(author -> all.putIfAbsent(author.account(), author));
        }
        return List.copyOf(all.values());
    }

    boolean isAnybodyHere() {
        return !here.isEmpty();
    }

    /** Whether there is nobody, and nothing to come of anybody. */
    boolean isEmpty() {
        return here.isEmpty()
                && announced.isEmpty()
                && quiet.isEmpty()
                && elsewhere.values().stream().allMatch(EdgeList::isEmpty);
    }

    boolean isUnsettled() {
        return !quiet.isEmpty() || elsewhere.containsKey(self);
    }

    private boolean isPresent(AccountId account) {
        return here.containsKey(account) || isElsewhere(account);
    }

    private boolean isElsewhere(AccountId account) {
        return elsewhere.values().stream().anyMatch(list -> list.has(account));
    }
}
