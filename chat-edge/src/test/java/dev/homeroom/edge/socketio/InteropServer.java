package dev.homeroom.edge.socketio;

import dev.homeroom.edge.engineio.CloseReason;
import dev.homeroom.edge.engineio.EngineSettings;
import dev.homeroom.edge.engineio.HeadTimeout;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A server whose namespaces do what interop.mjs asks of them. */
final class InteropServer {
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final SocketIoHandler handler;
    final Queue<CloseReason> closed = new ConcurrentLinkedQueue<>();
    private final Queue<WeakReference<SocketListener>> listeners = new ConcurrentLinkedQueue<>();
    final Queue<String> unanswered = new ConcurrentLinkedQueue<>();

    InteropServer(EngineSettings engine, SocketIoSettings settings) throws Exception {
        this(engine, settings, Duration.ofSeconds(30));
    }

    /** @param idleTimeout after which a connection without a request is closed */
    InteropServer(EngineSettings engine, SocketIoSettings settings, Duration idleTimeout) throws Exception {
        connector.setIdleTimeout(idleTimeout.toMillis());
        handler = new SocketIoHandler(
                "/socket.io/",
                engine,
                settings,
                Map.of(
                        "/",
                        in("/"),
                        "/other",
                        in("/other"),
                        "/third",
                        in("/third"),
                        "/refusing",
                        InteropServer::refuse,
                        "/failing",
                        _ -> CompletableFuture.failedStage(new IllegalStateException("as asked")),
                        "/throwing",
                        _ -> {
                            throw new IllegalStateException("as asked");
                        }));
        server.addConnector(connector);
        server.setHandler(new HeadTimeout(engine.receiveTimeout(), handler));
        server.start();
    }

    int port() {
        return connector.getLocalPort();
    }

    int connections() {
        return handler.connectionCount();
    }

    /** Network connections, whatever they carry. */
    int networkConnections() {
        return connector.getConnectedEndPoints().size();
    }

    /** The listeners of sockets that are still in memory. */
    long remembered() {
        return listeners.stream().filter(listener -> listener.get() != null).count();
    }

    void stop() throws Exception {
        server.stop();
    }

    private static CompletionStage<Admission> refuse(Handshake handshake) {
        JsonNode data = JsonNodeFactory.instance.objectNode().put("code", "not_signed_in");
        return CompletableFuture.completedStage(new Admission.Refused("not signed in", data));
    }

    private Namespace in(String namespace) {
        return handshake -> CompletableFuture.supplyAsync(() -> new Admission.Admitted(socket -> {
            socket.emit(EncodedPacket.eventIn(namespace, "welcome", handshake.auth()));
            SocketListener listener = new Listener(namespace, socket);
            listeners.add(new WeakReference<>(listener));
            return listener;
        }));
    }

    private final class Listener implements SocketListener {
        private final String namespace;
        private final Socket socket;

        private Listener(String namespace, Socket socket) {
            this.namespace = namespace;
            this.socket = socket;
        }

        @Override
        public void received(String event, List<JsonNode> arguments, @Nullable Acknowledgement acknowledgement) {
            JsonNode[] array = arguments.toArray(JsonNode[]::new);
            switch (event) {
                case "echo" -> emit("echoed", array);
                case "answer" -> answer(acknowledgement, array);
                case "answer-twice" -> {
                    answer(acknowledgement, array);
                    answer(acknowledgement, array);
                }
                case "ask-me" -> ask(array);
                case "disconnect-me" -> socket.disconnect();
                case "reconnect-me" -> socket.close(CloseReason.RECONNECT);
                case "fail" -> throw new IllegalStateException("as asked");
                default -> {}
            }
        }

        private static void answer(@Nullable Acknowledgement acknowledgement, JsonNode... arguments) {
            if (acknowledgement != null) {
                acknowledgement.send(arguments);
            }
        }

        private void ask(JsonNode... question) {
            var _ = socket.ask(PATIENCE, "question", question).whenComplete((answer, failure) -> {
                if (failure == null) {
                    emit("answered", answer.toArray(JsonNode[]::new));
                } else {
                    unanswered.add(failure.getClass().getSimpleName());
                    emit(
                            "not answered",
                            JsonNodeFactory.instance.stringNode(
                                    failure.getClass().getSimpleName()));
                }
            });
        }

        private void emit(String event, JsonNode... arguments) {
            socket.emit(EncodedPacket.eventIn(namespace, event, arguments));
            socket.flush();
        }

        @Override
        public void closed(CloseReason reason) {
            closed.add(reason);
        }
    }
}
