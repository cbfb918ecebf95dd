package dev.homeroom.edge.presence;

import dev.homeroom.contract.AccountId;
import dev.homeroom.contract.Author;
import dev.homeroom.contract.PresenceChange;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Who is in a room on one other edge: its newest list, and of each person the newest change that the list does not know of yet.
 * Lists and changes come in any order; what is older than what is known of the same person is passed over.
 */
final class EdgeList {
    private final Map<AccountId, Author> authors = new LinkedHashMap<>();
    /** The newest change of each person that is newer than the list. */
    private final Map<AccountId, Long> changes = new HashMap<>();

    private long listed = Long.MIN_VALUE;
    private long newest = Long.MIN_VALUE;

    void replace(long sequence, Collection<Author> present) {
        if (sequence < listed) {
            return;
        }
        listed = sequence;
        newest = Math.max(newest, sequence);
        changes.values().removeIf(change -> change <= sequence);
        authors.keySet().removeIf(account -> !changes.containsKey(account));
        present.stream()
                .filter(author -> !changes.containsKey(author.account()))
                .forEach(author -> authors.put(author.account(), author));
    }

    void add(PresenceChange change, Author author) {
        if (take(change, author)) {
            authors.put(author.account(), author);
        }
    }

    void remove(PresenceChange change, Author author) {
        if (take(change, author)) {
            authors.remove(author.account());
        }
    }

    /** @return whether this is the newest that is known of this person */
    private boolean take(PresenceChange change, Author author) {
        long known = Math.max(listed, changes.getOrDefault(author.account(), Long.MIN_VALUE));
        if (change.sequence() <= known) {
            return false;
        }
        changes.put(author.account(), change.sequence());
        newest = Math.max(newest, change.sequence());
        return true;
    }

    boolean has(AccountId account) {
        return authors.containsKey(account);
    }

    Collection<Author> authors() {
        return authors.values();
    }

    /** The highest number that is known. */
    long sequence() {
        return newest;
    }

    boolean isEmpty() {
        return authors.isEmpty();
    }
}
