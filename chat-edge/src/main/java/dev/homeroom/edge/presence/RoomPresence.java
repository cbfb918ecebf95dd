package dev.homeroom.edge.presence;

import dev.homeroom.contract.AccountId;
import dev.homeroom.contract.Author;
import dev.homeroom.contract.EdgeId;
import dev.homeroom.contract.PresenceChange;
import dev.homeroom.contract.PresenceRecord;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who is present in one room: the sessions of this edge, and what the other edges say of theirs.
 *
 * <p>The other edges' lists come twice, as changes in the room log and as whole lists on the presence topic; by their
 * sequence numbers the older is told from the newer. Whether a coming or going is shown depends on the room log alone,
 * so that all edges show the same ones. Not thread-safe: guarded by its partition's lock.
 */
public final class RoomPresence {
    private final Map<AccountId, Here> here = new LinkedHashMap<>();
    private final Map<EdgeId, EdgeList> elsewhere = new HashMap<>();
    private final Set<AccountId> announced = new HashSet<>();

    private record Here(Author author, int sessions) {}

    /** A session enters. */
    public Arrival enter(Author author) {
        Here before = here.get(author.account());
        here.put(author.account(), new Here(author, before == null ? 1 : before.sessions() + 1));
        if (before != null) {
            return Arrival.ALREADY_HERE;
        }
        return isElsewhere(author.account()) ? Arrival.FIRST_HERE : Arrival.FIRST_ANYWHERE;
    }

    /** A session leaves that entered before. */
    public Departure leave(Author author) {
        Here before = here.get(author.account());
        if (before == null) {
            return Departure.WAS_NOT_HERE;
        }
        if (before.sessions() > 1) {
            here.put(author.account(), new Here(author, before.sessions() - 1));
            return Departure.STILL_HERE;
        }
        here.remove(author.account());
        return isElsewhere(author.account()) ? Departure.LAST_HERE : Departure.LAST_ANYWHERE;
    }

    /** Another edge's whole list. */
    public void apply(PresenceRecord list) {
        EdgeList known = elsewhere.computeIfAbsent(list.edge(), _ -> new EdgeList());
        known.replace(list);
        list.present().forEach(author -> announced.add(author.account()));
    }

    /** Somebody entered, as the room log says. Answers whether this is news to people in the room. */
    public boolean applyEntered(PresenceChange change, Author author, EdgeId self) {
        if (!change.edge().equals(self)) {
            elsewhere.computeIfAbsent(change.edge(), _ -> new EdgeList()).add(change, author);
        }
        return announced.add(author.account());
    }

    /** Somebody left, as the room log says. Answers whether this is news to people in the room. */
    public boolean applyLeft(PresenceChange change, Author author, EdgeId self) {
        if (!change.edge().equals(self)) {
            EdgeList list = elsewhere.get(change.edge());
            if (list != null) {
                list.remove(change, author);
            }
        }
        return !isPresent(author.account()) && announced.remove(author.account());
    }

    /** Forgets a dead edge's list and answers who is present nowhere any more, with the list's last number. */
    public Lost forget(EdgeId edge) {
        EdgeList list = elsewhere.remove(edge);
        if (list == null) {
            return new Lost(List.of(), 0);
        }
        List<Author> gone = list.authors().stream()
                .filter(author -> !isPresent(author.account()))
                .toList();
        return new Lost(gone, list.sequence());
    }

    /**
     * What a dead edge leaves behind.
     *
     * @param gone who was present there alone
     * @param sequence the last number of its list
     */
    public record Lost(List<Author> gone, long sequence) {}

    /** Everybody present, each once. */
    public Collection<Author> present() {
        Map<AccountId, Author> all = new LinkedHashMap<>();
        here.values().forEach(each -> all.put(each.author().account(), each.author()));
        elsewhere.values().forEach(list -> list.authors().forEach(author -> all.putIfAbsent(author.account(), author)));
        return all.values();
    }

    /** Everybody who has a session on this edge. */
    public List<Author> presentHere() {
        return here.values().stream().map(Here::author).toList();
    }

    public boolean isEmpty() {
        return here.isEmpty() && elsewhere.values().stream().allMatch(EdgeList::isEmpty);
    }

    private boolean isPresent(AccountId account) {
        return here.containsKey(account) || isElsewhere(account);
    }

    private boolean isElsewhere(AccountId account) {
        return elsewhere.values().stream().anyMatch(list -> list.has(account));
    }
}
