package dev.homeroom.edge;

import dev.homeroom.edge.engineio.CloseReason;
import dev.homeroom.edge.socketio.SocketIoHandler;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends the clients of a stopping edge away, no faster than the other edges can take them. */
@Component
final class Drain {
    private static final Logger LOG = LoggerFactory.getLogger(Drain.class);

    private final SocketIoHandler socketIo;
    private final DrainProperties properties;
    private final Duration closeTimeout;

    Drain(SocketIoHandler socketIo, DrainProperties properties, SocketProperties sockets) {
        this.socketIo = socketIo;
        this.properties = properties;
        this.closeTimeout = sockets.closeTimeout();
    }

    /** How long {@link #run} takes at most. */
    Duration longest() {
        return properties.timeout().plus(closeTimeout);
    }

    /** Takes no more clients and sends away those that are here; returns when the last is gone. */
    void run() throws InterruptedException {
        int connections = socketIo.connectionCount();
        Duration over = spread(connections);
        if (connections > 0) {
            LOG.info("Sending {} clients away over {} ms", connections, over.toMillis());
        }
        try {
            socketIo.drain(over).get(over.plus(closeTimeout).toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            LOG.warn("{} clients have not gone in time", socketIo.connectionCount());
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends all clients away, for them to come back right here. */
    void reconnectAll() {
        socketIo.closeAll(CloseReason.RECONNECT);
    }

    private Duration spread(int connections) {
        Duration needed = Duration.ofSeconds(1).multipliedBy(connections).dividedBy(properties.sessionsPerSecond());
        return needed.compareTo(properties.timeout()) < 0 ? needed : properties.timeout();
    }
}
