package dev.homeroom.contract;

import java.time.Instant;
import java.util.List;

/**
 * A record's value on {@link Topics#PRESENCE}: who is present in a room on one edge. The newest record for a room and
 * edge replaces all earlier ones; a tombstone means nobody, and has the {@link Topics#CLEARED_SEQUENCE}.
 *
 * @param room the room; the record lies in the partition of the same number as the room's messages
 * @param edge the edge that says so
 * @param sequence grows with each change; see {@link PresenceChange}
 * @param present each person once, however many sessions they have there
 * @param at when the edge said so
 */
public record PresenceRecord(RoomId room, EdgeId edge, long sequence, List<Author> present, Instant at) {
    public PresenceRecord {
        present = List.copyOf(present);
    }

    /** The record's key. */
    public PresenceKey key() {
        return new PresenceKey(room, edge);
    }
}
