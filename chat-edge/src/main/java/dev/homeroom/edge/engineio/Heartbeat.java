package dev.homeroom.edge.engineio;

/** Pings one session when its time has come, and ends it when the answer does not come in time. */
final class Heartbeat {
    private final Session session;
    private final EngineSettings settings;
    private final TimerWheel.Timer timer;
    private long heardNanos = System.nanoTime();
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
            heardNanos = System.nanoTime();
            timer.in(settings.pingInterval());
        }
    }

    /** Exact where the wheel is a little late. */
    synchronized boolean isOverdue() {
        long patience = settings.pingInterval().plus(settings.pingTimeout()).toNanos();
        return System.nanoTime() - heardNanos >= patience;
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
        timer.in(settings.pingTimeout());
        return true;
    }
}
