package dev.homeroom.edge.recovery;

import dev.homeroom.contract.SavedSession;
import dev.homeroom.edge.socketio.EncodedPacket;
import dev.homeroom.edge.socketio.SocketId;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is kept of one session, so that it can outlive its connection, or that nothing is. */
public sealed interface SessionKeeping permits RecoverableSession, FleetingSession {
    SocketId socketId();

    /** The secret for the client; null where nothing is kept. */
    @Nullable
    String privateId();

    /** @param queue puts a packet behind the others; never blocks */
    EventStream events(Consumer<EncodedPacket> queue);

    /** @param takenOver called, on a thread that must not be kept, when the session goes on over another connection */
    void watch(Runnable takenOver);

    /** Keeps what the session is in now; completes when any edge could go on with that. */
    CompletableFuture<Void> save(Collection<SavedSession.Place> places);

    /** The connection was lost, and can be claimed for a while. */
    void dropped(Collection<SavedSession.Place> places, EventStream.Sent sent, Duration window);

    /** The client had gone before it was let in; what it claimed can be claimed again. */
    void unused(Duration window);

    /** The session is over. */
    void forget();

    /** The session is somebody else's. */
    void stopWatching();
}
