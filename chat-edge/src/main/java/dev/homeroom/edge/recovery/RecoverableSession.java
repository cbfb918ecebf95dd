package dev.homeroom.edge.recovery;

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
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * One connection's hold on a session as it is kept on Kafka: it writes what the session is in, until it hears that the session
 * goes on over another connection; from then on it writes nothing. Any thread; what is written last is how it is, since it is
 * written with the lock held.
 */
public final class RecoverableSession implements SessionKeeping {
    private static final Duration FORGET_AGAIN_AFTER = Duration.ofSeconds(10);
    private static final int MOST_FORGETS = 100;

    private final SessionJournal journal;
    private final ScheduledExecutorService timer;
    private final PrivateId id;
    private final MissedPlaces told;
    private final SessionWatches.Watcher watcher = this::heard;
    private final CompletableFuture<Boolean> held = new CompletableFuture<>();
    private final AtomicLong writtenAt = new AtomicLong(-1);
    private SavedSession saved;
    private boolean stands;
    private boolean over;
    private Runnable onTakenOver = () -> {};

    /**
     * @param saved as it is to be written first
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

    /**
     * Writes its first record.
     *
     * @return done when that has come by: whether it stands, or another connection was faster; fails if it could not be written
     */
    synchronized CompletableFuture<Boolean> begin() {
        journal.watch(id, watcher); // before it writes, so that it hears of all that comes after
        var _ = write().exceptionally(failure -> {
            held.completeExceptionally(failure);
            return null;
        });
        return held;
    }

    @Override
    public synchronized SocketId socketId() {
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
        boolean already;
        synchronized (this) {
            already = over;
            onTakenOver = takenOver;
        }
        if (already) {
            takenOver.run();
        }
    }

    /** A record came by: another connection's, or this one's own. */
    private void heard(SessionWatches.Heard heard) {
        boolean isMine;
        boolean isHeld;
        Runnable takenOver;
        synchronized (this) {
            if (over) {
                return;
            }
            isMine = isMine(heard);
            over = !isMine;
            isHeld = stands;
            takenOver = onTakenOver;
        }
        if (isMine && isHeld) {
            held.complete(true);
        } else if (!isMine) {
            journal.unwatch(id, watcher);
            held.complete(false);
            takenOver.run();
        }
    }

    /** Whether the session is this connection's, for all that is known. */
    private boolean isMine(SessionWatches.Heard heard) {
        SavedSession written = heard.session();
        if (written != null && written.connection().equals(saved.connection())) {
            stands = heard.stands();
            return stands;
        }
        if (written != null && heard.stands() && written.takeovers() > saved.takeovers()) {
            return false;
        }
        if (stands && heard.offset() > writtenAt.get()) {
            contradict(written);
        }
        return true;
    }

    /** From a connection that has not heard of this one, and that must not have the last word: only the last is kept for long. */
    private void contradict(@Nullable SavedSession written) {
        if (written != null && written.takeovers() == saved.takeovers()) {
            saved = saved.takenOver(saved.edge(), saved.connection()).in(saved.places(), saved.drop());
        }
        var _ = write();
    }

    @Override
    public synchronized CompletableFuture<Void> save(Collection<SavedSession.Place> places) {
        if (over) {
            return CompletableFuture.failedFuture(new KafkaException("the session goes on over another connection"));
        }
        saved = saved.in(List.copyOf(places), null);
        return write();
    }

    @Override
    public synchronized void dropped(Collection<SavedSession.Place> places, EventStream.Sent sent, Duration window) {
        if (over) {
            return;
        }
        onTakenOver = () -> {};
        saved = saved.in(List.copyOf(places), new SavedSession.Drop(Instant.now(), sent.token(), sent.through()));
        var _ = write();
        // The watch goes on until nobody can claim the session any more.
        var _ = timer.schedule(this::forget, window.toMillis(), TimeUnit.MILLISECONDS);
    }

    private CompletableFuture<Void> write() {
        return journal.write(id, saved).thenAccept(offset -> writtenAt.accumulateAndGet(offset, Math::max));
    }

    @Override
    public void unused(Duration window) {
        SavedSession before;
        synchronized (this) {
            before = saved;
        }
        if (before.takeovers() == 0) {
            forget();
        } else {
            dropped(
                    before.places(),
                    new EventStream.Sent(told.received().text(), told.progress().text()),
                    window);
        }
    }

    @Override
    public void forget() {
        if (end()) {
            writeEnd(MOST_FORGETS);
        }
    }

    /** Until Kafka has it, or has been away for very long; whoever has the session by then does not mind. */
    private void writeEnd(int times) {
        var _ = journal.writeEnd(id, connection()).whenComplete((_, failure) -> {
            if (failure != null && times > 1) {
                var _ = timer.schedule(() -> writeEnd(times - 1), FORGET_AGAIN_AFTER.toMillis(), TimeUnit.MILLISECONDS);
            }
        });
    }

    private synchronized String connection() {
        return saved.connection();
    }

    @Override
    public void stopWatching() {
        var _ = end();
    }

    /** @return whether it was this connection's until now */
    private boolean end() {
        synchronized (this) {
            if (over) {
                return false;
            }
            over = true;
        }
        journal.unwatch(id, watcher);
        return true;
    }
}
