package dev.homeroom.edge.recovery;

import dev.homeroom.contract.AccountId;
import dev.homeroom.contract.EdgeId;
import dev.homeroom.contract.SavedSession;
import dev.homeroom.edge.socketio.EncodedPacket;
import dev.homeroom.edge.socketio.SocketId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One live session as it is kept on Kafka: it writes what the session is in, and hears when the session goes on over another
 * connection. Calls that write come one at a time.
 */
public final class RecoverableSession implements SessionKeeping {
    private final SessionJournal journal;
    private final ScheduledExecutorService timer;
    private final PrivateId id;
    private final MissedPlaces told;
    private final Consumer<SavedSession> listener = this::heard;
    private volatile SavedSession saved;
    private volatile @Nullable Runnable onTakenOver;

    /**
     * @param saved as it was last written, or is to be written first
     * @param told how far the client has been told
     */
    RecoverableSession(
            SessionJournal journal,
            ScheduledExecutorService timer,
            PrivateId id,
            SavedSession saved,
            MissedPlaces told) {
        this.journal = journal;
        this.timer = timer;
        this.id = id;
        this.saved = saved;
        this.told = told;
    }

    @Override
    public SocketId socketId() {
        return new SocketId(saved.socket());
    }

    @Override
    public String privateId() {
        return id.text();
    }

    @Override
    public EventStream events(Consumer<EncodedPacket> queue) {
        return new EventStream(told.progress(), told.received(), true, queue);
    }

    @Override
    public void watch(Runnable takenOver) {
        onTakenOver = takenOver;
        journal.watch(id, listener);
    }

    /** Another edge's record, or this edge's own coming by. */
    private void heard(SavedSession written) {
        Runnable takenOver = onTakenOver;
        if (written.connection().equals(saved.connection()) || takenOver == null) {
            return;
        }
        if (written.takeovers() >= saved.takeovers()) {
            takenOver.run();
        } else {
            // From an edge that has not heard of the takeover, and that must not have the last word.
            var _ = journal.write(id, saved);
        }
    }

    @Override
    public CompletableFuture<Void> save(Collection<SavedSession.Place> places) {
        return write(List.copyOf(places), null);
    }

    @Override
    public void dropped(Collection<SavedSession.Place> places, EventStream.Sent sent, Duration window) {
        SavedSession.Drop drop = new SavedSession.Drop(Instant.now(), sent.token(), sent.through());
        var _ = write(List.copyOf(places), drop);
        // The watch goes on until nobody can claim the session any more.
        var _ = timer.schedule(this::forget, window.toMillis(), TimeUnit.MILLISECONDS);
        onTakenOver = this::stopWatching;
    }

    private CompletableFuture<Void> write(List<SavedSession.Place> places, SavedSession.@Nullable Drop drop) {
        SavedSession before = saved;
        saved = new SavedSession(
                before.socket(),
                before.account(),
                before.edge(),
                before.connection(),
                before.takeovers(),
                places,
                before.staleToken(),
                drop);
        return journal.write(id, saved);
    }

    @Override
    public void forget() {
        if (onTakenOver != null) {
            stopWatching();
            journal.forget(id);
        }
    }

    @Override
    public void stopWatching() {
        onTakenOver = null;
        journal.unwatch(id, listener);
    }

    static SavedSession first(SocketId socket, @Nullable AccountId account, EdgeId edge, @Nullable String staleToken) {
        return new SavedSession(socket.value(), account, edge, newConnection(), 0, List.of(), staleToken, null);
    }

    static SavedSession takenOver(SavedSession before, EdgeId edge) {
        return new SavedSession(
                before.socket(),
                before.account(),
                edge,
                newConnection(),
                before.takeovers() + 1,
                before.places(),
                before.staleToken(),
                null);
    }

    private static String newConnection() {
        return SocketId.random().value();
    }
}
