package dev.homeroom.bench.crowd;

import dev.homeroom.bench.socketio.Bookmark;
import dev.homeroom.bench.socketio.Client;
import dev.homeroom.bench.wire.Loop;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * How somebody whose connection is gone comes back to their room, as a client does: from where they have read to, and trying again
 * half a second later, though not for ever. On its loop's thread.
 */
public final class Comeback {
    /** The id of the acknowledgement of entering. */
    public static final long ENTERING = 0;

    private static final long RECONNECTION_DELAY_MILLIS = 500;
    private static final int MOST_ATTEMPTS = 20;

    private final Loop loop;
    private final Ticket ticket;
    private final Bookmark bookmark = new Bookmark();
    private int attempts;

    public Comeback(Loop loop, Ticket ticket) {
        this.loop = loop;
        this.ticket = ticket;
    }

    /** How far they have read. */
    public Bookmark bookmark() {
        return bookmark;
    }

    /** Asks to enter the room: the first time from now on, later from where they have read to. */
    public void enter(Client admitted) {
        ObjectNode argument = JsonNodeFactory.instance.objectNode().put("room", ticket.room());
        if (!bookmark.cursor().isEmpty()) {
            argument.put("cursor", bookmark.cursor());
        }
        admitted.emit(ENTERING, "enter_room", argument.toString());
    }

    /** Who is never let in any more is found by what they have not heard. */
    public void soon(Runnable attempt) {
        attempts++;
        if (attempts < MOST_ATTEMPTS) {
            CompletableFuture.delayedExecutor(RECONNECTION_DELAY_MILLIS, TimeUnit.MILLISECONDS)
                    .execute(() -> loop.execute(attempt));
        }
    }

    /** They are in their room. */
    public void arrived() {
        attempts = 0;
    }
}
