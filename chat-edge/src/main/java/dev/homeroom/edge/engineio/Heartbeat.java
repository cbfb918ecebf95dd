package dev.homeroom.edge.engineio;

import java.time.Duration;

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
    synchronized void answered() {
        if (pinged) {
            pinged = false;
            long now = System.nanoTime();
            Duration delay = untilNextPing(settings.pingInterval(), Duration.ofNanos(now - pingedNanos));
            intervalBegunNanos = now + delay.minus(settings.pingInterval()).toNanos();
            timer.in(delay);
        }
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
            session.send(EncodedMessage.PING);
            session.flush();
        } else {
            session.expire();
        }
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
