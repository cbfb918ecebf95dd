package dev.homeroom.edge.chat;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Is open for one thing at a time, and only for the one that is expected. Thread-safe. */
final class Gate<T> {
    private @Nullable T expected;
    private CompletableFuture<T> open = new CompletableFuture<>();

    synchronized void expect(T next) {
        expected = next;
    }

    void open(T next) {
        CompletableFuture<T> waiting;
        synchronized (this) {
            if (!next.equals(expected)) {
                return;
            }
            waiting = open;
        }
        waiting.complete(next);
    }

    /** Whoever waits goes on waiting. */
    synchronized void shut() {
        expected = null;
        if (open.isDone()) {
            open = new CompletableFuture<>();
        }
    }

    synchronized Optional<T> current() {
        return Optional.ofNullable(open.getNow(null));
    }

    /** Completes when the gate is open; a copy, so that a caller's timeout is its own. */
    synchronized CompletableFuture<T> opened() {
        return open.copy();
    }
}
