package dev.homeroom.bench.crowd;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Lets people in, so many at a time, and counts them. Any thread. */
public final class Entrance {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final int width;
    private final Semaphore free;
    private final AtomicReference<@Nullable String> failure = new AtomicReference<>();

    public Entrance(int width) {
        this.width = width;
        this.free = new Semaphore(width);
    }

    /** Waits until one more may go in. */
    public void next() throws EntryFailedException {
        take(1);
    }

    /** Waits until all are in. */
    public void awaitAll() throws EntryFailedException {
        take(width);
    }

    private void take(int places) throws EntryFailedException {
        try {
            boolean taken = free.tryAcquire(places, LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS);
            String reason = taken ? failure.get() : "no answer within " + LONGEST_WAIT.toSeconds() + " s";
            if (reason != null) {
                throw new EntryFailedException(reason);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new EntryFailedException("interrupted");
        }
    }

    public void seated() {
        free.release();
    }

    public void failed(String reason) {
        failure.compareAndSet(null, reason);
        free.release();
    }
}
