package dev.homeroom.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.contract.RoomId;
import dev.homeroom.contract.RoomState;
import dev.homeroom.contract.Topics;
import dev.homeroom.edge.TestSchool.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import tools.jackson.databind.JsonNode;

/** What tests of recovered sessions have in common: doors that break, clients behind them, and rooms; closed after each test. */
final class Recovering implements AfterEachCallback {
    /** Of the topics at the shared broker. */
    private static final int PARTITIONS = 12;

    private final TestSchool school;
    private final List<AutoCloseable> opened = new ArrayList<>();

    Recovering(TestSchool school) {
        this.school = school;
    }

    SwitchingProxy door(Edge edge) {
        return open(new SwitchingProxy(edge));
    }

    NodeClient node() {
        return open(NodeClient.start());
    }

    /** A client that does just what it is told. */
    RawClient raw(Edge edge, Person person, Map<String, ?> claim) {
        return open(RawClient.connect(edge, school.token(person), claim));
    }

    <T extends AutoCloseable> T open(T closeable) {
        opened.addFirst(closeable);
        return closeable;
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        closeAll();
    }

    void closeAll() throws Exception {
        for (AutoCloseable each : opened) {
            each.close();
        }
        opened.clear();
    }

    /** @return the socket's id */
    String enter(NodeClient client, Edge edge, Person person, RoomId room) {
        String id = connect(client, edge, person);
        ask(client, "enter_room", room);
        return id;
    }

    String connect(NodeClient client, Edge edge, Person person) {
        return client.connect(edge, Map.of("token", school.token(person)))
                .path("id")
                .asString();
    }

    RoomId roomOnPartition(int partition, Person... people) {
        return Stream.generate(RoomId::create)
                .filter(room -> partitionOf(room) == partition)
                .peek(room -> school.change(
                        room,
                        "Room",
                        RoomState.OPEN,
                        Stream.of(people).map(Person::member).toArray(dev.homeroom.contract.RoomMember[]::new)))
                .findFirst()
                .orElseThrow();
    }

    static int partitionOf(RoomId room) {
        return Topics.partitionOf(room, PARTITIONS);
    }

    static Map<String, Object> noReconnection() {
        return Map.of("transports", List.of("websocket"), "reconnection", false);
    }

    static void assertRecovered(JsonNode connect, String id) {
        assertThat(connect.path("recovered").asBoolean()).as("%s", connect).isTrue();
        assertThat(connect.path("id").asString()).isEqualTo(id);
    }

    static void assertFresh(JsonNode connect, String id) {
        assertThat(connect.path("recovered").asBoolean()).as("%s", connect).isFalse();
        assertThat(connect.path("id").asString()).isNotEqualTo(id);
    }

    static List<String> messagesOf(NodeClient client, RoomId room) {
        return client.events("new_message").stream()
                .map(arguments -> arguments.path(0))
                .filter(message -> message.path("room").asString().equals(room.toString()))
                .map(message -> message.path("message").asString())
                .toList();
    }

    static void say(TestClient by, RoomId room, String... texts) {
        for (String text : texts) {
            JsonNode ack = by.ask("send_message", "room", room, "message", text);
            assertThat(ack.path("ok").asBoolean()).as("%s", ack).isTrue();
        }
    }

    static void ask(NodeClient client, String event, RoomId room) {
        JsonNode ack = client.ask(event, Map.of("room", room.toString()));
        // With retries, the client puts an error in front of what the server answered.
        assertThat(ack.isNull() || ack.path("ok").asBoolean()).as("%s", ack).isTrue();
    }
}
