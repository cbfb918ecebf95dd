package dev.homeroom.archiver.start;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One virtual thread for work that goes on until it is interrupted.
 *
 * <p>Work that is repeated is so after an {@link Error} too: most of them, such as one of a stack that is full, leave the program as
 * it was, and to end it would take away what works. That the memory is full is another matter, which ends the program by an
 * option of the JVM, {@code -XX:+ExitOnOutOfMemoryError}. {@link #obstacle} tells health of both, and of a thread that has died.
 */
public final class BackgroundThread {
    private static final Logger log = LoggerFactory.getLogger(BackgroundThread.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String name;

    private @Nullable Thread thread;
    private volatile @Nullable String obstacle;

    public BackgroundThread(String name) {
        this.name = name;
    }

    public synchronized void start(Runnable work) {
        obstacle = null;
        thread = Thread.ofVirtual().name(name).start(() -> untilItDies(work));
    }

    private void untilItDies(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            obstacle = name + " has died: " + e;
            log.error("{} has died", name, e);
        }
    }

    /**
     * Does the work again and again.
     *
     * @param pause after each time
     * @param what is told where it fails, which is no reason not to try again
     */
    public void repeat(Duration pause, String what, Runnable work) {
        repeatUntil(pause, what, () -> {
            work.run();
            return false;
        });
    }

    /**
     * Does the work again and again, until there is none left.
     *
     * @param work answers whether there is none left
     */
    public void repeatUntil(Duration pause, String what, BooleanSupplier work) {
        start(() -> {
            try {
                while (!attempt(what, work)) {
                    Thread.sleep(pause);
                }
            } catch (InterruptedException _) {
                log.debug("{}: no more", name);
            }
        });
    }

    private boolean attempt(String what, BooleanSupplier work) {
        try {
            boolean done = work.getAsBoolean();
            obstacle = null;
            return done;
        } catch (RuntimeException e) {
            log.warn("{}; it will be tried again. {}", what, e.getMessage());
        } catch (Error e) {
            obstacle = name + ": " + e;
            log.error("{}; it will be tried again", what, e);
        }
        return false;
    }

    /** What an {@link Error} has done to the work; null once it succeeds again. */
    public @Nullable String obstacle() {
        return obstacle;
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
