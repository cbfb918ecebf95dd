package dev.homeroom.edge.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.edge.engineio.CloseReason;
import dev.homeroom.edge.engineio.EngineSettings;
import dev.homeroom.edge.wire.Polling;
import dev.homeroom.edge.wire.RawWebSocket;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Coming into namespaces and leaving them, as it stands on the wire. */
class NamespaceIntegrationTests {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration RECEIVE_TIMEOUT = Duration.ofSeconds(2);

    private InteropServer server;
    private RawWebSocket socket;

    @BeforeEach
    void openPatiently() throws Exception {
        open(Duration.ofSeconds(30));
    }

    private void openImpatiently() throws Exception {
        server.stop();
        open(CONNECT_TIMEOUT);
    }

    private void open(Duration connectTimeout) throws Exception {
        server = new InteropServer(
                EngineSettings.defaults(), new SocketIoSettings(connectTimeout, RECEIVE_TIMEOUT, 2, 10, 1_000, 64, 2));
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

    @ParameterizedTest
    @ValueSource(strings = {"41/other", "41/other,"})
    void leavesOneNamespaceAndStaysInTheOthers(String disconnect) {
        connect();
        socket.text("40/other,{}");
        assertThat(socket.readText()).startsWith("40/other,{\"sid\":");
        assertThat(socket.readText()).isEqualTo("42/other,[\"welcome\",{}]");

        socket.text(disconnect);
        socket.text("42[\"echo\",1]");

        assertThat(socket.readText()).isEqualTo("42[\"echoed\",1]");
        assertThat(server.closed).containsExactly(CloseReason.CLIENT_LEFT);
        socket.text("42/other,[\"echo\",1]");
        assertThat(socket.readClose().closeCode()).isEqualTo(1002);
    }

    @Test
    void endsAConnectionThatComesIntoMoreNamespacesThanItMay() {
        connect();
        socket.text("40/other");
        assertThat(socket.readText()).startsWith("40/other,{\"sid\":");
        assertThat(socket.readText()).startsWith("42/other,");

        socket.text("40/third");

        assertThat(socket.readClose().closeCode()).isEqualTo(1009);
        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(server.closed).containsExactly(CloseReason.TOO_LARGE, CloseReason.TOO_LARGE));
    }

    @Test
    void keepsNamespacesApart() {
        connect();
        socket.text("40/other");
        assertThat(socket.readText()).startsWith("40/other,{\"sid\":");
        assertThat(socket.readText()).isEqualTo("42/other,[\"welcome\",{}]");

        socket.text("42/other,[\"echo\",\"there\"]");
        socket.text("42/other,7[\"answer\",\"there\"]");
        socket.text("427[\"answer\",\"here\"]");

        assertThat(socket.readText()).isEqualTo("42/other,[\"echoed\",\"there\"]");
        assertThat(socket.readText()).isEqualTo("43/other,7[\"there\"]");
        assertThat(socket.readText()).isEqualTo("437[\"here\"]");
    }

    @Test
    void carriesBytesInEventsAndInAnswersBothWays() {
        connect();

        socket.text("452-[\"echo\",{\"a\":[" + placeholder(1) + "]}," + placeholder(0) + "]");
        socket.binary((byte) 1);
        socket.binary((byte) 2);
        assertThat(socket.readText())
                .isEqualTo("452-[\"echoed\",{\"a\":[" + placeholder(0) + "]}," + placeholder(1) + "]");
        assertThat(socket.readText()).isEqualTo("\u0002");
        assertThat(socket.readText()).isEqualTo("\u0001");

        socket.text("451-7[\"answer\"," + placeholder(0) + "]");
        socket.binary((byte) 3);
        assertThat(socket.readText()).isEqualTo("461-7[" + placeholder(0) + "]");
        assertThat(socket.readText()).isEqualTo("\u0003");

        socket.text("42[\"ask-me\"]");
        assertThat(socket.readText()).isEqualTo("421[\"question\"]");
        socket.text("461-1[" + placeholder(0) + "]");
        socket.binary((byte) 4);
        assertThat(socket.readText()).isEqualTo("451-[\"answered\"," + placeholder(0) + "]");
        assertThat(socket.readText()).isEqualTo("\u0004");
    }

    @Test
    void carriesBytesOverPollingAsBase64() {
        Polling client = Polling.open(server.port(), "/socket.io/");
        client.post("40");
        assertThat(client.pollUntil("welcome")).startsWith("40{\"sid\":").endsWith("42[\"welcome\",{}]");

        client.post("451-7[\"answer\"," + placeholder(0) + "]\u001ebAQID");

        assertThat(client.poll().body()).isEqualTo("461-7[" + placeholder(0) + "]\u001ebAQID");
    }

    private static String placeholder(int number) {
        return "{\"_placeholder\":true,\"num\":" + number + "}";
    }

    @Test
    void endsAConnectionThatIsNeverConnected() throws Exception {
        openImpatiently();
        assertThat(socket.readClose().closeCode()).isEqualTo(1008);
        assertThat(server.closed).isEmpty();
    }

    @Test
    void endsAConnectionThatIsOnlyEverRefused() throws Exception {
        openImpatiently();
        socket.text("40/refusing");

        assertThat(socket.readClose().closeCode()).isEqualTo(1008);
    }

    @Test
    void endsAConnectionThatHasLeftItsLastNamespace() throws Exception {
        openImpatiently();
        connect();

        socket.text("41");

        Awaitility.await().untilAsserted(() -> assertThat(server.closed).containsExactly(CloseReason.CLIENT_LEFT));
        assertThat(socket.readClose().closeCode()).isEqualTo(1000);
    }

    @Test
    void endsAConnectionWhoseAttachmentsDoNotCome() {
        connect();

        socket.text("451-[\"echo\",{\"_placeholder\":true,\"num\":0}]");

        assertThat(socket.readClose().closeCode()).isEqualTo(1008);
        Awaitility.await().untilAsserted(() -> assertThat(server.closed).containsExactly(CloseReason.RECEIVE_TIMEOUT));
    }

    @Test
    void keepsAConnectionWhoseAttachmentsHaveCome() {
        connect();

        socket.text("451-[\"echo\",{\"_placeholder\":true,\"num\":0}]");
        socket.binary((byte) 1);

        Awaitility.await().during(RECEIVE_TIMEOUT.multipliedBy(2)).until(server.closed::isEmpty);
    }

    @Test
    void keepsAConnectionThatIsConnected() throws Exception {
        openImpatiently();
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
