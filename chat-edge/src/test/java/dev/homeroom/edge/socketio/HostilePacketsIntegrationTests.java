package dev.homeroom.edge.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.edge.engineio.CloseReason;
import dev.homeroom.edge.engineio.EngineSettings;
import dev.homeroom.edge.wire.Polling;
import dev.homeroom.edge.wire.RawWebSocket;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Packets that no decent client sends end the connection, over both transports; odd ones that are in order do not. */
class HostilePacketsIntegrationTests {
    private static final String PATH = "/socket.io/";
    private static final String PLACEHOLDER = "{\"_placeholder\":true,\"num\":0}";

    private InteropServer server;

    @BeforeEach
    void startServer() throws Exception {
        server = new InteropServer(EngineSettings.defaults(), SocketIoSettings.defaults());
    }

    @AfterEach
    void stopServer() throws Exception {
        server.stop();
    }

    private RawWebSocket open() {
        RawWebSocket socket = RawWebSocket.open(server.port(), PATH + "?EIO=4&transport=websocket");
        assertThat(socket.read().text()).startsWith("0{");
        return socket;
    }

    private RawWebSocket connect() {
        RawWebSocket socket = open();
        socket.text("40");
        assertThat(socket.read().text()).matches("40\\{\"sid\":\"[\\w-]{20}\"}");
        assertThat(socket.read().text()).isEqualTo("42[\"welcome\",{}]");
        return socket;
    }

    static Stream<String> malformedPackets() {
        return Stream.of(
                "4",
                "47",
                "4a",
                "42",
                "42{}",
                "42[]",
                "42\"event\"",
                "42null",
                "42[{\"not\":\"a name\"}]",
                "42[{\"toString\":\"x\"},1]",
                "42[null]",
                "42[[\"nested\"]]",
                "42[\"connect\"]",
                "42[\"connect_error\"]",
                "42[\"disconnect\"]",
                "42[\"disconnecting\"]",
                "42[\"newListener\"]",
                "42[\"removeListener\"]",
                "42[\"unfinished\"",
                "42[\"trailing\"]x",
                "42[\"trailing\"][]",
                "42[\"text\",\"\u0001\"]",
                "42[\"number\",NaN]",
                "42[\"number\"," + "9".repeat(10_000) + "]",
                "42[\"" + "[".repeat(10_000),
                "42" + "[".repeat(10_000) + "]".repeat(10_000),
                "42[\"deep\"," + "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000) + "]",
                "42abc[\"ack\"]",
                "42-1[\"ack\"]",
                "4299999999999999999999[\"ack\"]",
                "43[1]",
                "431",
                "431{}",
                "40",
                "40[]",
                "40\"auth\"",
                "401{}",
                "41[]",
                "411",
                "44{\"message\":\"x\"}",
                "45[\"no count\"]",
                "45-[\"no count\"]",
                "451[\"no dash\"]",
                "45-1-[\"negative\"]",
                "451832742252-[\"absurd\"," + PLACEHOLDER + "]",
                "4599999999999999999999999-[\"absurd\"]",
                "4511-[\"one too many\"]",
                "42/other,[\"not connected there\"]",
                "41/other",
                "43/other,1[]");
    }

    @ParameterizedTest
    @MethodSource("malformedPackets")
    void endsTheConnection(String packet) {
        RawWebSocket socket = connect();

        socket.text(packet);

        assertThat(socket.readClose().closeCode()).isEqualTo(1002);
        awaitEnd(CloseReason.MALFORMED);
    }

    @ParameterizedTest
    @MethodSource("malformedPackets")
    void endsTheConnectionOverPolling(String packet) {
        Polling client = Polling.open(server.port(), PATH);
        client.post("40");
        assertThat(client.poll().body()).contains("40{");

        assertThat(client.post(packet).statusCode()).isEqualTo(400);

        awaitEnd(CloseReason.MALFORMED);
        assertThat(client.poll().statusCode()).isEqualTo(400);
    }

    static Stream<Arguments> malformedAttachments() {
        return Stream.of(
                attachments("a placeholder that is a method's name", socket -> {
                    socket.text("451-[\"hello\",{\"_placeholder\":true,\"num\":\"splice\"}]");
                    socket.binary((byte) 1);
                }),
                attachments("a placeholder out of range", socket -> {
                    socket.text("451-[\"hello\",{\"_placeholder\":true,\"num\":1}]");
                    socket.binary((byte) 1);
                }),
                attachments("a negative placeholder", socket -> {
                    socket.text("451-[\"hello\",{\"_placeholder\":true,\"num\":-1}]");
                    socket.binary((byte) 1);
                }),
                attachments("a placeholder with a fraction", socket -> {
                    socket.text("451-[\"hello\",{\"_placeholder\":true,\"num\":0.5}]");
                    socket.binary((byte) 1);
                }),
                attachments("a placeholder without a number", socket -> {
                    socket.text("451-[\"hello\",{\"_placeholder\":true}]");
                    socket.binary((byte) 1);
                }),
                attachments("a placeholder as the event's name", socket -> {
                    socket.text("451-[" + PLACEHOLDER + "]");
                    socket.binary((byte) 1);
                }),
                attachments("bytes that belong to nothing", socket -> socket.binary((byte) 1)),
                attachments("bytes behind a packet of none", socket -> {
                    socket.text("450-[\"hello\"]");
                    socket.binary((byte) 1);
                }),
                attachments("text where bytes have to come", socket -> {
                    socket.text("451-[\"hello\"," + PLACEHOLDER + "]");
                    socket.text("42[\"hello\"]");
                }),
                attachments("more bytes than a packet may have", socket -> {
                    socket.text("453-[\"hello\"," + PLACEHOLDER + "]");
                    socket.binary(new byte[900_000]);
                    socket.binary(new byte[900_000]);
                    socket.binary(new byte[900_000]);
                }));
    }

    private static Arguments attachments(String what, Consumer<RawWebSocket> sending) {
        return Arguments.argumentSet(what, sending);
    }

    @ParameterizedTest
    @MethodSource("malformedAttachments")
    void endsTheConnectionOfWrongAttachments(Consumer<RawWebSocket> sending) {
        RawWebSocket socket = connect();

        sending.accept(socket);

        assertThat(socket.readClose().closeCode()).isEqualTo(1002);
        awaitEnd(CloseReason.MALFORMED);
    }

    private void awaitEnd(CloseReason reason) {
        Awaitility.await().atMost(Duration.ofSeconds(2)).untilAsserted(() -> {
            assertThat(server.closed).containsExactly(reason);
            assertThat(server.connections()).isZero();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "42[\"nobody knows this event\",1]",
                "42[\"error\"]",
                "42[\"__proto__\",{\"__proto__\":{\"a\":1}}]",
                "42[\"../../etc/passwd\",\"' OR 1=1 --\",\"<script>\"]",
                "42[\"hello\",{\"_placeholder\":true,\"num\":7}]",
                "43999[\"an answer that nobody waits for\"]",
                "450-[\"no attachments\"]",
                "42[\"\"]",
                "42[7]"
            })
    void passesOverWhatIsOddAndInOrder(String packet) {
        RawWebSocket socket = connect();

        socket.text(packet);
        socket.text("42[\"echo\",1]");

        assertThat(socket.readText()).isEqualTo("42[\"echoed\",1]");
    }

    @Test
    void replacesLoneSurrogatesAndKeepsAllOtherText() {
        RawWebSocket socket = connect();

        socket.text("42[\"echo\",\"\\ud800|\\u0000|\u202E|" + "😀".repeat(16_384) + "\"]");

        assertThat(socket.readText()).isEqualTo("42[\"echoed\",\"?|\\u0000|\u202E|" + "😀".repeat(16_384) + "\"]");
    }

    @Test
    void saysNothingBeforeTheConnect() {
        RawWebSocket socket = open();

        socket.text("42[\"echo\",1]");

        assertThat(socket.read().closeCode()).isEqualTo(1002);
        assertThat(server.closed).isEmpty();
    }
}
