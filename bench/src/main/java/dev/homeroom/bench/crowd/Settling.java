package dev.homeroom.bench.crowd;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits until all that was said has arrived, or until nothing has come for a while. */
public final class Settling {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

    private final Crowd crowd;
    private final long messages;
    private final long receivers;
    private final Duration patience;

    /**
     * @param messages all that were said
     * @param receivers of each message
     * @param patience how long nothing may come
     */
    public Settling(Crowd crowd, long messages, long receivers, Duration patience) {
        this.crowd = crowd;
        this.messages = messages;
        this.receivers = receivers;
        this.patience = patience;
    }

    public void await() {
        Progress last = crowd.progress();
        long since = System.nanoTime();
        while (!last.isComplete(messages, receivers) && System.nanoTime() - since < patience.toNanos()) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            Progress now = crowd.progress();
            since = now.equals(last) ? since : System.nanoTime();
            last = now;
        }
    }
}
