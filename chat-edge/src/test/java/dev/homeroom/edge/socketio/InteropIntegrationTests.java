package dev.homeroom.edge.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.edge.engineio.EngineSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The standard JavaScript client, its newest version and its first, does with this server what it does with its own. */
class InteropIntegrationTests {
    private static final Path NODE_PROJECT = Path.of("src/test/node");
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private InteropServer server;

    @BeforeAll
    static void installClients() throws Exception {
        if (!Files.isDirectory(NODE_PROJECT.resolve("node_modules"))) {
            run("npm", "ci");
        }
    }

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
        String output = run("node", "interop.mjs", "http://localhost:" + server.port(), client, transports);

        assertThat(output).endsWith("lives through several heartbeats\n");
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(NODE_PROJECT.toFile())
                .redirectErrorStream(true)
                .start();
        try {
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            boolean ended = process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            assertThat(ended).isTrue();
            assertThat(process.exitValue()).as(output).isZero();
            return output;
        } finally {
            process.destroyForcibly();
        }
    }
}
