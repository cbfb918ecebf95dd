package dev.homeroom.edge.engineio;

import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.websocket.core.Configuration;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.WebSocketComponents;
import org.eclipse.jetty.websocket.core.server.WebSocketMappings;

/** The opening handshakes of WebSockets (RFC 6455, section 4), without any extension: no deflate, so no deflate bombs. */
final class Upgrades {
    private static final int INPUT_BUFFER_BYTES = 4_096;

    private final Engine engine;
    private final WebSocketMappings webSockets;
    private final Configuration.ConfigurationCustomizer limits = new Configuration.ConfigurationCustomizer();

    Upgrades(Engine engine, WebSocketComponents components) {
        this.engine = engine;
        this.webSockets = new WebSocketMappings(components);
        limits.setIdleTimeout(Duration.ZERO); // the heartbeat watches
        limits.setInputBufferSize(INPUT_BUFFER_BYTES);
        limits.setMaxFrameSize(engine.settings().maxPayloadBytes());
        // Frames are passed on as they come in: no buffer is made for what a header only promises.
        limits.setAutoFragment(true);
    }

    void open(Exchange exchange, Opening opening) {
        handshake(exchange, WebSocketTransport.forNewSession(engine, opening));
    }

    /** A session that cannot be upgraded, or not any more, gets its WebSocket all the same, which is closed at once. */
    void upgrade(Exchange exchange, Session session) {
        handshake(exchange, WebSocketTransport.forUpgradeOf(session, engine));
    }

    private void handshake(Exchange exchange, FrameHandler frames) {
        if (!isUpgraded(exchange, frames)) {
            exchange.refuse(Refusal.BAD_REQUEST);
        }
    }

    /** Jetty's refusals of a bad handshake come as false or as an exception, both before anything is answered. */
    private boolean isUpgraded(Exchange exchange, FrameHandler frames) {
        try {
            return webSockets.upgrade(
                    (_, response, _) -> {
                        response.setExtensions(List.of());
                        return frames;
                    },
                    exchange.request(),
                    exchange.response(),
                    exchange.callback(),
                    limits);
        } catch (RuntimeException _) {
            return false;
        }
    }
}
