package dev.homeroom.edge.socketio;

import dev.homeroom.edge.engineio.CloseReason;
import dev.homeroom.edge.engineio.EncodedMessage;
import dev.homeroom.edge.engineio.EngineHandler;
import dev.homeroom.edge.engineio.EngineSettings;
import dev.homeroom.edge.engineio.Session;
import dev.homeroom.edge.engineio.SessionListener;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The server that the official protocol test suites expect: Engine.IO that echoes under {@code /engine.io/}, Socket.IO that
 * echoes under {@code /socket.io/}, with the suites' settings. {@code main} takes the port.
 */
public final class ProtocolTestServer {
    private static final int DEFAULT_PORT = 3000;

    private ProtocolTestServer() {}

    public static void main(String[] args) throws Exception {
        int port = args.length == 0 ? DEFAULT_PORT : Integer.parseInt(args[0]);
        Server server = create(port);
        server.start();
        System.out.println("Listening on http://localhost:" + port);
        server.join();
    }

    static Server create(int port) {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setPort(port);
        server.addConnector(connector);
        server.setHandler(new Handler.Sequence(
                new EngineHandler("/engine.io/", engineSettings(), Echo::new),
                new SocketIoHandler("/socket.io/", engineSettings(), socketIoSettings(), namespaces())));
        return server;
    }

    private static EngineSettings engineSettings() {
        EngineSettings defaults = EngineSettings.defaults();
        return new EngineSettings(
                Duration.ofMillis(300),
                Duration.ofMillis(200),
                defaults.upgradeTimeout(),
                defaults.closeTimeout(),
                defaults.receiveTimeout(),
                1_000_000,
                defaults.maxPackets(),
                defaults.maxFragments(),
                defaults.maxInboundRate(),
                defaults.maxQueuedBytes(),
                defaults.maxSessions(),
                defaults.maxSessionsPerAddress(),
                Set.of());
    }

    private static SocketIoSettings socketIoSettings() {
        SocketIoSettings defaults = SocketIoSettings.defaults();
        return new SocketIoSettings(
                Duration.ofSeconds(1),
                defaults.receiveTimeout(),
                defaults.maxNamespaces(),
                defaults.maxAttachments(),
                defaults.maxAttachmentBytes(),
                defaults.maxJsonDepth(),
                defaults.maxPendingAsks());
    }

    private static Map<String, Namespace> namespaces() {
        return Map.of("/", handshake -> admit("/", handshake), "/custom", handshake -> admit("/custom", handshake));
    }

    private static CompletionStage<Admission> admit(String namespace, Handshake handshake) {
        return CompletableFuture.completedStage(new Admission.Admitted(socket -> {
            socket.emit(EncodedPacket.eventIn(namespace, "auth", handshake.auth()));
            return new EventEcho(namespace, socket);
        }));
    }

    private record Echo(Session session) implements SessionListener {
        @Override
        public void text(String message) {
            session.send(EncodedMessage.text(message));
            session.flush();
        }

        @Override
        public void binary(byte[] message) {
            session.send(EncodedMessage.binary(message));
            session.flush();
        }

        @Override
        public void closed(CloseReason reason) {}
    }

    private record EventEcho(String namespace, Socket socket) implements SocketListener {
        @Override
        public void received(String event, List<JsonNode> arguments, @Nullable Acknowledgement acknowledgement) {
            JsonNode[] echoed = arguments.toArray(JsonNode[]::new);
            if (acknowledgement != null) {
                acknowledgement.send(echoed);
            } else if (event.equals("message")) {
                socket.emit(EncodedPacket.eventIn(namespace, "message-back", echoed));
                socket.flush();
            }
        }

        @Override
        public void closed(CloseReason reason) {}
    }
}
