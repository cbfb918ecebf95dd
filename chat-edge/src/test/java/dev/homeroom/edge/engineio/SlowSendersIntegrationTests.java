package dev.homeroom.edge.engineio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.edge.wire.Polling;
import dev.homeroom.edge.wire.RawWebSocket;
import dev.homeroom.testing.PlainHttp;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Clients that send a byte now and then, and never come to an end. */
class SlowSendersIntegrationTests {
    private static final String POLL = EngineServer.PATH + "?EIO=4&transport=polling";
    private static final Duration BYTE_EACH = Duration.ofMillis(50);

    @RegisterExtension
    final EngineServer server = new EngineServer();

    /** Sends on and on until that ends it, which is not before the limit, and soon after it. */
    private static void drip(Runnable first, Runnable more, BooleanSupplier ended) {
        long begun = System.nanoTime();
        first.run();
        Awaitility.await()
                .pollInterval(BYTE_EACH)
                .atMost(EngineServer.RECEIVE_TIMEOUT.plusSeconds(2))
                .until(() -> {
                    more.run();
                    return ended.getAsBoolean();
                });
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(EngineServer.RECEIVE_TIMEOUT);
    }

    private void dripUntilClosed(PlainHttp connection, String first) {
        Awaitility.await().until(() -> server.connections() == 1);
        drip(() -> connection.send(first), () -> connection.send("x"), () -> server.connections() == 0);
    }

    @Test
    void closesAConnectionWhoseFirstHeadDripsIn() {
        server.start();
        try (PlainHttp connection = PlainHttp.open(server.port())) {
            dripUntilClosed(connection, "GET " + POLL + " HTTP/1.1\r\nHost: x\r\nX-Drip: ");
        }
        assertThat(server.watchedConnections()).isZero();
    }

    @Test
    void closesAConnectionWhoseLaterHeadDripsIn() {
        server.start();
        try (PlainHttp connection = PlainHttp.open(server.port())) {
            connection.send("GET " + POLL + " HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(connection.readAll(1)).isEqualTo("H");

            dripUntilClosed(connection, "GE");
        }
    }

    @Test
    void closesAConnectionWhoseRequestLineDripsIn() {
        server.start();
        try (PlainHttp connection = PlainHttp.open(server.port())) {
            dripUntilClosed(connection, "G");
        }
    }

    @Test
    void letsConnectionsBeIdleAndPollsWait() {
        server.start();
        try (PlainHttp idle = PlainHttp.open(server.port());
                PlainHttp reused = PlainHttp.open(server.port())) {
            Polling client = server.poll();
            CompletableFuture<HttpResponse<String>> poll = client.pollLater();
            reused.send("GET " + POLL + " HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(reused.readAll(1)).isEqualTo("H");

            int open = server.connections();

            Awaitility.await()
                    .during(EngineServer.RECEIVE_TIMEOUT.multipliedBy(2))
                    .until(() -> server.connections() == open && !poll.isDone());

            client.post("4late");
            assertThat(poll.join().body()).isEqualTo("4late");
            idle.send("GET " + POLL + " HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(idle.readAll(1)).isEqualTo("H");
        }
    }

    @Test
    void leavesWebSocketsAlone() {
        RawWebSocket socket = server.start().connect();

        assertThat(server.watchedConnections()).isZero();
        Awaitility.await()
                .during(EngineServer.RECEIVE_TIMEOUT.multipliedBy(2))
                .until(() -> server.sessions() == 1 && server.closed.isEmpty());
        socket.text("4alive");
        assertThat(socket.readText()).isEqualTo("4alive");
    }

    @Test
    void endsTheSessionWhosePostDripsIn() {
        Polling client = server.start().poll();
        try (PlainHttp post = PlainHttp.open(server.port())) {
            String head = "POST " + POLL + "&sid=" + client.session()
                    + " HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n4";

            drip(() -> post.send(head), () -> post.send("x"), () -> !server.closed.isEmpty());

            assertThat(post.readAll()).doesNotStartWith("HTTP/1.1 200");
        }
        server.awaitEnd(CloseReason.RECEIVE_TIMEOUT);
    }

    @Test
    void endsTheSessionWhoseMessageDripsInFragmentByFragment() {
        RawWebSocket socket = server.start().connect();

        drip(
                () -> socket.frame(0x01, (byte) '4'),
                () -> {
                    socket.frame(0x00, (byte) 'x');
                    socket.frame(RawWebSocket.PING); // which is no sign of an end
                },
                () -> !server.closed.isEmpty());

        assertThat(socket.readClose().closeCode()).isEqualTo(1008);
        server.awaitEnd(CloseReason.RECEIVE_TIMEOUT);
    }

    @Test
    void endsTheSessionWhoseFrameDripsIn() {
        RawWebSocket socket = server.start().connect();

        drip(
                () -> socket.raw(
                        (byte) 0x81, (byte) 0xFE, (byte) 0x10, (byte) 0, (byte) 0, (byte) 0, (byte) 0, (byte) 0),
                () -> socket.raw((byte) '4'),
                () -> !server.closed.isEmpty());

        assertThat(socket.readClose().closeCode()).isEqualTo(1008);
        server.awaitEnd(CloseReason.RECEIVE_TIMEOUT);
    }

    @Test
    void takesManyMessagesThatEachComeInTime() {
        RawWebSocket socket = server.start().connect();

        Awaitility.await()
                .pollInterval(BYTE_EACH)
                .during(EngineServer.RECEIVE_TIMEOUT.multipliedBy(2))
                .until(() -> {
                    socket.frame(0x01, (byte) '4');
                    socket.frame(0x80, (byte) 'x');
                    return socket.readText().equals("4x");
                });

        assertThat(server.closed).isEmpty();
    }
}
