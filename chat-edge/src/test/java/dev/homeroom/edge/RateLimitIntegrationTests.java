package dev.homeroom.edge;

import static dev.homeroom.edge.TestSchool.student;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.edge.wire.RawWebSocket;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RateLimitIntegrationTests {
    private static final int BURST = 5;

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
            assertThat(answer(socket)).contains("rate_limited");

            socket.text("41");
            connect(socket, token);
            String first = answer(socket);
            String second = answer(socket); // a moment has passed, which may have given one more
            assertThat(first + second).contains("rate_limited");
            assertThat(answer(socket)).contains("rate_limited");
        }
    }

    private static void connect(RawWebSocket socket, String token) {
        socket.text("40{\"token\":\"" + token + "\"}");
        assertThat(socket.readText()).startsWith("40{");
    }

    private static String answer(RawWebSocket socket) {
        socket.text("420[\"applaud\"]");
        return socket.readText();
    }
}
