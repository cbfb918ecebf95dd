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
    private @Nullable Exchange poll;
    private final Pace pace;
    private boolean posting;
    private @Nullable Request unread;
    private boolean upgrading;
    private boolean retired;

    PollingTransport(Session session, Pace pace) {
        this.session = session;
        this.pace = pace;
    }

    @Override
    public String name() {
        return "polling";
    }

    // --- GET

    void poll(Exchange exchange) {
        switch (accept(exchange)) {
            case WAITS -> session.flush();
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

    private synchronized Accepted accept(Exchange exchange) {
        if (retired) {
            return Accepted.RETIRED;
        }
        if (poll != null) {
            return Accepted.OVERLAPS;
        }
        poll = exchange;
        exchange.neverIdle();
        if (upgrading) {
            session.timer(() -> letGo(exchange)).in(HELD_DURING_UPGRADE);
        }
        return Accepted.WAITS;
    }

    @Override
    public synchronized boolean isReady() {
        return poll != null;
    }

    @Override
    public void drain(Outbox outbox) {
        do {
            Exchange exchange = takePoll();
            if (exchange != null) {
                answer(exchange, outbox.takePayload());
            }
        } while (outbox.hasMore(this));
    }

    private void answer(Exchange exchange, ByteBuffer payload) {
        exchange.answer(payload, _ -> session.lost(CloseReason.TRANSPORT_LOST));
    }

    private synchronized @Nullable Exchange takePoll() {
        Exchange taken = poll;
        poll = null;
        return taken;
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
        Exchange released;
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

    private void letGo(Exchange held) {
        synchronized (this) {
            if (!held.equals(poll)) {
                return;
            }
            poll = null;
        }
        ByteBuffer noop = ByteBuffer.allocate(1);
        EncodedMessage.NOOP.putPayload(noop);
        answer(held, noop.flip());
    }

    /** The session has gone over to WebSocket; this transport is dead. */
    void retire() {
        Exchange waiting;
        synchronized (this) {
            retired = true;
            waiting = poll;
            poll = null;
        }
        if (waiting != null) {
            waiting.refuse(Refusal.BAD_REQUEST);
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
        abort();
    }

    @Override
    public void abort() {
        retire();
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
