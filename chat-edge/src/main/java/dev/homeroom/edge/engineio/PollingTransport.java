package dev.homeroom.edge.engineio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * HTTP long-polling: the server's packets go out as the answer to a GET that waits for them, the client's come as the body of a
 * POST. One of each at a time; a second one ends the session.
 */
final class PollingTransport implements Transport {
    /** During an upgrade a poll is held this long, so that the upgrade may overtake it, and then let go with a noop. */
    private static final Duration HELD_DURING_UPGRADE = Duration.ofMillis(100);

    private final Session session;
    private final Duration closeTimeout;
    private final Pace pace;
    private @Nullable HeldPoll poll;
    private @Nullable Exchange answering;
    private boolean posting;
    private @Nullable Request unread;
    private boolean upgrading;
    private boolean retired;

    PollingTransport(Session session, EngineSettings settings) {
        this.session = session;
        this.closeTimeout = settings.closeTimeout();
        this.pace = new Pace(settings.maxInboundRate());
    }

    @Override
    public String name() {
        return "polling";
    }

    // --- GET

    void poll(Exchange exchange) {
        HeldPoll held = new HeldPoll(exchange, () -> session.lost(CloseReason.TRANSPORT_LOST));
        switch (accept(exchange, held)) {
            case WAITS -> {
                session.flush();
                held.watch();
            }
            case OVERLAPS -> {
                exchange.refuse(Refusal.BAD_REQUEST);
                session.close(CloseReason.OVERLAPPING_REQUESTS);
            }
            case RETIRED -> exchange.refuse(Refusal.BAD_REQUEST);
        }
    }

    private enum Accepted {
        WAITS,
        OVERLAPS,
        RETIRED
    }

    private synchronized Accepted accept(Exchange exchange, HeldPoll held) {
        if (retired) {
            return Accepted.RETIRED;
        }
        if (poll != null) {
            return Accepted.OVERLAPS;
        }
        poll = held;
        exchange.neverIdle();
        if (upgrading) {
            session.timer(() -> letGo(held)).in(HELD_DURING_UPGRADE);
        }
        return Accepted.WAITS;
    }

    /** A client may poll again before it is known here that the last answer has reached it. */
    @Override
    public synchronized boolean isReady() {
        return poll != null && answering == null;
    }

    @Override
    public void drain(Outbox outbox) {
        do {
            Exchange exchange = beginAnswer();
            if (exchange != null) {
                ByteBuffer payload = outbox.takePayload();
                outbox.blocked(payload.remaining());
                answer(exchange, payload, () -> outbox.blocked(0));
            }
        } while (outbox.hasMore(this));
    }

    private @Nullable Exchange beginAnswer() {
        HeldPoll taken;
        synchronized (this) {
            taken = poll;
            poll = null;
            if (taken == null) {
                return null;
            }
            answering = taken.exchange();
        }
        return taken.release();
    }

    private void answer(Exchange exchange, ByteBuffer payload, Runnable sent) {
        exchange.answer(
                payload,
                () -> {
                    sent.run();
                    HeldPoll overtaken = endAnswer();
                    session.flush();
                    if (overtaken != null) {
                        letGo(overtaken);
                    }
                },
                _ -> session.lost(CloseReason.TRANSPORT_LOST));
    }

    /** @return the next poll, if there is one already and an upgrade wants it let go */
    private synchronized @Nullable HeldPoll endAnswer() {
        answering = null;
        return upgrading ? poll : null;
    }

    // --- POST

    /** @return whether it may be read; otherwise it is answered, and the session ended if the client broke the rules */
    boolean beginPost(Exchange exchange) {
        boolean overlaps;
        synchronized (this) {
            overlaps = posting;
            if (!retired && !posting) {
                posting = true;
                unread = exchange.request();
                return true;
            }
        }
        exchange.refuse(Refusal.BAD_REQUEST);
        if (overlaps) {
            session.close(CloseReason.OVERLAPPING_REQUESTS);
        }
        return false;
    }

    /** Its body has come. */
    synchronized void endBody() {
        unread = null;
    }

    /** It is about to be answered. */
    synchronized void endPost() {
        unread = null;
        posting = false;
    }

    /** How long the answer to a post with so many bytes is held back. */
    Duration delayAfter(int bytes) {
        return pace.delayAfter(bytes);
    }

    // --- upgrade

    /** A WebSocket has probed: a waiting poll is let go, so that the client can change over. */
    void releaseForUpgrade() {
        HeldPoll released;
        synchronized (this) {
            upgrading = true;
            released = poll;
        }
        if (released != null) {
            letGo(released);
        }
    }

    synchronized void upgradeFailed() {
        upgrading = false;
    }

    private void letGo(HeldPoll held) {
        synchronized (this) {
            if (held != poll || answering != null) {
                return;
            }
            poll = null;
            answering = held.exchange();
        }
        ByteBuffer noop = ByteBuffer.allocate(1);
        EncodedMessage.NOOP.putPayload(noop);
        answer(held.release(), noop.flip(), () -> {});
    }

    /** The session has gone over to WebSocket, or has ended; this transport is dead. */
    void retire() {
        HeldPoll waiting;
        synchronized (this) {
            retired = true;
            waiting = poll;
            poll = null;
            if (answering != null) {
                session.timer(this::cutAnswer).in(closeTimeout);
            }
        }
        if (waiting != null) {
            waiting.release().refuse(Refusal.BAD_REQUEST);
        }
    }

    /** Its client does not read it. */
    private void cutAnswer() {
        Exchange cut;
        synchronized (this) {
            cut = answering;
            answering = null;
        }
        if (cut != null) {
            cut.cut();
        }
    }

    // --- end

    /**
     * The poll that waits, or else the next one, gets a close. After a client's own close, a poll that crosses it gets a noop;
     * and where the client has broken the rules there is only this poll, since its session is gone at once.
     */
    @Override
    public @Nullable EncodedMessage farewell(CloseReason reason) {
        if (reason == CloseReason.CLIENT_CLOSED) {
            return EncodedMessage.NOOP;
        }
        return isReady() || !reason.isAbrupt() ? EncodedMessage.CLOSE : null;
    }

    @Override
    public void finish(CloseReason reason) {
        session.gone();
        retire();
        stopReading();
    }

    @Override
    public void abort() {
        retire();
        cutAnswer();
        stopReading();
    }

    private void stopReading() {
        Request stopped;
        synchronized (this) {
            stopped = unread;
            unread = null;
        }
        if (stopped != null) {
            stopped.fail(new IOException("The session has ended"));
        }
    }
}
