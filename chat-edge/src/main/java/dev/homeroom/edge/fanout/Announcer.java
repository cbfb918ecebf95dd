package dev.homeroom.edge.fanout;

import dev.homeroom.contract.Author;
import dev.homeroom.contract.Position;
import dev.homeroom.contract.RoomEvent;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/** Puts events into the words that sessions are told them in. Any thread; never blocks. */
public interface Announcer {
    /** @param present who is in the room, asked for when the event is first put into words that say so */
    Announcement announce(RoomEvent event, Position position, Supplier<Collection<Author>> present);

    /**
     * Of many who come into one room, or leave it, at once: whoever is told of it has been told of all.
     *
     * @param alike at least one, in the order of the log
     * @param present as in {@link #announce}
     */
    Announcement announceTogether(List<News> alike, Supplier<Collection<Author>> present);
}
