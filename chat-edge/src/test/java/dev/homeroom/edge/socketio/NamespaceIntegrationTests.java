package dev.homeroom.edge.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.edge.engineio.CloseReason;
import dev.homeroom.edge.engineio.EngineSettings;
import dev.homeroom.edge.wire.RawWebSocket;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Coming into namespaces and leaving them, as it stands on the wire. */
class NamespaceIntegrationTests {
    private static final Duration CONNECT_TIMEOUT = Duration.ofMillis(600);

    private InteropServer server;
    private RawWebSocket socket;

    @BeforeEach
    void openConnection() throws Exception {
        server = new InteropServer(EngineSettings.defaults(), new SocketIoSettings(CONNECT_TIMEOUT, 10, 1_000, 64, 2));
        socket = RawWebSocket.open(server.port(), "/socket.io/?EIO=4&transport=websocket");
        assertThat(socket.read().text()).startsWith("0{");
    }

    @AfterEach
    void stopServer() throws Exception {
        server.stop();
    }

    private void connect() {
        socket.text("40{\"token\":\"t\"}");
        assertThat(socket.readText()).startsWith("40{\"sid\":");
        assertThat(socket.readText()).isEqualTo("42[\"welcome\",{\"token\":\"t\"}]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "40                        | 40{",
                "40{\"a\":1}               | 40{",
                "40/other                  | 40/other,{",
                "40/other,                 | 40/other,{",
                "40/other,{\"a\":1}        | 40/other,{",
                "40/nowhere                | 44/nowhere,{\"message\":\"Invalid namespace\"}",
                "40/nowhere,{}             | 44/nowhere,{\"message\":\"Invalid namespace\"}",
                "40/__proto__,             | 44/__proto__,{\"message\":\"Invalid namespace\"}",
                "40/refusing,              | 44/refusing,{\"message\":\"not signed in\",\"data\":{\"code\":\"not_signed_in\"}}",
                "40/failing,               | 44/failing,{\"message\":\"Internal error\"}",
                "40/throwing,              | 44/throwing,{\"message\":\"Internal error\"}"
            })
    void answersAConnect(String connect, String answer) {
        socket.text(connect);

        assertThat(socket.readText()).startsWith(answer);
    }

    @Test
    void endsAConnectionThatIsNeverConnected() {
        assertThat(socket.readClose().closeCode()).isEqualTo(1008);
        assertThat(server.closed).isEmpty();
    }

    @Test
    void endsAConnectionThatIsOnlyEverRefused() {
        socket.text("40/refusing");

        assertThat(socket.readClose().closeCode()).isEqualTo(1008);
    }

    @Test
    void endsAConnectionThatHasLeftItsLastNamespace() {
        connect();

        socket.text("41");

        Awaitility.await().untilAsserted(() -> assertThat(server.closed).containsExactly(CloseReason.CLIENT_LEFT));
        assertThat(socket.readClose().closeCode()).isEqualTo(1008);
    }

    @Test
    void keepsAConnectionThatIsConnected() {
        connect();

        Awaitility.await().during(CONNECT_TIMEOUT.multipliedBy(2)).until(server.closed::isEmpty);

        socket.text("42[\"echo\",1]");
        assertThat(socket.readText()).isEqualTo("42[\"echoed\",1]");
    }

    @Test
    void connectsAgainAfterLeaving() {
        connect();
        socket.text("41");

        connect();

        socket.text("42[\"echo\",1]");
        assertThat(socket.readText()).isEqualTo("42[\"echoed\",1]");
    }

    @Test
    void passesOverWhatCrossesTheServersDisconnect() {
        connect();

        socket.text("42[\"disconnect-me\"]");
        socket.text("42[\"echo\",1]");
        socket.text("425[\"answer\",1]");
        socket.text("41");

        assertThat(socket.readText()).isEqualTo("41");
        connect();
        assertThat(server.closed).containsExactly(CloseReason.SERVER_CLOSED);
    }

    @Test
    void answersAnAcknowledgementOnce() {
        connect();

        socket.text("4217[\"answer-twice\",\"x\"]");
        socket.text("42[\"echo\",1]");

        assertThat(socket.readText()).isEqualTo("4317[\"x\"]");
        assertThat(socket.readText()).isEqualTo("42[\"echoed\",1]");
    }

    @Test
    void asksNoMoreThanItMayWaitFor() {
        connect();
        for (int i = 0; i < 3; i++) {
            socket.text("42[\"ask-me\"," + i + "]");
        }

        assertThat(socket.readText()).isEqualTo("421[\"question\",0]");
        assertThat(socket.readText()).isEqualTo("422[\"question\",1]");
        assertThat(socket.readText()).isEqualTo("42[\"not answered\",\"RejectedExecutionException\"]");

        socket.text("431[\"yes\"]");
        assertThat(socket.readText()).isEqualTo("42[\"answered\",\"yes\"]");
        socket.text("431[\"yes again\"]");
        assertThat(socket.readText()).isEqualTo("42[\"not answered\",\"TimeoutException\"]");
    }

    @Test
    void tellsWhoAskedThatTheSocketHasEnded() throws Exception {
        connect();
        socket.text("42[\"ask-me\",1]");
        assertThat(socket.readText()).isEqualTo("421[\"question\",1]");

        socket.close();

        Awaitility.await().untilAsserted(() -> assertThat(server.unanswered).containsExactly("CancellationException"));
    }
}
