package dev.homeroom.edge.fanout;

import dev.homeroom.contract.Author;
import dev.homeroom.contract.Position;
import dev.homeroom.contract.RoomEvent;
import java.util.Collection;

/** Puts events into the words that sessions are told them in. Any thread; never blocks. */
public interface Announcer {
    /** @param present who is in the room now */
    Announcement announce(RoomEvent event, Position position, Collection<Author> present);
}
