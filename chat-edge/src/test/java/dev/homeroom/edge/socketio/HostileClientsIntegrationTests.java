package dev.homeroom.edge.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.homeroom.edge.engineio.EngineSettings;
import dev.homeroom.edge.wire.Polling;
import dev.homeroom.edge.wire.RawWebSocket;
import dev.homeroom.testing.PlainHttp;
import java.io.Closeable;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Attacks by many at once, who keep their end of the connection open. The server closes theirs in the time that its settings
 * state, keeps neither memory nor descriptors, and lets nobody else wait.
 */
class HostileClientsIntegrationTests {
    private static final int ATTACKERS = 20;
    /** The longest of the server's settings, twice: a session may end by one and its connection by another. */
    private static final Duration STATED = Duration.ofSeconds(4);

    private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(1);
    private static final Duration LONGEST_ECHO = Duration.ofSeconds(2);
    /** What the honest client over HTTP may open besides; each has a descriptor at either end. */
    private static final int SPARE = 2;

    private static final int ECHOES = 20;
    private static final String PATH = "/socket.io/?EIO=4&transport=";
    private static final String HOST = " HTTP/1.1\r\nHost: localhost\r\n";

    private InteropServer server;

    @BeforeEach
    void startServer() throws Exception {
        server = new InteropServer(
                new EngineSettings(
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(1),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(1),
                        100_000,
                        1_000,
                        1_000,
                        500,
                        256_000,
                        1_000,
                        1_000,
                        Set.of()),
                new SocketIoSettings(Duration.ofSeconds(1), Duration.ofSeconds(20), 10, 10, 100_000, 64, 10),
                IDLE_TIMEOUT);
    }

    @AfterEach
    void stopServer() throws Exception {
        server.stop();
    }

    /** Begins an attack, and keeps it up as far as it needs no further bytes. */
    @FunctionalInterface
    interface Attack {
        Closeable begin(int port) throws IOException;
    }

    static Stream<Arguments> attacks() {
        return Stream.of(
                // --- over WebSocket
                webSocket("a placeholder that is a method's name", socket -> {
                    socket.text("451-[\"hello\",{\"_placeholder\":true,\"num\":\"splice\"}]");
                    socket.binary((byte) 1);
                }),
                webSocket("absurdly many attachments", socket -> socket.text("451832742252-[\"hello\"]")),
                webSocket(
                        "attachments that never come",
                        socket -> socket.text("459-[\"hello\",{\"_placeholder\":true,\"num\":0}]")),
                webSocket("JSON that is very deep", socket -> socket.text("42" + "[".repeat(10_000))),
                webSocket("endless empty fragments", socket -> {
                    socket.frame(0x01);
                    socket.raw(repeated(2_000, (byte) 0, (byte) 0x80, (byte) 0, (byte) 0, (byte) 0, (byte) 0));
                }),
                webSocket("endless tiny fragments", socket -> {
                    socket.frame(0x01, (byte) '4');
                    socket.raw(
                            repeated(2_000, (byte) 0, (byte) 0x81, (byte) 0, (byte) 0, (byte) 0, (byte) 0, (byte) 'x'));
                }),
                webSocket(
                        "a length with the top bit set",
                        socket -> socket.raw(
                                (byte) 0x81,
                                (byte) 0xFF,
                                (byte) 0x80,
                                (byte) 0,
                                (byte) 0,
                                (byte) 0,
                                (byte) 0,
                                (byte) 0,
                                (byte) 0,
                                (byte) 0,
                                (byte) 0,
                                (byte) 0,
                                (byte) 0,
                                (byte) 0)),
                webSocket(
                        "a frame that never ends",
                        socket -> socket.raw(
                                (byte) 0x81,
                                (byte) 0xFE,
                                (byte) 0x10,
                                (byte) 0,
                                (byte) 0,
                                (byte) 0,
                                (byte) 0,
                                (byte) 0,
                                (byte) '4')),
                webSocket("a message that never ends", socket -> socket.frame(0x01, (byte) '4')),
                webSocket("a deflated frame", socket -> socket.frame(0xC1, (byte) '4')),
                webSocket("a close that is never answered", socket -> socket.text("42[\"reconnect-me\"]")),
                webSocket("echoes that are never read", socket -> {
                    String echo = "42[\"echo\",\"" + "x".repeat(90_000) + "\"]";
                    for (int i = 0; i < 60; i++) {
                        socket.text(echo);
                    }
                }),
                webSocket(
                        "pings whose pongs are never read",
                        socket -> socket.raw(
                                repeated(3_000, (byte) 0x89, (byte) 0x80, (byte) 0, (byte) 0, (byte) 0, (byte) 0))),
                webSocket("silence", _ -> {}),
                attack("a connection that is never connected", port -> RawWebSocket.open(port, PATH + "websocket")),
                attack(
                        "a handshake with a huge subprotocol",
                        port -> RawWebSocket.open(
                                port, PATH + "websocket", "Sec-WebSocket-Protocol: " + "x".repeat(32_000))),
                attack("a handshake that never ends", port -> http(port, "GET " + PATH + "websocket" + HOST + "Upgr")),
                // --- over polling
                polling(
                        "a placeholder that is a method's name",
                        "451-[\"hello\",{\"_placeholder\":true,\"num\":" + "\"splice\"}]\u001ebAQID"),
                polling("absurdly many attachments", "451832742252-[\"hello\"]"),
                polling("attachments that never come", "459-[\"hello\",{\"_placeholder\":true,\"num\":0}]"),
                polling("JSON that is very deep", "42" + "[".repeat(10_000)),
                polling("a payload of very many packets", "3" + "\u001e3".repeat(40_000)),
                polling("silence", "42[\"echo\",1]"),
                post("a body that is too large", "text/plain", 1_000_000, "4x"),
                post("a body that never comes", "text/plain", 100, ""),
                post("a body that never ends", "text/plain", 100, "4x"),
                post("a body of bytes", "application/octet-stream", 3, "4xx"),
                attack("a session that is never polled again", port -> {
                    session(port);
                    return () -> {};
                }),
                attack("polls whose answers are never read", HostileClientsIntegrationTests::neverReadsItsPoll),
                attack("two polls at once", port -> {
                    String poll = "GET " + PATH + "polling&sid=" + session(port) + HOST + "\r\n";
                    PlainHttp first = http(port, poll);
                    PlainHttp second = http(port, poll);
                    return both(first, second);
                }),
                attack(
                        "very many headers",
                        port -> http(
                                port, "GET " + PATH + "polling" + HOST + "X-Header: x\r\n".repeat(2_000) + "\r\n")),
                attack("a head that never ends", port -> http(port, "GET " + PATH + "polling" + HOST + "X-Header: ")),
                attack(
                        "a session of a prototype",
                        port -> http(
                                port, "GET " + PATH + "polling&sid=__proto__" + HOST + "Connection: close\r\n\r\n")),
                // --- between the two
                attack("a probe that is reset", port -> {
                    RawWebSocket probe = RawWebSocket.open(port, PATH + "websocket&sid=" + session(port));
                    probe.text("2probe");
                    probe.reset();
                    return probe;
                }),
                attack("a probe that never completes", port -> {
                    RawWebSocket probe = RawWebSocket.open(port, PATH + "websocket&sid=" + session(port));
                    probe.text("2probe");
                    return probe;
                }),
                attack("probes without end", port -> {
                    String session = session(port);
                    List<Closeable> probes = new ArrayList<>();
                    for (int i = 0; i < 20; i++) {
                        RawWebSocket probe = RawWebSocket.open(port, PATH + "websocket&sid=" + session);
                        probe.text("2probe");
                        probes.add(probe);
                    }
                    return () -> closeAll(probes);
                }));
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void survives(Attack attack) throws IOException {
        try (Bystander over = Bystander.overWebSocket(server.port());
                Bystander under = Bystander.overPolling(server.port())) {
            Awaitility.await().until(() -> over.echoes() > 10 && under.echoes() > 10);
            int connections = server.networkConnections();
            long descriptors = openDescriptors();
            int before = Math.min(over.echoes(), under.echoes());

            List<Closeable> attackers = new ArrayList<>();
            for (int i = 0; i < ATTACKERS; i++) {
                attackers.add(attack.begin(server.port()));
            }

            Awaitility.await().atMost(STATED).untilAsserted(() -> {
                assertThat(server.connections()).as("sessions").isEqualTo(2);
                assertThat(server.networkConnections()).as("connections").isLessThanOrEqualTo(connections + SPARE);
            });
            Awaitility.await().until(() -> Math.min(over.echoes(), under.echoes()) > before + ECHOES);
            assertThat(over.isServed() && under.isServed()).isTrue();
            assertThat(over.slowest()).isLessThan(LONGEST_ECHO);
            assertThat(under.slowest()).isLessThan(LONGEST_ECHO);
            closeAll(attackers);
            Awaitility.await()
                    .untilAsserted(() -> assertThat(openDescriptors()).isLessThanOrEqualTo(descriptors + 2 * SPARE));
            Awaitility.await().untilAsserted(() -> {
                System.gc();
                assertThat(server.remembered()).isEqualTo(2);
            });
        }
    }

    private static long openDescriptors() {
        return ((UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getOpenFileDescriptorCount();
    }

    // --- attackers

    private static Arguments attack(String what, Attack attack) {
        return Arguments.argumentSet(what, attack);
    }

    private interface Sending {
        void over(RawWebSocket socket);
    }

    /** By somebody who has been let in. */
    private static Arguments webSocket(String what, Sending sending) {
        return attack(what + ", over WebSocket", port -> {
            RawWebSocket socket = RawWebSocket.open(port, PATH + "websocket");
            socket.text("40");
            sending.over(socket);
            return socket;
        });
    }

    private static Arguments polling(String what, String payload) {
        return attack(what + ", over polling", port -> {
            String session = session(port);
            post(port, session, "40");
            post(port, session, payload);
            return () -> {};
        });
    }

    private static Arguments post(String what, String type, int length, String body) {
        return attack(
                what,
                port -> http(
                        port,
                        "POST " + PATH + "polling&sid=" + session(port) + HOST + "Content-Type: " + type
                                + "\r\nContent-Length: " + length + "\r\n\r\n" + body));
    }

    private static Closeable neverReadsItsPoll(int port) {
        String session = session(port);
        post(port, session, "40");
        PlainHttp poll = http(port, "GET " + PATH + "polling&sid=" + session + HOST + "\r\n");
        for (int i = 0; i < 5; i++) {
            post(port, session, "42[\"echo\",\"" + "x".repeat(90_000) + "\"]");
        }
        return poll;
    }

    /** Each request has a connection of its own, which ends with it. */
    private static String session(int port) {
        return Polling.sidIn(PlainHttp.send(port, "GET", PATH + "polling"));
    }

    private static void post(int port, String session, String payload) {
        PlainHttp.send(
                port,
                "POST " + PATH + "polling&sid=" + session + HOST + "Connection: close\r\nContent-Length: "
                        + payload.length() + "\r\n\r\n" + payload);
    }

    private static PlainHttp http(int port, String text) {
        PlainHttp connection = PlainHttp.open(port);
        connection.send(text);
        return connection;
    }

    private static byte[] repeated(int times, byte... bytes) {
        byte[] all = new byte[times * bytes.length];
        for (int i = 0; i < times; i++) {
            System.arraycopy(bytes, 0, all, i * bytes.length, bytes.length);
        }
        return all;
    }

    private static Closeable both(Closeable one, Closeable other) {
        return () -> closeAll(List.of(one, other));
    }

    private static void closeAll(List<Closeable> all) throws IOException {
        for (Closeable each : all) {
            each.close();
        }
    }
}
