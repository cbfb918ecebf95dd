package dev.homeroom.archiver.outbox;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** A compacted topic that can be filled from the database alone. */
public interface Republication {
    String topic();

    /** Adds all that the topic should hold to the {@link Outbox}, in the current transaction. */
    void addAll();

    /** Adds the newest state of these keys again, in the current transaction: an older one may have come last. */
    void addAgain(Collection<String> keys);

    /** Begins to hold the topic against the database. */
    Comparison comparison();

    /** What a topic holds, compared with what it should hold. */
    interface Comparison {
        /**
         * A record of the topic; a later one of the same key replaces it.
         *
         * @param value null for a tombstone
         */
        void see(String key, byte @Nullable [] value);

        /** Adds what the topic lacks or has otherwise to the {@link Outbox}, in the current transaction. */
        void addDiffering();
    }
}
