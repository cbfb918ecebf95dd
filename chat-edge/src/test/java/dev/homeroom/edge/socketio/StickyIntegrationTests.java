package dev.homeroom.edge.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.edge.engineio.EngineSettings;
import java.time.Duration;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The standard JavaScript client in front of two servers, and a proxy between that sends its requests now here, now there. */
class StickyIntegrationTests {
    private InteropServer one;
    private InteropServer other;

    @BeforeEach
    void startServers() throws Exception {
        one = start();
        other = start();
    }

    private static InteropServer start() throws Exception {
        EngineSettings defaults = EngineSettings.defaults();
        EngineSettings settings = new EngineSettings(
                Duration.ofSeconds(1),
                Duration.ofSeconds(2),
                defaults.upgradeTimeout(),
                defaults.closeTimeout(),
                defaults.receiveTimeout(),
                defaults.maxPayloadBytes(),
                defaults.maxPackets(),
                defaults.maxFragments(),
                defaults.maxInboundRate(),
                defaults.maxQueuedBytes(),
                defaults.maxSessions(),
                defaults.maxSessionsPerAddress(),
                Set.of());
        return new InteropServer(settings, SocketIoSettings.defaults());
    }

    @AfterEach
    void stopServers() throws Exception {
        one.stop();
        other.stop();
    }

    @ParameterizedTest
    @ValueSource(strings = {"client-current", "client-first"})
    void standardClientComesBackFromTheWrongServer(String client) throws Exception {
        String output = NodeProject.run("sticky.mjs", address(one), address(other), client);

        assertThat(output)
                .containsSubsequence(
                        "never connects by polling where its requests never stay with one server",
                        "comes back by polling after a request went to the wrong server",
                        "needs no stickiness over a WebSocket alone",
                        "stays with polling where its upgrade goes to the wrong server");
        Awaitility.await().untilAsserted(() -> {
            assertThat(one.connections()).isZero();
            assertThat(other.connections()).isZero();
        });
    }

    private static String address(InteropServer server) {
        return "http://localhost:" + server.port();
    }
}
