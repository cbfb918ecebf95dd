package dev.homeroom.archiver.outbox;

import java.util.Collection;

/** A compacted topic that can be filled from the database alone. */
public interface Republication {
    String topic();

    /** Adds all that the topic should hold to the {@link Outbox}, in the current transaction. */
    void addAll();

    /** Adds the newest state of these keys again, in the current transaction: an older one may have come last. */
    void addAgain(Collection<String> keys);
}
