package dev.homeroom.archiver.start;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One virtual thread for work that goes on until it is interrupted. */
public final class BackgroundThread {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String name;

    private @Nullable Thread thread;

    public BackgroundThread(String name) {
        this.name = name;
    }

    public synchronized void start(Runnable work) {
        thread = Thread.ofVirtual().name(name).start(work);
    }

    /** Interrupts the work and waits until it has ended, but not forever. */
    public synchronized void stop() {
        if (thread == null) {
            return;
        }
        thread.interrupt();
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    public synchronized boolean isRunning() {
        return thread != null;
    }
}
