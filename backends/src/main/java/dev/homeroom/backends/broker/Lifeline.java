package dev.homeroom.backends.broker;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Ends this JVM when standard input ends, which is when our owner closes it or dies.
 *
 * <p>What runs is stopped in order first, if it gets that done in {@value #STOP_MS} ms. SIGTERM does the same.
 */
final class Lifeline {
    private static final long STOP_MS = 10_000;
    private static final AtomicReference<Runnable> STOP = new AtomicReference<>(() -> {});

    private Lifeline() {}

    static void watch() {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> STOP.get().run(), "stop"));
        Thread.ofPlatform().daemon().name("lifeline").start(Lifeline::waitForEnd);
    }

    static void onEnd(Runnable stop) {
        STOP.set(stop);
    }

    private static void waitForEnd() {
        try {
            while (System.in.read() >= 0) {
                // Nothing is said here; only the end matters.
            }
        } catch (IOException _) {
            // This is an end as well.
        }
        Thread.ofPlatform().daemon().name("deadline").start(Lifeline::haltLater);
        System.exit(0);
    }

    private static void haltLater() {
        try {
            Thread.sleep(STOP_MS);
        } catch (InterruptedException _) {
            // Now rather than later.
        }
        Runtime.getRuntime().halt(1);
    }
}
