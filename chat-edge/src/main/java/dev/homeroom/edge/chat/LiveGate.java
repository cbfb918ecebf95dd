package dev.homeroom.edge.chat;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/** Shut until Kafka has been reached and the rooms are known. */
@Component
public final class LiveGate {
    private volatile CompletableFuture<LivePath> live = new CompletableFuture<>();

    public void open(LivePath path) {
        live.complete(path);
    }

    public void shut() {
        live = new CompletableFuture<>();
    }

    public Optional<LivePath> current() {
        return Optional.ofNullable(live.getNow(null));
    }

    /** Completes when the gate is open; a copy, so that a caller's timeout is its own. */
    CompletableFuture<LivePath> opened() {
        return live.copy();
    }
}
