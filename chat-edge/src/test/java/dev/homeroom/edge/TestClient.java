package dev.homeroom.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.socket.client.Ack;
import io.socket.client.IO;
import io.socket.client.Socket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.json.JSONException;
import org.json.JSONObject;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The official Socket.IO client for Java, with its events in a list. */
final class TestClient implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final List<String> EVENTS = List.of(
            "new_message",
            "user_joined",
            "user_left",
            "message_removed",
            "room_changed",
            "room_closed",
            "caught_up",
            "message");

    /** One event as it came, and when. */
    record Event(String name, JsonNode argument, Instant arrived) {
        String text(String field) {
            return argument.path(field).asString();
        }
    }

    private final Socket socket;
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final CompletableFuture<JsonNode> connectError = new CompletableFuture<>();

    private TestClient(Socket socket) {
        this.socket = socket;
        for (String event : EVENTS) {
            socket.on(event, arguments -> events.add(new Event(event, json(arguments[0]), Instant.now())));
        }
        socket.on(Socket.EVENT_CONNECT_ERROR, arguments -> {
            if (arguments[0] instanceof JSONObject refusal) { // and not an exception of the transport
                connectError.complete(json(refusal));
            }
        });
    }

    /** Starts to connect, over WebSocket alone. */
    static TestClient open(Edge edge, Map<String, String> auth) {
        IO.Options options = IO.Options.builder()
                .setForceNew(true)
                .setTransports(new String[] {"websocket"})
                .setAuth(auth)
                .build();
        TestClient client = new TestClient(IO.socket(URI.create(edge.address()), options));
        client.socket.connect();
        return client;
    }

    static TestClient connect(Edge edge, Map<String, String> auth) {
        TestClient client = open(edge, auth);
        Awaitility.await().until(client::isConnected);
        return client;
    }

    JsonNode connectError() {
        return connectError.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    /** Whether it is let in, once that has been decided. */
    boolean isConnectedSoon() {
        Awaitility.await().until(() -> isConnected() || connectError.isDone());
        return isConnected();
    }

    boolean isConnected() {
        return socket.connected();
    }

    /** Emits and waits for the ack. */
    JsonNode ask(String event, Object... fields) {
        return askLater(event, fields)
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    CompletableFuture<JsonNode> askLater(String event, Object... fields) {
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        Ack ack = arguments -> answer.complete(json(arguments[0]));
        socket.emit(event, new Object[] {object(fields)}, ack);
        return answer;
    }

    void tell(String event, Object... fields) {
        socket.emit(event, object(fields));
    }

    /** All events of this name so far. */
    List<Event> events(String name) {
        return events.stream().filter(event -> event.name().equals(name)).toList();
    }

    List<String> texts(String name, String field) {
        return events(name).stream().map(event -> event.text(field)).toList();
    }

    /** The plain dialect's strings so far. */
    List<String> plain() {
        return events("message").stream()
                .map(event -> event.argument().asString())
                .toList();
    }

    Event await(String name, Predicate<Event> wanted) {
        Awaitility.await().untilAsserted(() -> assertThat(events(name)).as(name).anyMatch(wanted));
        return events(name).stream().filter(wanted).findFirst().orElseThrow();
    }

    @Override
    public void close() {
        socket.disconnect();
    }

    private static JSONObject object(Object... fields) {
        JSONObject object = new JSONObject();
        try {
            for (int i = 0; i < fields.length; i += 2) {
                object.put(
                        fields[i].toString(),
                        fields[i + 1] instanceof Integer ? fields[i + 1] : fields[i + 1].toString());
            }
        } catch (JSONException e) {
            throw new IllegalStateException(e);
        }
        return object;
    }

    private static JsonNode json(Object argument) {
        return argument instanceof String text
                ? JSON.getNodeFactory().stringNode(text)
                : JSON.readTree(String.valueOf(argument));
    }
}
