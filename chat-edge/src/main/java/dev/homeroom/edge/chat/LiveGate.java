package dev.homeroom.edge.chat;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/** Shut until Kafka has been reached and the rooms are known. */
@Component
public final class LiveGate {
    private final Gate<LivePath> gate = new Gate<>();

    /** This path is the one that the gate may be opened for. */
    public void expect(LivePath path) {
        gate.expect(path);
    }

    /** Does nothing if the gate has been shut since the path was expected: what it leads to is taken apart. */
    public void open(LivePath path) {
        gate.open(path);
    }

    public void shut() {
        gate.shut();
    }

    public Optional<LivePath> current() {
        return gate.current();
    }

    /** Completes when the gate is open; a copy, so that a caller's timeout is its own. */
    CompletableFuture<LivePath> opened() {
        return gate.opened();
    }
}
