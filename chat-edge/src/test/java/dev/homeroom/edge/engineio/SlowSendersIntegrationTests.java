package dev.homeroom.edge.engineio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.edge.wire.PlainHttp;
import dev.homeroom.edge.wire.Polling;
import dev.homeroom.edge.wire.RawWebSocket;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Clients that send a byte now and then, and never come to an end. */
class SlowSendersIntegrationTests {
    private static final String POLL = EngineServer.PATH + "?EIO=4&transport=polling";
    private static final Duration BYTE_EACH = Duration.ofMillis(50);

    @RegisterExtension
    final EngineServer server = new EngineServer();

    /** Not before the limit, and soon after it. */
    private static ConditionFactory dripping() {
        return Awaitility.await()
                .pollInterval(BYTE_EACH)
                .atLeast(EngineServer.RECEIVE_TIMEOUT.minus(BYTE_EACH))
                .atMost(EngineServer.RECEIVE_TIMEOUT.plusSeconds(2));
    }

    private void dripUntilClosed(PlainHttp connection) {
        int open = server.connections();
        dripping().until(() -> {
            connection.send("x");
            return server.connections() < open;
        });
    }

    @Test
    void closesAConnectionWhoseFirstHeadDripsIn() {
        server.start();
        try (PlainHttp connection = PlainHttp.open(server.port())) {
            connection.send("GET " + POLL + " HTTP/1.1\r\nHost: x\r\nX-Drip: ");
            Awaitility.await().until(() -> server.connections() == 1);

            dripUntilClosed(connection);
        }
        assertThat(server.watchedConnections()).isZero();
    }

    @Test
    void closesAConnectionWhoseLaterHeadDripsIn() {
        server.start();
        try (PlainHttp connection = PlainHttp.open(server.port())) {
            connection.send("GET " + POLL + " HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(connection.readAll(1)).isEqualTo("H");
            connection.send("GE");

            dripUntilClosed(connection);
        }
    }

    @Test
    void closesAConnectionWhoseRequestLineDripsIn() {
        server.start();
        try (PlainHttp connection = PlainHttp.open(server.port())) {
            connection.send("G");
            Awaitility.await().until(() -> server.connections() == 1);

            dripUntilClosed(connection);
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
            post.send("POST " + POLL + "&sid=" + client.session()
                    + " HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n4");

            dripping().until(() -> {
                post.send("x");
                return !server.closed.isEmpty();
            });

            assertThat(post.readAll()).doesNotStartWith("HTTP/1.1 200");
        }
        server.awaitEnd(CloseReason.RECEIVE_TIMEOUT);
    }

    @Test
    void endsTheSessionWhoseMessageDripsInFragmentByFragment() {
        RawWebSocket socket = server.start().connect();
        socket.frame(0x01, (byte) '4');

        dripping().until(() -> {
            socket.frame(0x00, (byte) 'x');
            socket.frame(RawWebSocket.PING); // which is no sign of an end
            return !server.closed.isEmpty();
        });

        assertThat(socket.readClose().closeCode()).isEqualTo(1008);
        server.awaitEnd(CloseReason.RECEIVE_TIMEOUT);
    }

    @Test
    void endsTheSessionWhoseFrameDripsIn() {
        RawWebSocket socket = server.start().connect();
        socket.raw((byte) 0x81, (byte) 0xFE, (byte) 0x10, (byte) 0, (byte) 0, (byte) 0, (byte) 0, (byte) 0);

        dripping().until(() -> {
            socket.raw((byte) '4');
            return !server.closed.isEmpty();
        });

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
