package dev.homeroom.edge.socketio;

import dev.homeroom.edge.engineio.CloseReason;
import dev.homeroom.edge.engineio.EngineHandler;
import dev.homeroom.edge.engineio.EngineSettings;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.server.Handler;

/**
 * The Socket.IO server as a Jetty handler: serves one path, and leaves all others to the handlers after it. A server with a
 * stop timeout {@linkplain EngineHandler#shutdown shuts it down} before it stops.
 */
public final class SocketIoHandler extends Handler.Wrapper {
    private final EngineHandler engine;

    /**
     * @param path that it serves, with a slash at both ends, such as {@code /socket.io/}
     * @param namespaces by name, such as {@code /}; others are refused as "Invalid namespace"
     */
    public SocketIoHandler(
            String path, EngineSettings engine, SocketIoSettings settings, Map<String, Namespace> namespaces) {
        Map<String, Namespace> known = Map.copyOf(namespaces);
        Json json = new Json(settings.maxJsonDepth(), engine.maxPayloadBytes());
        this.engine = new EngineHandler(path, engine, session -> new Connection(session, settings, json, known));
        setHandler(this.engine);
    }

    /** How many connections are open. */
    public int connectionCount() {
        return engine.sessionCount();
    }

    /** How many connections have ended for this reason since the start. */
    public long endedCount(CloseReason reason) {
        return engine.endedCount(reason);
    }

    /** Closes all connections, each behind what was emitted before; others may come meanwhile. */
    public void closeAll(CloseReason reason) {
        engine.closeAll(reason);
    }

    /**
     * Takes no more connections and closes all with {@link CloseReason#SHUTDOWN}, behind what was
     * emitted before: one after another, evenly over a time. Completes when the last is gone.
     */
    public CompletableFuture<Void> drain(Duration over) {
        return engine.drain(over);
    }
}
