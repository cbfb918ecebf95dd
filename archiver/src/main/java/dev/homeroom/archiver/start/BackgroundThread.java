package dev.homeroom.archiver.start;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One virtual thread for work that goes on until it is interrupted. */
public final class BackgroundThread {
    private static final Logger log = LoggerFactory.getLogger(BackgroundThread.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String name;

    private @Nullable Thread thread;

    public BackgroundThread(String name) {
        this.name = name;
    }

    public synchronized void start(Runnable work) {
        thread = Thread.ofVirtual().name(name).start(work);
    }

    /**
     * Does the work again and again.
     *
     * @param pause after each time
     * @param what is told where it fails, which is no reason not to try again
     */
    public void repeat(Duration pause, String what, Runnable work) {
        start(() -> {
            try {
                while (true) {
                    attempt(what, work);
                    Thread.sleep(pause);
                }
            } catch (InterruptedException _) {
                log.debug("{}: no more", name);
            }
        });
    }

    private static void attempt(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            log.warn("{}; it will be tried again. {}", what, e.getMessage());
        }
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
