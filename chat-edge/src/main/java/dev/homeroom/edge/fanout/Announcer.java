package dev.homeroom.edge.fanout;

import dev.homeroom.contract.Author;
import dev.homeroom.contract.Position;
import dev.homeroom.contract.RoomEvent;
import dev.homeroom.edge.fanout.News.Passing;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/** Puts events into the words that sessions are told them in. Any thread; never blocks. */
public interface Announcer {
    /** @param event of which nobody has come or gone */
    Announcement announce(RoomEvent event, Position position);

    /**
     * About how many bytes an event takes in words, with its token and without.
     *
     * @param event of which nobody has come or gone
     */
    int size(RoomEvent event);

    /**
     * Of people who came into one room, or who left it: whoever is told of it has been told of all.
     *
     * @param passings at least one, all alike, in the order of the log
     * @param present who is in the room, asked for when they are first put into words
     */
    Announcement announce(List<Passing> passings, Supplier<Collection<Author>> present);
}
