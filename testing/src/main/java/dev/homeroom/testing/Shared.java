package dev.homeroom.testing;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A server that is started when it is first wanted and stopped with this JVM. */
final class Shared<S extends AutoCloseable> {
    private final Supplier<S> start;
    private @Nullable S server;

    Shared(Supplier<S> start) {
        this.start = start;
    }

    synchronized S get() {
        if (server == null) {
            server = start.get();
            Runtime.getRuntime().addShutdownHook(new Thread(this::close, "shared server"));
        }
        return server;
    }

    private synchronized void close() {
        try {
            if (server != null) {
                server.close();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
