package dev.homeroom.contract;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record's value on {@link Topics#SESSIONS}: what an edge has to know to go on with a session whose connection was lost, on
 * whatever edge it was. A record replaces the earlier one if it is of the same connection or has more takeovers; else it comes
 * from an edge that had not heard of the takeover, or that was the second to take over, and changes nothing. A tombstone means
 * that the session is over, unless its header {@link Topics#ENDED_CONNECTION} names another connection than the one that has it.
 *
 * @param socket the socket's public id, which the client keeps
 * @param account whose session it is; null for a guest
 * @param edge the edge that has it
 * @param connection which of the session's connections this is; a new one each time it is taken over
 * @param takeovers how often it was taken over so far
 * @param places the rooms that it is in
 * @param staleToken the token of an earlier session that the client brought along and may bring again, which says nothing of
 *     this one
 * @param drop how the connection was lost; null while it is there, as far as its edge knows
 */
public record SavedSession(
        String socket,
        @Nullable AccountId account,
        EdgeId edge,
        String connection,
        long takeovers,
        List<Place> places,
        @Nullable String staleToken,
        @Nullable Drop drop) {
    public SavedSession {
        places = List.copyOf(places);
    }

    /** The same session, in other rooms. */
    public SavedSession in(List<Place> rooms, @Nullable Drop dropped) {
        return new SavedSession(socket, account, edge, connection, takeovers, rooms, staleToken, dropped);
    }

    /** The same session, as this connection takes it over. */
    public SavedSession takenOver(EdgeId by, String newConnection) {
        return new SavedSession(socket, account, by, newConnection, takeovers + 1, places, staleToken, null);
    }

    /**
     * A room that the session is in.
     *
     * @param room the room
     * @param author as whom
     * @param guestRoom the room's title where a guest made it
     * @param plain whether it is told of the room in plain strings
     * @param watching whether it only looks in: it is not present to the room
     * @param since the last position before those that it is told of; null while it still catches up from a cursor of its
     *     own, so that no token tells what it has
     */
    public record Place(
            RoomId room,
            Author author,
            @Nullable GuestRoom guestRoom,
            boolean plain,
            boolean watching,
            @Nullable Position since) {}

    /**
     * The end of a connection, by an edge that saw it.
     *
     * @param at when
     * @param sent the token of all that had been sent
     * @param through the token of how far the edge had read: whoever has received what was sent has missed nothing up to there
     */
    public record Drop(Instant at, String sent, String through) {}
}
