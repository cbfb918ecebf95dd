package dev.homeroom.edge.engineio;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One client's connection, over whatever transport it uses at the time.
 *
 * <p>Sending may be done from any thread and never blocks: messages wait in the {@link Outbox}. What is received, and the end,
 * come to the listener in {@link Turns}. The listener hears of the end as soon as it is decided; what is still queued may be
 * on its way for up to {@link EngineSettings#closeTimeout}.
 */
public final class Session {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);

    private final Engine engine;
    private final String id;
    private final Opening opening;
    private final Turns turns = new Turns();
    private final Outbox outbox;
    private final Heartbeat heartbeat;
    private @Nullable SessionListener listener;
    private volatile @Nullable CloseReason ended;
    private @Nullable Timeout endTimeout;
    private @Nullable WebSocketTransport candidate;

    private Session(Engine engine, Opening opening, Function<Session, Transport> transport) {
        this.engine = engine;
        this.id = engine.sessions().newId();
        this.opening = opening;
        this.outbox = new Outbox(engine.settings().maxQueuedBytes(), transport.apply(this));
        this.heartbeat = new Heartbeat(this, engine.settings(), engine.wheel());
    }

    /** Opens a session whose first poll is still to be answered. */
    static Session overPolling(Engine engine, Opening opening) {
        return open(
                new Session(engine, opening, session -> new PollingTransport(session, engine.settings())),
                "[\"websocket\"]");
    }

    static Session overWebSocket(Engine engine, Opening opening, WebSocketTransport transport) {
        return open(new Session(engine, opening, _ -> transport), "[]");
    }

    private static Session open(Session session, String upgrades) {
        session.engine.sessions().add(session);
        session.send(session.openPacket(upgrades));
        session.heartbeat.start();
        session.inTurn(() -> session.listener = session.engine.factory().opened(session));
        // The server may have begun to shut down after it let this session in, and before it could see it.
        if (session.engine.sessions().isShutdown()) {
            session.close(CloseReason.SHUTDOWN);
        }
        return session;
    }

    private EncodedMessage openPacket(String upgrades) {
        EngineSettings settings = engine.settings();
        return EncodedMessage.packet(
                "0{\"sid\":\"%s\",\"upgrades\":%s,\"pingInterval\":%d,\"pingTimeout\":%d,\"maxPayload\":%d}"
                        .formatted(
                                id,
                                upgrades,
                                settings.pingInterval().toMillis(),
                                settings.pingTimeout().toMillis(),
                                settings.maxPayloadBytes()));
    }

    /** The session's secret id. */
    public String id() {
        return id;
    }

    public Opening opening() {
        return opening;
    }

    // --- sending

    /** Queues messages that must follow one another; the order of the calls is the order on the wire. */
    public void send(EncodedMessage... messages) {
        if (outbox.add(messages) == Outbox.Added.FULL) {
            close(CloseReason.SLOW_CONSUMER);
        }
    }

    /** Whether more than a quarter of what may be queued is. */
    public boolean isBehind() {
        return outbox.isBehind();
    }

    /** Writes what is queued, in as few writes as the transport allows; while a write is under way, when it completes. */
    public void flush() {
        outbox.flush();
    }

    /** Done when the client has received, and answered, a heartbeat that goes behind all that was sent before. */
    public CompletableFuture<Void> roundTrip() {
        return heartbeat.ping();
    }

    // --- receiving

    /** Runs a task in the session's turns: not while the listener is being called, and not before earlier tasks. */
    public void inTurn(Runnable task) {
        turns.run(() -> guarded(task));
    }

    /** Whatever the application does, the turns go on, and the client gets an answer. */
    private void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            LOG.error("The application failed while it served a session", e);
            close(CloseReason.INTERNAL_ERROR);
        }
    }

    /** As {@link #inTurn}, on another thread, so that callers may hold any lock. */
    public void runSoon(Runnable task) {
        elsewhere(() -> inTurn(task));
    }

    /** As {@link #runSoon}, after a while. */
    public Timeout after(Duration delay, Runnable task) {
        return timer(() -> runSoon(task)).in(delay);
    }

    TimerWheel.Timer timer(Runnable task) {
        return engine.wheel().timer(task);
    }

    /**
     * Handles a packet from the client. Called in a turn.
     *
     * @return whether the session goes on
     */
    boolean receive(String packet) {
        if (ended != null) {
            return false;
        }
        switch (packet.isEmpty() ? ' ' : packet.charAt(0)) {
            case '4' -> guarded(() -> listener().text(packet.substring(1)));
            case '3' -> heartbeat.answered();
            case '1' -> end(CloseReason.CLIENT_CLOSED);
            case '6' -> {}
            default -> end(CloseReason.MALFORMED);
        }
        return ended == null;
    }

    /** Handles a binary message from the client. Called in a turn. */
    boolean receive(byte[] message) {
        if (ended == null) {
            guarded(() -> listener().binary(message));
        }
        return ended == null;
    }

    private SessionListener listener() {
        return Objects.requireNonNull(listener, "nothing is received before the session is opened");
    }

    // --- upgrade

    Transport transport() {
        return outbox.transport();
    }

    /** Only one WebSocket at a time may try. */
    synchronized boolean beginUpgrade(WebSocketTransport to) {
        if (ended != null || candidate != null || !(transport() instanceof PollingTransport)) {
            return false;
        }
        candidate = to;
        return true;
    }

    void probed() {
        if (transport() instanceof PollingTransport polling) {
            polling.releaseForUpgrade();
        }
    }

    boolean completeUpgrade(WebSocketTransport to) {
        Transport left;
        synchronized (this) {
            if (ended != null || candidate != to) {
                return false;
            }
            candidate = null;
            left = transport();
            outbox.switchTo(to);
        }
        if (left instanceof PollingTransport polling) {
            polling.retire();
        }
        flush();
        return true;
    }

    void upgradeFailed(WebSocketTransport to) {
        synchronized (this) {
            if (candidate != to) {
                return;
            }
            candidate = null;
        }
        if (transport() instanceof PollingTransport polling) {
            polling.upgradeFailed();
        }
    }

    // --- end

    /** Ends the session. The listener is told on another thread, so that callers may hold any lock. */
    public void close(CloseReason reason) {
        end(reason, this::elsewhere);
    }

    /** As {@link #close}, after a while; at once if there is none. */
    void closeIn(Duration delay, CloseReason reason) {
        if (delay.isZero()) {
            close(reason);
        } else {
            timer(() -> close(reason)).in(delay);
        }
    }

    /** As {@link #close}; the listener is told on this thread, which holds no locks of others. */
    void end(CloseReason reason) {
        end(reason, Runnable::run);
    }

    private void end(CloseReason reason, Executor teller) {
        synchronized (this) {
            if (ended != null) {
                return;
            }
            ended = reason;
            endTimeout = timer(this::giveUp).in(engine.settings().closeTimeout());
        }
        engine.sessions().countEnd(reason);
        outbox.end(reason, reason.isAbrupt());
        if (reason == CloseReason.SLOW_CONSUMER && transport() instanceof PollingTransport) {
            giveUp(); // an answer that has begun has no place for the reason
        }
        teller.execute(() -> inTurn(() -> tellClosed(reason)));
    }

    private void tellClosed(CloseReason reason) {
        SessionListener told = listener;
        if (told != null) {
            told.closed(reason);
        }
    }

    private void elsewhere(Runnable task) {
        try {
            engine.executor().execute(task);
        } catch (RejectedExecutionException _) {
            task.run(); // the server stops
        }
    }

    /** The transport has failed. */
    void lost(CloseReason reason) {
        close(reason);
        giveUp();
    }

    void expire() {
        close(CloseReason.PING_TIMEOUT);
    }

    boolean hasEndedAs(CloseReason reason) {
        return ended == reason;
    }

    /** Also when its end has just been decided by the timer, and is not carried out yet. */
    boolean isOverdue() {
        return heartbeat.isOverdue();
    }

    private void giveUp() {
        transport().abort();
        gone();
    }

    /** Nothing of it is left on the wire. */
    void gone() {
        synchronized (this) {
            if (endTimeout != null) {
                endTimeout.cancel();
            }
        }
        heartbeat.stop();
        engine.sessions().remove(this);
    }
}
