package dev.homeroom.edge.recovery;

import dev.homeroom.contract.SavedSession;
import dev.homeroom.edge.socketio.EncodedPacket;
import dev.homeroom.edge.socketio.SocketId;
import java.time.Duration;
import java.util.Collection;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A session that ends with its connection.
 *
 * @param topicId of the room log
 */
record FleetingSession(SocketId socketId, UUID topicId) implements SessionKeeping {
    @Override
    public @Nullable String privateId() {
        return null;
    }

    @Override
    public EventStream events(Consumer<EncodedPacket> queue) {
        return new EventStream(new Progress(topicId), new Progress(topicId), false, queue);
    }

    @Override
    public void watch(Runnable takenOver) {}

    @Override
    public CompletableFuture<Void> save(Collection<SavedSession.Place> places) {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void dropped(Collection<SavedSession.Place> places, EventStream.Sent sent, Duration window) {}

    @Override
    public void unused(Duration window) {}

    @Override
    public void forget() {}

    @Override
    public void stopWatching() {}
}
