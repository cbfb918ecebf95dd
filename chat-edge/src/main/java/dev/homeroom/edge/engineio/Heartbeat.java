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
    /** For those who asked while a ping was under way, whose answer says nothing of what was sent after it. */
    private @Nullable CompletableFuture<Void> nextAnswer;

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
        boolean again;
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
            answer = nextAnswer;
            nextAnswer = null;
            again = answer != null;
        }
        if (again && beginPing()) {
            send();
        }
        if (waiting != null) {
            waiting.complete(null);
        }
    }

    /** Pings ahead of time, or again if a ping is under way; done when the client has answered. */
    CompletableFuture<Void> ping() {
        CompletableFuture<Void> waiting;
        synchronized (this) {
            if (pinged) {
                nextAnswer = nextAnswer == null ? new CompletableFuture<>() : nextAnswer;
                return nextAnswer;
            }
            answer = answer == null ? new CompletableFuture<>() : answer;
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
