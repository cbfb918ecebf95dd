package dev.homeroom.edge.engineio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.edge.wire.Polling;
import dev.homeroom.edge.wire.RawWebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** An Engine.IO server that echoes, remembers how its sessions end, and is stopped after each test. */
final class EngineServer implements AfterEachCallback {
    static final String PATH = "/engine.io/";
    static final int MAX_PAYLOAD = 10_000;
    static final int MAX_PACKETS = 100;
    static final Duration RECEIVE_TIMEOUT = Duration.ofMillis(1_500);

    final List<Session> opened = new CopyOnWriteArrayList<>();
    final List<CloseReason> closed = new CopyOnWriteArrayList<>();
    final List<Thread> closingThreads = new CopyOnWriteArrayList<>();
    /** Referred to, since a socket that nobody refers to is closed by the garbage collector. */
    private final List<RawWebSocket> clients = new CopyOnWriteArrayList<>();

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private @Nullable HeadTimeout heads;
    private EngineHandler handler = new EngineHandler(PATH, patient(), Echo::new);

    /** Heartbeats that do not get in the way of a test. */
    static EngineSettings patient() {
        return settings(Duration.ofSeconds(30), Duration.ofSeconds(30), Set.of());
    }

    static EngineSettings settings(Duration pingInterval, Duration pingTimeout, Set<String> origins) {
        return new EngineSettings(
                pingInterval,
                pingTimeout,
                Duration.ofSeconds(2),
                Duration.ofMillis(300),
                RECEIVE_TIMEOUT,
                MAX_PAYLOAD,
                MAX_PACKETS,
                100,
                500,
                200_000,
                10,
                8,
                origins);
    }

    /** As {@link #patient}, and so with clients that have to read what is on its way. */
    static EngineSettings patientInTheEnd() {
        EngineSettings patient = patient();
        return new EngineSettings(
                patient.pingInterval(),
                patient.pingTimeout(),
                patient.upgradeTimeout(),
                Duration.ofSeconds(30),
                patient.receiveTimeout(),
                patient.maxPayloadBytes(),
                patient.maxPackets(),
                patient.maxFragments(),
                patient.maxInboundRate(),
                patient.maxQueuedBytes(),
                patient.maxSessions(),
                patient.maxSessionsPerAddress(),
                patient.allowedOrigins());
    }

    /** As {@link #patient}, and with clients that are read slowly. */
    static EngineSettings readingInOneSecond(int frames) {
        EngineSettings patient = patient();
        return new EngineSettings(
                patient.pingInterval(),
                patient.pingTimeout(),
                patient.upgradeTimeout(),
                patient.closeTimeout(),
                patient.receiveTimeout(),
                patient.maxPayloadBytes(),
                patient.maxPackets(),
                patient.maxFragments(),
                frames,
                patient.maxQueuedBytes(),
                patient.maxSessions(),
                patient.maxSessionsPerAddress(),
                patient.allowedOrigins());
    }

    EngineServer start() {
        return start(patient());
    }

    EngineServer start(EngineSettings settings) {
        handler = new EngineHandler(PATH, settings, Echo::new);
        connector.setShutdownIdleTimeout(50); // for which connections that are kept alive hold up the stop
        server.addConnector(connector);
        connector
                .getConnectionFactory(HttpConnectionFactory.class)
                .getHttpConfiguration()
                .addCustomizer(new ForwardedRequestCustomizer());
        heads = new HeadTimeout(settings.receiveTimeout(), handler);
        server.setHandler(heads);
        server.setStopTimeout(10_000);
        try {
            server.start();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        return this;
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        for (RawWebSocket client : clients) {
            client.close();
        }
        server.stop();
    }

    void stop() throws Exception {
        server.stop();
    }

    int port() {
        return connector.getLocalPort();
    }

    int sessions() {
        return handler.sessionCount();
    }

    /** The connections whose next request's head is waited for. */
    int watchedConnections() {
        return Objects.requireNonNull(heads).watched();
    }

    /** The connections that are open, whatever they carry. */
    int connections() {
        return connector.getConnectedEndPoints().size();
    }

    /** The requests whose heads have come, over connections that are open. */
    long requests() {
        return connector.getConnectedEndPoints().stream()
                .mapToLong(endPoint -> endPoint.getConnection().getMessagesIn())
                .sum();
    }

    Polling poll() {
        return Polling.open(port(), PATH);
    }

    /** A WebSocket whose opening packet has been read. */
    RawWebSocket connect() {
        RawWebSocket socket = RawWebSocket.open(port(), PATH + "?EIO=4&transport=websocket");
        clients.add(socket);
        assertThat(socket.read().text()).startsWith("0{");
        return socket;
    }

    RawWebSocket probe(Polling session) {
        return RawWebSocket.open(port(), PATH + "?EIO=4&transport=websocket&sid=" + session.session());
    }

    void awaitEndOfOne(CloseReason reason) {
        Awaitility.await().untilAsserted(() -> assertThat(closed).containsExactly(reason));
    }

    /** The application hears of one end, for this reason, and nothing stays behind. */
    void awaitEnd(CloseReason reason) {
        Awaitility.await().untilAsserted(() -> {
            assertThat(closed).containsExactly(reason);
            assertThat(sessions()).isZero();
        });
    }

    private final class Echo implements SessionListener {
        private final Session session;

        private Echo(Session session) {
            this.session = session;
            opened.add(session);
        }

        @Override
        public void text(String message) {
            if (message.equals("fail")) {
                throw new IllegalStateException("as asked");
            }
            session.send(EncodedMessage.text(message));
            session.flush();
        }

        @Override
        public void binary(byte[] message) {
            session.send(EncodedMessage.binary(message));
            session.flush();
        }

        @Override
        public void closed(CloseReason reason) {
            closingThreads.add(Thread.currentThread());
            closed.add(reason);
        }
    }
}
