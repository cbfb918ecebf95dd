package dev.homeroom.archiver.export;

import dev.homeroom.archiver.account.Caller;
import dev.homeroom.archiver.room.RoomEntrance;
import dev.homeroom.archiver.transcript.EntryFilter;
import dev.homeroom.contract.RoomId;
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
        EntryFilter whole = person == null
                ? EntryFilter.ALL
                : new EntryFilter(Set.of(person.id()), null, null, null, null, null, false);
        return !filter.equals(whole);
    }

    /** For whoever ordered it, so with names. */
    String title() {
        return person == null ? rooms.getFirst().title() : person.name();
    }

    List<RoomId> roomIds() {
        return rooms.stream().map(RoomEntrance::room).toList();
    }
}
