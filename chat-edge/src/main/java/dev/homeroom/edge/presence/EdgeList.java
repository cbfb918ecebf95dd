package dev.homeroom.edge.presence;

import dev.homeroom.contract.AccountId;
import dev.homeroom.contract.Author;
import dev.homeroom.contract.PresenceChange;
import dev.homeroom.contract.PresenceRecord;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Who is in a room on one other edge. Anything not newer than what is known is passed over. */
final class EdgeList {
    private final Map<AccountId, Author> authors = new LinkedHashMap<>();
    private long sequence = Long.MIN_VALUE;

    /** @return whether the list is now this one */
    boolean replace(PresenceRecord list) {
        if (list.sequence() < sequence) {
            return false;
        }
        sequence = list.sequence();
        authors.clear();
        list.present().forEach(author -> authors.put(author.account(), author));
        return true;
    }

    void add(PresenceChange change, Author author) {
        if (change.sequence() > sequence) {
            sequence = change.sequence();
            authors.put(author.account(), author);
        }
    }

    void remove(PresenceChange change, Author author) {
        if (change.sequence() > sequence) {
            sequence = change.sequence();
            authors.remove(author.account());
        }
    }

    boolean has(AccountId account) {
        return authors.containsKey(account);
    }

    Collection<Author> authors() {
        return authors.values();
    }

    long sequence() {
        return sequence;
    }

    boolean isEmpty() {
        return authors.isEmpty();
    }
}
