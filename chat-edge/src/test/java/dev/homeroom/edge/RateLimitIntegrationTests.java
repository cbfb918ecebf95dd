package dev.homeroom.edge;

import static dev.homeroom.edge.TestSchool.student;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.edge.wire.RawWebSocket;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RateLimitIntegrationTests {
    /** In a second it becomes one more; so many seconds do not pass while they are asked. */
    private static final int BURST = 20;

    private final TestSchool school = SharedEdges.school();

    @Test
    void aConnectionThatConnectsAgainHasNoMoreRequestsThanBefore() throws IOException {
        Map<String, Object> settings =
                Map.of("homeroom.edge.publish.burst", BURST, "homeroom.edge.publish.rate-per-second", 1);
        String token = school.token(student("Amy"));
        try (TestEdge edge = TestEdge.start(settings);
                RawWebSocket socket = RawWebSocket.open(
                        URI.create(edge.address()).getPort(), "/socket.io/?EIO=4&transport=websocket")) {
            assertThat(socket.readText()).startsWith("0{");
            connect(socket, token);
            for (int i = 0; i < BURST; i++) {
                assertThat(answer(socket)).contains("bad_request");
            }
            awaitRefusal(socket);

            socket.text("41");
            connect(socket, token);
            awaitRefusal(socket);
        }
    }

    private static void connect(RawWebSocket socket, String token) {
        socket.text("40{\"token\":\"" + token + "\"}");
        assertThat(socket.readText()).startsWith("40{");
    }

    /** Time passes while requests are answered, each second of which gives one more; but a burst it never becomes. */
    private static void awaitRefusal(RawWebSocket socket) {
        assertThat(Stream.generate(() -> answer(socket)).limit(BURST))
                .anyMatch(answer -> answer.contains("rate_limited"));
    }

    private static String answer(RawWebSocket socket) {
        socket.text("420[\"applaud\"]");
        return socket.readText();
    }
}
