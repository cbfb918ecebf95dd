package dev.homeroom.edge.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.edge.engineio.CloseReason;
import dev.homeroom.edge.engineio.EngineSettings;
import dev.homeroom.edge.wire.Polling;
import dev.homeroom.edge.wire.RawWebSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Packets that no decent client sends end the connection, over both transports; odd ones that are in order do not. */
class HostilePacketsIntegrationTests {
    private static final String PATH = "/socket.io/";
    private static final String WELCOME = "42[\"welcome\",{}]";
    private static final String PLACEHOLDER = "{\"_placeholder\":true,\"num\":0}";

    private static final String ODD_TEXT = "|\\u0000|\u202E|" + "😀".repeat(16_384);

    private InteropServer server;

    @BeforeEach
    void startServer() throws Exception {
        server = new InteropServer(
                EngineSettings.defaults(),
                new SocketIoSettings(Duration.ofSeconds(20), Duration.ofSeconds(20), 10, 10, 500_000, 64, 1_000));
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
        assertThat(socket.read().text()).isEqualTo(WELCOME);
        return socket;
    }

    private Polling connectOverPolling() {
        Polling client = Polling.open(server.port(), PATH);
        client.post("40");
        assertThat(client.pollUntil(WELCOME)).startsWith("40{").endsWith(WELCOME);
        return client;
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
                "42[\"" + "[".repeat(10_000),
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
                "4599999999999999999999999-[\"absurd\"]",
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
        Polling client = connectOverPolling();

        assertThat(client.post(packet).statusCode()).isEqualTo(400);

        awaitEnd(CloseReason.MALFORMED);
        assertThat(client.poll().statusCode()).isEqualTo(400);
    }

    static Stream<String> excessivePackets() {
        return Stream.of(
                "42[\"number\"," + "9".repeat(10_000) + "]",
                "42" + "[".repeat(10_000) + "]".repeat(10_000),
                "42[\"deep\"," + "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000) + "]",
                "42[{\"" + "n".repeat(100_000) + "\":1}]",
                "451832742252-[\"absurd\"," + PLACEHOLDER + "]",
                "4511-[\"one too many\"]");
    }

    @ParameterizedTest
    @MethodSource("excessivePackets")
    void endsTheConnectionOfWhoPassesALimit(String packet) {
        RawWebSocket socket = connect();

        socket.text(packet);

        assertThat(socket.readClose().closeCode()).isEqualTo(1009);
        awaitEnd(CloseReason.TOO_LARGE);
    }

    @ParameterizedTest
    @MethodSource("excessivePackets")
    void endsTheConnectionOfWhoPassesALimitOverPolling(String packet) {
        Polling client = connectOverPolling();

        assertThat(client.post(packet).statusCode()).isEqualTo(413);

        awaitEnd(CloseReason.TOO_LARGE);
    }

    static Stream<Arguments> malformedAttachments() {
        byte[] one = {1};
        byte[] large = new byte[200_000];
        return Stream.of(
                messages(
                        "a placeholder that is a method's name",
                        "51-[\"hello\",{\"_placeholder\":true,\"num\":\"splice\"}]",
                        one),
                messages("a placeholder out of range", "51-[\"hello\",{\"_placeholder\":true,\"num\":1}]", one),
                messages("a negative placeholder", "51-[\"hello\",{\"_placeholder\":true,\"num\":-1}]", one),
                messages("a placeholder with a fraction", "51-[\"hello\",{\"_placeholder\":true,\"num\":0.5}]", one),
                messages("a placeholder without a number", "51-[\"hello\",{\"_placeholder\":true}]", one),
                messages("a placeholder as the event's name", "51-[" + PLACEHOLDER + "]", one),
                messages("bytes that belong to nothing", one),
                messages("bytes behind a packet of none", "50-[\"hello\"]", one),
                messages("text where bytes have to come", "51-[\"hello\"," + PLACEHOLDER + "]", "2[\"hello\"]"),
                messages(
                        "more bytes than a packet may have",
                        "53-[\"hello\"," + PLACEHOLDER + "]",
                        large,
                        large,
                        large));
    }

    private static Arguments messages(String what, Object... messages) {
        return Arguments.argumentSet(what, (Object) messages);
    }

    @ParameterizedTest
    @MethodSource("malformedAttachments")
    void endsTheConnectionOfWrongAttachments(Object... messages) {
        RawWebSocket socket = connect();

        for (Object message : messages) {
            if (message instanceof byte[] bytes) {
                socket.binary(bytes);
            } else {
                socket.text("4" + message);
            }
        }

        int closeCode = socket.readClose().closeCode();
        assertThat(closeCode).isEqualTo(messages.length > 3 ? 1009 : 1002);
        awaitEnd(closeCode == 1009 ? CloseReason.TOO_LARGE : CloseReason.MALFORMED);
    }

    @ParameterizedTest
    @MethodSource("malformedAttachments")
    void endsTheConnectionOfWrongAttachmentsOverPolling(Object... messages) {
        Polling client = connectOverPolling();
        String payload = Arrays.stream(messages)
                .map(message -> message instanceof byte[] bytes
                        ? "b" + Base64.getEncoder().encodeToString(bytes)
                        : "4" + message)
                .collect(Collectors.joining("\u001e"));

        int status = client.post(payload).statusCode();

        assertThat(status).isEqualTo(messages.length > 3 ? 413 : 400);
        awaitEnd(status == 413 ? CloseReason.TOO_LARGE : CloseReason.MALFORMED);
    }

    private void awaitEnd(CloseReason reason) {
        Awaitility.await().atMost(Duration.ofSeconds(2)).untilAsserted(() -> {
            assertThat(server.closed).containsExactly(reason);
            assertThat(server.connections()).isZero();
        });
    }

    static Stream<String> oddPackets() {
        return Stream.of(
                "42[\"nobody knows this event\",1]",
                "42[\"error\"]",
                "42[\"__proto__\",{\"__proto__\":{\"a\":1}}]",
                "42[\"../../etc/passwd\",\"' OR 1=1 --\",\"<script>\"]",
                "42[\"hello\",{\"_placeholder\":true,\"num\":7}]",
                "43999[\"an answer that nobody waits for\"]",
                "450-[\"no attachments\"]",
                "42[\"\"]",
                "42[7]");
    }

    @ParameterizedTest
    @MethodSource("oddPackets")
    void passesOverWhatIsOddAndInOrder(String packet) {
        RawWebSocket socket = connect();

        socket.text(packet);
        socket.text("42[\"echo\",1]");

        assertThat(socket.readText()).isEqualTo("42[\"echoed\",1]");
    }

    @ParameterizedTest
    @MethodSource("oddPackets")
    void passesOverWhatIsOddAndInOrderOverPolling(String packet) {
        Polling client = connectOverPolling();

        assertThat(client.post(packet + "\u001e42[\"echo\",1]").body()).isEqualTo("ok");

        assertThat(client.poll().body()).isEqualTo("42[\"echoed\",1]");
    }

    @Test
    void replacesLoneSurrogatesAndKeepsAllOtherText() {
        RawWebSocket socket = connect();

        socket.text("42[\"echo\",\"\\ud800" + ODD_TEXT + "\"]");

        assertThat(socket.readText()).isEqualTo("42[\"echoed\",\"?" + ODD_TEXT + "\"]");
    }

    @Test
    void replacesLoneSurrogatesAndKeepsAllOtherTextOverPolling() {
        Polling client = connectOverPolling();

        client.post("42[\"echo\",\"\\ud800" + ODD_TEXT + "\"]");

        assertThat(client.poll().body()).isEqualTo("42[\"echoed\",\"?" + ODD_TEXT + "\"]");
    }

    /** What others may see of a client does not give them its session. */
    @Test
    void knowsNoSessionByTheIdOfASocket() {
        RawWebSocket socket = open();
        socket.text("40");
        String socketId = Polling.sidIn(socket.read().text());

        String query = "?EIO=4&transport=polling&sid=" + socketId;
        HttpResponse<String> answer =
                Polling.send(HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + PATH + query)));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("{\"code\":1,\"message\":\"Session ID unknown\"}");
        RawWebSocket probe = RawWebSocket.open(server.port(), PATH + "?EIO=4&transport=websocket&sid=" + socketId);
        assertThat(probe.response()).startsWith("HTTP/1.1 400");
    }

    @Test
    void saysNothingBeforeTheConnect() {
        RawWebSocket socket = open();

        socket.text("42[\"echo\",1]");

        assertThat(socket.read().closeCode()).isEqualTo(1002);
        assertThat(server.closed).isEmpty();
    }

    @Test
    void saysNothingBeforeTheConnectOverPolling() {
        Polling client = Polling.open(server.port(), PATH);

        assertThat(client.post("42[\"echo\",1]").statusCode()).isEqualTo(400);

        assertThat(client.poll().body()).isEqualTo("{\"code\":1,\"message\":\"Session ID unknown\"}");
        assertThat(server.closed).isEmpty();
    }
}
