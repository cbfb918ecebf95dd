package dev.homeroom.edge.engineio;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Pings one session when its time has come, and ends it when the answer does not come in time. The pings keep an even pace:
 * the time that answers take does not add up, unless they take very long.
 */
final class Heartbeat {
    private final Session session;
    private final EngineSettings settings;
    private final TimerWheel.Timer timer;
    private long intervalBegunNanos = System.nanoTime();
    private long pingedNanos;
    private boolean pinged;
    private @Nullable CompletableFuture<Void> answer;

    Heartbeat(Session session, EngineSettings settings, TimerWheel wheel) {
        this.session = session;
        this.settings = settings;
        this.timer = wheel.timer(this::due);
    }

    void start() {
        timer.in(settings.pingInterval());
    }

    void stop() {
        timer.cancel();
    }

    /** A pong; one that was not asked for changes nothing. */
    void answered() {
        CompletableFuture<Void> waiting;
        synchronized (this) {
            if (!pinged) {
                return;
            }
            pinged = false;
            long now = System.nanoTime();
            Duration delay = untilNextPing(settings.pingInterval(), Duration.ofNanos(now - pingedNanos));
            intervalBegunNanos = now + delay.minus(settings.pingInterval()).toNanos();
            timer.in(delay);
            waiting = answer;
            answer = null;
        }
        if (waiting != null) {
            waiting.complete(null);
        }
    }

    /** Pings ahead of time, unless it has just done so; done when the client has answered. */
    CompletableFuture<Void> ping() {
        CompletableFuture<Void> waiting;
        synchronized (this) {
            if (answer == null) {
                answer = new CompletableFuture<>();
            }
            waiting = answer;
        }
        if (beginPing()) {
            send();
        }
        return waiting;
    }

    /** @param answeredAfter the time between the last ping and its answer */
    static Duration untilNextPing(Duration interval, Duration answeredAfter) {
        Duration rest = interval.minus(answeredAfter);
        Duration least = interval.dividedBy(2);
        return rest.compareTo(least) < 0 ? least : rest;
    }

    /** Exact where the wheel is a little late. */
    synchronized boolean isOverdue() {
        long patience = settings.pingInterval().plus(settings.pingTimeout()).toNanos();
        return System.nanoTime() - intervalBegunNanos >= patience;
    }

    private void due() {
        if (beginPing()) {
            send();
        } else {
            session.expire();
        }
    }

    private void send() {
        session.send(EncodedMessage.PING);
        session.flush();
    }

    private synchronized boolean beginPing() {
        if (pinged) {
            return false;
        }
        pinged = true;
        pingedNanos = System.nanoTime();
        timer.in(settings.pingTimeout());
        return true;
    }
}
