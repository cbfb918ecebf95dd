package dev.homeroom.edge.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.edge.engineio.EngineSettings;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The standard JavaScript client, its newest version and its first, does with this server what it does with its own. */
class InteropIntegrationTests {
    private InteropServer server;

    @BeforeEach
    void startServer() throws Exception {
        EngineSettings defaults = EngineSettings.defaults();
        server = new InteropServer(
                new EngineSettings(
                        Duration.ofMillis(300),
                        Duration.ofSeconds(10),
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
                        Set.of()),
                SocketIoSettings.defaults());
    }

    @AfterEach
    void stopServer() throws Exception {
        server.stop();
    }

    @ParameterizedTest(name = "{0} over {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "client-current | websocket",
                "client-current | polling",
                "client-current | polling,websocket",
                "client-first   | websocket",
                "client-first   | polling",
                "client-first   | polling,websocket"
            })
    void servesTheStandardClient(String client, String transports) throws Exception {
        String output = NodeProject.run("interop.mjs", "http://localhost:" + server.port(), client, transports);

        assertThat(output).endsWith("lives through several heartbeats\n");
    }
}
