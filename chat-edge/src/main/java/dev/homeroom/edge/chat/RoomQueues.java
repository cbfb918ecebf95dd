package dev.homeroom.edge.chat;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * One connection's requests, one after the other for each room: a message that follows an entering is not handled before
 * it. Used by the connection's receiving calls alone, which come one at a time.
 */
final class RoomQueues {
    private final Map<Object, CompletableFuture<?>> last = new HashMap<>();

    /** Starts {@code work} once the room's earlier work has ended, however that ended; at once if there is none. */
    void run(Object room, Supplier<CompletableFuture<?>> work) {
        last.values().removeIf(CompletableFuture::isDone);
        CompletableFuture<?> before = last.get(room);
        last.put(
                room,
                before == null ? work.get() : before.exceptionally(_ -> null).thenCompose(_ -> work.get()));
    }
}
