package dev.homeroom.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.testing.PlainHttp;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a whole edge sets to requests, whether they are for sockets or for pages. */
class RequestLimitsIntegrationTests {
    private static final String END = " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

    private static int port(Edge edge) {
        return URI.create(edge.address()).getPort();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/socket.io/"})
    void refusesHeadsThatAreTooLarge(String path) {
        int port = port(SharedEdges.one());

        assertThat(PlainHttp.send(port, "GET " + path + "?" + "x".repeat(9_000) + END))
                .startsWith("HTTP/1.1 414");
        assertThat(PlainHttp.send(port, "GET " + path + " HTTP/1.1\r\nX: " + "x".repeat(9_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 431");
    }

    @Test
    void closesConnectionsWhoseHeadsDripIn() {
        try (TestEdge edge = TestEdge.start(Map.of("homeroom.edge.socket.receive-timeout", "500ms"));
                PlainHttp pages = PlainHttp.open(port(edge));
                PlainHttp sockets = PlainHttp.open(port(edge))) {
            pages.send("GET / HTTP/1.1\r\nX: ");
            sockets.send("GET /socket.io/ HTTP/1.1\r\nX: ");

            Awaitility.await()
                    .pollInterval(Duration.ofMillis(50))
                    .atMost(Duration.ofSeconds(5))
                    .until(() -> {
                        pages.send("x");
                        sockets.send("x");
                        return pages.isClosed() && sockets.isClosed();
                    });
        }
    }

    @Test
    void letsAsManyWaitToBeTakenAsItIsTold() {
        try (TestEdge edge = TestEdge.start(Map.of("homeroom.edge.socket.accept-queue", 77))) {
            assertThat(edge.acceptQueue()).isEqualTo(77);
        }
    }

    @Test
    void closesNoConnectionThatIsInTime() {
        String answer = PlainHttp.send(port(SharedEdges.one()), "GET /actuator/health/liveness" + END);

        assertThat(answer).startsWith("HTTP/1.1 200");
    }
}
