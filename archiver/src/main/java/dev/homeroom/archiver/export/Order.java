package dev.homeroom.archiver.export;

import dev.homeroom.archiver.account.Caller;
import dev.homeroom.archiver.room.RoomEntrance;
import dev.homeroom.archiver.transcript.EntryFilter;
import dev.homeroom.contract.RoomId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An export that somebody may have.
 *
 * @param person whose words of several rooms are wanted; null for what is of one room
 */
record Order(
        Caller caller, List<RoomEntrance> rooms, @Nullable Subject person, EntryFilter filter, Layout layout) {
    Order {
        rooms = List.copyOf(rooms);
    }

    /** @param name what they are called now */
    record Subject(UUID id, String name) {}

    boolean ofSeveralRooms() {
        return person != null;
    }

    /** Whether there is more than it has: of the room, or of the person. */
    boolean isFiltered() {
        return !filter.equals(span(null, null));
    }

    /** Whether it is not all of a span of time. */
    boolean hasHoles() {
        return !filter.equals(span(filter.from(), filter.to()));
    }

    private EntryFilter span(@Nullable Instant from, @Nullable Instant to) {
        Set<UUID> authors = person == null ? null : Set.of(person.id());
        return new EntryFilter(authors, from, to, null, null, null, false);
    }

    /** For whoever ordered it, so with names. */
    String title() {
        return person == null ? rooms.getFirst().title() : person.name();
    }

    List<RoomId> roomIds() {
        return rooms.stream().map(RoomEntrance::room).toList();
    }
}
