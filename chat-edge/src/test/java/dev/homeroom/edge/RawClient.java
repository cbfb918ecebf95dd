package dev.homeroom.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.contract.RoomId;
import dev.homeroom.edge.wire.RawWebSocket;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A client of which the test says what it brings along, and that answers heartbeats only as long as it is let. */
final class RawClient implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final RawWebSocket socket;
    private final List<String> packets = new CopyOnWriteArrayList<>();
    private volatile boolean answering;
    private volatile boolean pinged;
    private volatile boolean ended;
    private volatile int closeCode;

    private RawClient(RawWebSocket socket, boolean answering) {
        this.socket = socket;
        this.answering = answering;
        Thread.ofVirtual().start(this::read);
    }

    /** Sends the CONNECT; does not wait for its answer. */
    static RawClient open(Edge edge, String token, Map<String, ?> claim, boolean answering) {
        int port = URI.create(edge.address()).getPort();
        RawClient client = new RawClient(
                RawWebSocket.open(port, "/socket.io/?EIO=4&transport=websocket", "User-Agent: raw"), answering);
        ObjectNode auth = JSON.valueToTree(claim);
        client.send("40" + auth.put("token", token));
        return client;
    }

    /** Connected, when it returns. */
    static RawClient connect(Edge edge, String token, Map<String, ?> claim) {
        RawClient client = open(edge, token, claim, true);
        client.welcome();
        return client;
    }

    private void read() {
        try {
            for (RawWebSocket.Frame frame = socket.read(); !frame.isEnd(); frame = socket.read()) {
                take(frame);
            }
        } catch (UncheckedIOException _) {
            // It has been closed, or was quiet for long.
        } finally {
            ended = true;
        }
    }

    private void take(RawWebSocket.Frame frame) {
        if (frame.isClose()) {
            closeCode = frame.closeCode();
            ended = true;
        } else if (frame.text().equals("2")) {
            pinged = true;
            pong();
        } else {
            packets.add(frame.text());
        }
    }

    private void pong() {
        if (answering && pinged) {
            pinged = false;
            send("3");
        }
    }

    /** Answers what heartbeat it has not answered, and all that will come. */
    void answerHeartbeats() {
        answering = true;
        pong();
    }

    void awaitHeartbeat() {
        Awaitility.await().until(() -> pinged);
    }

    void send(String packet) {
        socket.text(packet);
    }

    /** The answer to the CONNECT. */
    JsonNode welcome() {
        return JSON.readTree(await("40").substring(2));
    }

    String privateId() {
        return welcome().path("pid").asString();
    }

    void enter(RoomId room) {
        send("420[\"enter_room\",{\"room\":\"" + room + "\"}]");
        assertThat(await("430")).contains("\"ok\":true");
    }

    private String await(String start) {
        Awaitility.await().until(() -> packets.stream().anyMatch(packet -> packet.startsWith(start)));
        return packets.stream()
                .filter(packet -> packet.startsWith(start))
                .findFirst()
                .orElseThrow();
    }

    /** What was written in rooms, as it came. */
    List<String> messages() {
        return events("new_message")
                .map(event -> event.path(1).path("message").asString())
                .toList();
    }

    private java.util.stream.Stream<JsonNode> events(String name) {
        return packets.stream()
                .filter(packet -> packet.startsWith("42"))
                .map(packet -> JSON.readTree(packet.substring(2)))
                .filter(event -> event.path(0).asString().equals(name));
    }

    List<String> names() {
        return packets.stream()
                .filter(packet -> packet.startsWith("42"))
                .map(packet -> JSON.readTree(packet.substring(2)).path(0).asString())
                .toList();
    }

    /** The token that came with this message. */
    String tokenOf(String message) {
        awaitMessage(message);
        return events("new_message")
                .filter(event -> event.path(1).path("message").asString().equals(message))
                .findFirst()
                .orElseThrow()
                .path(2)
                .asString();
    }

    void awaitMessage(String message) {
        Awaitility.await().untilAsserted(() -> assertThat(messages()).contains(message));
    }

    boolean isEnded() {
        return ended;
    }

    int closeCode() {
        return closeCode;
    }

    void reset() throws IOException {
        socket.reset();
    }

    /** Breaks the connection. */
    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
