package dev.homeroom.edge.fanout;

import dev.homeroom.contract.Author;
import dev.homeroom.contract.Position;
import dev.homeroom.contract.RoomEvent;
import java.util.Collection;
import java.util.function.Supplier;

/** Puts events into the words that sessions are told them in. Any thread; never blocks. */
public interface Announcer {
    /** @param present who is in the room, asked for when the event is first put into words that say so */
    Announcement announce(RoomEvent event, Position position, Supplier<Collection<Author>> present);
}
