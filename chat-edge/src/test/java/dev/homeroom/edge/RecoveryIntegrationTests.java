package dev.homeroom.edge;

import static dev.homeroom.edge.TestSchool.student;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.contract.RoomId;
import dev.homeroom.contract.RoomState;
import dev.homeroom.contract.Topics;
import dev.homeroom.edge.TestSchool.Person;
import dev.homeroom.testing.Backends;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** What an unmodified standard client finds when its connection was lost. */
class RecoveryIntegrationTests {
    private final TestSchool school = SharedEdges.school();

    @RegisterExtension
    private final Clients clients = new Clients(school);

    private final TestEdge one = SharedEdges.one();
    private final TestEdge two = SharedEdges.two();
    private final Person amy = student("Amy");
    private final Person ben = student("Ben");
    private final List<AutoCloseable> opened = new ArrayList<>();

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable each : opened) {
            each.close();
        }
    }

    @Test
    void recoversIdRoomsAndEveryMissedEventInOrder() {
        RoomId room = school.room("History", amy, ben);
        TestClient bens = clients.entered(one, ben, room);
        SwitchingProxy door = door(one);
        NodeClient amys = node();
        String id = enter(amys, door, amy, room);
        say(bens, room, "0");
        amys.awaitMessages("0");
        door.shut();
        amys.await("disconnect", 1);
        say(bens, room, "1", "2", "3");
        door.open();
        assertRecovered(amys.await("connect", 2), id);
        amys.awaitMessages("0", "1", "2", "3");
        say(bens, room, "4");
        amys.awaitMessages("0", "1", "2", "3", "4");
        assertThat(amys.events("new_message"))
                .allSatisfy(arguments -> assertThat(arguments.path(1).asString())
                        .isEqualTo(arguments.path(0).path("cursor").asString()));
        assertThat(amys.ask("send_message", Map.of("room", room.toString(), "message", "5"))
                        .path("ok")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void recoversOnAnotherEdge() {
        RoomId room = school.room("History", amy, ben);
        TestClient bens = clients.entered(one, ben, room);
        SwitchingProxy door = door(one);
        NodeClient amys = node();
        String id = enter(amys, door, amy, room);
        say(bens, room, "0");
        amys.awaitMessages("0");
        door.leadTo(two);
        for (int drop = 1; drop <= 3; drop++) {
            door.shut();
            amys.await("disconnect", drop);
            say(bens, room, "" + drop);
            door.open();
            assertRecovered(amys.await("connect", drop + 1), id);
            door.leadTo(drop % 2 == 0 ? two : one);
            amys.awaitMessages(
                    IntStream.rangeClosed(0, drop).mapToObj(Integer::toString).toArray(String[]::new));
        }
    }

    @Test
    void recoversWhenItsEdgeWasKilled() throws IOException {
        RoomId room = school.room("History", amy, ben);
        TestClient bens = clients.entered(one, ben, room);
        try (EdgeProcess victim = EdgeProcess.start(Backends.kafka().bootstrapServers())) {
            SwitchingProxy door = door(victim);
            NodeClient amys = node();
            String id = enter(amys, door, amy, room);
            say(bens, room, "0");
            amys.awaitMessages("0");
            door.leadTo(one);
            victim.kill();
            say(bens, room, "1", "2");
            assertRecovered(amys.await("connect", 2), id);
            amys.awaitMessages("0", "1", "2");
        }
    }

    @Test
    void recoversTwoRoomsOnTwoPartitions() {
        RoomId history = roomOnPartition(3);
        RoomId maths = roomOnPartition(7);
        TestClient bens = clients.entered(two, ben, history);
        assertThat(bens.ask("enter_room", "room", maths).path("ok").asBoolean()).isTrue();
        SwitchingProxy door = door(one);
        NodeClient amys = node();
        String id = enter(amys, door, amy, history);
        ask(amys, "enter_room", maths);
        List<String> said = new ArrayList<>();
        for (int drop = 1; drop <= 4; drop++) {
            // The last event that she gets before the drop is now of the one room, now of the other.
            RoomId first = drop % 2 == 0 ? history : maths;
            RoomId second = drop % 2 == 0 ? maths : history;
            sayBoth(bens, said, first, second, drop + "a");
            Awaitility.await().untilAsserted(() -> assertThat(amys.messages()).hasSameSizeAs(said));
            door.leadTo(drop % 2 == 0 ? one : two);
            door.shut();
            amys.await("disconnect", drop);
            sayBoth(bens, said, second, first, drop + "b");
            door.open();
            assertRecovered(amys.await("connect", drop + 1), id);
            Awaitility.await().untilAsserted(() -> assertThat(amys.messages()).hasSameSizeAs(said));
        }
        assertThat(messagesOf(amys, history))
                .isEqualTo(said.stream().filter(text -> text.startsWith("h")).toList());
        assertThat(messagesOf(amys, maths))
                .isEqualTo(said.stream().filter(text -> text.startsWith("m")).toList());
    }

    @Test
    void recoversFromASecondDropRightAfterTheFirst() {
        RoomId room = school.room("History", amy, ben);
        TestClient bens = clients.entered(one, ben, room);
        SwitchingProxy door = door(one);
        NodeClient amys = node();
        String id = enter(amys, door, amy, room);
        say(bens, room, "0");
        amys.awaitMessages("0");
        door.shut();
        amys.await("disconnect", 1);
        say(bens, room, IntStream.range(1, 200).mapToObj(Integer::toString).toArray(String[]::new));
        amys.command("dropAtNextConnect");
        door.leadTo(two);
        door.open();
        assertRecovered(amys.await("connect", 2), id);
        assertRecovered(amys.await("connect", 3), id);
        amys.awaitMessages(IntStream.range(0, 200).mapToObj(Integer::toString).toArray(String[]::new));
    }

    @Test
    void recoversTwoRoomsFromDropsInTheMidstOfALongReplay() {
        RoomId history = roomOnPartition(3);
        RoomId maths = roomOnPartition(7);
        TestClient bens = clients.entered(one, ben, history);
        bens.ask("enter_room", "room", maths);
        SwitchingProxy door = door(one);
        NodeClient amys = node();
        String id = enter(amys, door, amy, history);
        ask(amys, "enter_room", maths);
        door.shut();
        amys.await("disconnect", 1);
        List<String> texts = IntStream.range(0, 200).mapToObj(Integer::toString).toList();
        for (RoomId room : List.of(history, maths)) {
            texts.stream()
                    .map(text -> bens.askLater("send_message", "room", room, "message", text))
                    .toList()
                    .forEach(CompletableFuture::join);
        }
        door.breakAfter(30_001);
        door.open();
        for (int drop = 2; drop <= 4; drop++) {
            assertRecovered(amys.await("connect", drop), id);
            door.leadTo(drop % 2 == 0 ? two : one);
            amys.await("disconnect", drop);
        }
        door.breakAfter(Long.MAX_VALUE);
        Awaitility.await().untilAsserted(() -> assertThat(amys.messages()).hasSizeGreaterThanOrEqualTo(400));
        assertThat(messagesOf(amys, history)).isEqualTo(texts);
        assertThat(messagesOf(amys, maths)).isEqualTo(texts);
    }

    @Test
    void recoversFromDropsInTheMidstOfALongReplay() {
        RoomId room = school.room("History", amy, ben);
        TestClient bens = clients.entered(one, ben, room);
        SwitchingProxy door = door(one);
        NodeClient amys = node();
        String id = enter(amys, door, amy, room);
        say(bens, room, "0");
        amys.awaitMessages("0");
        door.shut();
        amys.await("disconnect", 1);
        List<String> texts = IntStream.range(0, 700).mapToObj(Integer::toString).toList();
        texts.stream()
                .skip(1)
                .map(text -> bens.askLater("send_message", "room", room, "message", text))
                .toList()
                .forEach(CompletableFuture::join);
        door.breakAfter(70_001);
        door.open();
        for (int drop = 2; drop <= 4; drop++) {
            assertRecovered(amys.await("connect", drop), id);
            door.leadTo(drop % 2 == 0 ? two : one);
            amys.await("disconnect", drop);
        }
        door.breakAfter(Long.MAX_VALUE);
        amys.awaitMessages(texts.toArray(String[]::new));
    }

    @Test
    void recoversAClientThatHadSeenNoEvent() {
        RoomId room = school.room("History", amy, ben);
        TestClient bens = clients.entered(one, ben, room);
        clients.entered(one, amy, room); // so that nobody is told of her second connection
        bens.await("user_joined", joined -> joined.text("user").equals("Amy"));
        SwitchingProxy door = door(one);
        NodeClient amys = node();
        String id = enter(amys, door, amy, room);
        door.leadTo(two);
        door.shut();
        amys.await("disconnect", 1);
        assertThat(amys.lines("event")).isEmpty();
        say(bens, room, "1", "2");
        door.open();
        assertRecovered(amys.await("connect", 2), id);
        amys.awaitMessages("1", "2");
    }

    @Test
    void recoversAClientThatWasInNoRoom() {
        SwitchingProxy door = door(one);
        NodeClient amys = node();
        String id = connect(amys, door, amy);
        door.leadTo(two);
        door.cut();
        assertRecovered(amys.await("connect", 2), id);
    }

    @Test
    void recoversARoomThatWasQuietWhileTheLogWentOn() {
        RoomId quiet = roomOnPartition(5);
        RoomId loud = roomOnPartition(5);
        Map<String, Object> forgetful =
                Map.of("homeroom.edge.fanout.recall-size", "10KB", "homeroom.edge.resume.max-records", 20);
        TestEdge edge = open(TestEdge.start(forgetful));
        TestClient bens = clients.entered(edge, ben, quiet);
        bens.ask("enter_room", "room", loud);
        SwitchingProxy door = door(edge);
        NodeClient amys = node();
        String id = enter(amys, door, amy, quiet);
        say(bens, quiet, "0");
        amys.awaitMessages("0");
        say(bens, loud, IntStream.range(0, 60).mapToObj(i -> "noise " + i).toArray(String[]::new));
        door.leadTo(open(TestEdge.start(forgetful)));
        door.shut();
        amys.await("disconnect", 1);
        say(bens, quiet, "1");
        door.open();
        assertRecovered(amys.await("connect", 2), id);
        amys.awaitMessages("0", "1");
    }

    @Test
    void beginsAfreshWhereTooMuchWasMissed() {
        RoomId room = school.room("History", amy, ben);
        TestEdge edge = open(TestEdge.start(
                Map.of("homeroom.edge.fanout.recall-size", "10KB", "homeroom.edge.resume.max-records", 20)));
        TestClient bens = clients.entered(edge, ben, room);
        SwitchingProxy door = door(edge);
        NodeClient amys = node();
        String id = enter(amys, door, amy, room);
        door.shut();
        amys.await("disconnect", 1);
        say(bens, room, IntStream.range(0, 60).mapToObj(Integer::toString).toArray(String[]::new));
        door.open();
        assertFresh(amys.await("connect", 2), id);
        assertThat(amys.messages()).isEmpty();
        // What she brings along from the session before says nothing of this one.
        ask(amys, "enter_room", room);
        String second = amys.lines("connect").getLast().path("id").asString();
        door.shut();
        amys.await("disconnect", 2);
        say(bens, room, "60");
        door.open();
        assertRecovered(amys.await("connect", 3), second);
        amys.awaitMessages("60");
    }

    @Test
    void takesOverAHalfOpenConnection() {
        RoomId room = school.room("History", amy, ben);
        TestClient bens = clients.entered(one, ben, room);
        NodeClient first = node();
        JsonNode welcome = first.connect(one, Map.of("token", school.token(amy)), noReconnection());
        ask(first, "enter_room", room);
        NodeClient second = node();
        JsonNode back = second.connect(
                two,
                Map.of("token", school.token(amy), "pid", welcome.path("pid").asString()),
                noReconnection());
        assertThat(back.path("id")).isEqualTo(welcome.path("id"));
        first.await("disconnect", 1);
        say(bens, room, "1");
        second.awaitMessages("1");
        assertThat(first.messages()).isEmpty();
    }

    @Test
    void anotherPersonsPrivateIdIsWorthNothing() {
        RoomId room = school.room("History", amy, ben);
        NodeClient amys = node();
        JsonNode welcome = amys.connect(one, Map.of("token", school.token(amy)), noReconnection());
        ask(amys, "enter_room", room);
        NodeClient bens = node();
        JsonNode bensWelcome = bens.connect(
                two,
                Map.of("token", school.token(ben), "pid", welcome.path("pid").asString()),
                noReconnection());
        assertThat(bensWelcome.path("id")).isNotEqualTo(welcome.path("id"));
        assertThat(bensWelcome.path("pid")).isNotEqualTo(welcome.path("pid"));
        ask(amys, "leave_room", room); // hers goes on
    }

    @Test
    void checksMembershipAgain() {
        RoomId room = school.room("History", amy, ben);
        RoomId other = school.room("Maths", amy, ben);
        TestClient bens = clients.entered(one, ben, room);
        bens.ask("enter_room", "room", other);
        SwitchingProxy door = door(one);
        NodeClient amys = node();
        String id = enter(amys, door, amy, room);
        ask(amys, "enter_room", other);
        door.leadTo(two);
        door.shut();
        amys.await("disconnect", 1);
        school.change(room, "History", RoomState.OPEN, ben.member());
        say(bens, room, "not for amy");
        say(bens, other, "for amy");
        door.open();
        assertRecovered(amys.await("connect", 2), id);
        amys.await(line -> line.path("event").asString().equals("room_closed"));
        amys.awaitMessages("for amy");
    }

    @Test
    void aSessionEndsWithItsTime() {
        RoomId room = school.room("History", amy);
        TestEdge edge = open(TestEdge.start(Map.of("homeroom.edge.recovery.window", "200ms")));
        SwitchingProxy door = door(edge);
        NodeClient amys = node();
        String id = enter(amys, door, amy, room);
        door.shut();
        amys.await("disconnect", 1);
        Awaitility.await().pollDelay(Duration.ofMillis(500)).until(() -> true);
        door.open();
        assertFresh(amys.await("connect", 2), id);
    }

    @Test
    void aSessionEndsWhenItsClientLeaves() {
        RoomId room = school.room("History", amy);
        NodeClient first = node();
        JsonNode welcome = first.connect(one, Map.of("token", school.token(amy)), noReconnection());
        ask(first, "enter_room", room);
        first.command("disconnect");
        first.await("disconnect", 1);
        Map<String, String> auth =
                Map.of("token", school.token(amy), "pid", welcome.path("pid").asString());
        Awaitility.await().untilAsserted(() -> {
            JsonNode back = node().connect(two, auth, noReconnection());
            assertThat(back.path("id")).isNotEqualTo(welcome.path("id"));
        });
    }

    @Test
    void retriesNeverDoubleAMessage() {
        RoomId room = school.room("History", amy, ben);
        TestClient bens = clients.entered(two, ben, room);
        SwitchingProxy door = door(one);
        NodeClient amys = node();
        amys.connect(
                door,
                Map.of("token", school.token(amy)),
                Map.of("transports", List.of("websocket"), "retries", 1_000, "ackTimeout", 40));
        List<String> texts = IntStream.range(0, 30).mapToObj(Integer::toString).toList();
        ask(amys, "enter_room", room);
        for (String text : texts) {
            amys.tell(
                    "send_message",
                    Map.of(
                            "room",
                            room.toString(),
                            "message",
                            text,
                            "id",
                            UUID.randomUUID().toString()));
            if (text.equals("10") || text.equals("20")) {
                door.leadTo(text.equals("10") ? two : one);
                door.cut();
            }
        }
        bens.await("new_message", message -> message.text("message").equals("29"));
        assertThat(bens.texts("new_message", "message")).isEqualTo(texts);
    }

    @Test
    void clientsThatDoNotWantTokensGetNone() {
        RoomId room = school.room("History", amy, ben);
        TestClient bens = clients.entered(one, ben, room);
        NodeClient unwilling = node();
        JsonNode welcome = unwilling.connect(one, Map.of("token", school.token(amy), "recovery", false));
        assertThat(welcome.path("pid").isNull()).isTrue();
        ask(unwilling, "enter_room", room);
        say(bens, room, "1");
        unwilling.awaitMessages("1");
        assertThat(unwilling.events("new_message").getFirst()).hasSize(1);
        NodeClient python = node();
        JsonNode pythons = python.connect(
                one,
                Map.of("token", school.token(amy)),
                Map.of(
                        "transports",
                        List.of("websocket"),
                        "extraHeaders",
                        Map.of("User-Agent", "Python/3.11 aiohttp/3.8.4")));
        assertThat(pythons.path("pid").isNull()).isTrue();
    }

    private static Map<String, Object> noReconnection() {
        return Map.of("transports", List.of("websocket"), "reconnection", false);
    }

    private static void assertRecovered(JsonNode connect, String id) {
        assertThat(connect.path("recovered").asBoolean()).as("%s", connect).isTrue();
        assertThat(connect.path("id").asString()).isEqualTo(id);
    }

    private static void assertFresh(JsonNode connect, String id) {
        assertThat(connect.path("recovered").asBoolean()).as("%s", connect).isFalse();
        assertThat(connect.path("id").asString()).isNotEqualTo(id);
    }

    private RoomId roomOnPartition(int partition) {
        return Stream.generate(RoomId::create)
                .filter(room -> Topics.partitionOf(room, 12) == partition)
                .peek(room -> school.change(room, "Room", RoomState.OPEN, amy.member(), ben.member()))
                .findFirst()
                .orElseThrow();
    }

    private void sayBoth(TestClient by, List<String> said, RoomId first, RoomId second, String text) {
        for (RoomId room : List.of(first, second)) {
            String prefixed = (Topics.partitionOf(room, 12) == 3 ? "h" : "m") + text;
            say(by, room, prefixed);
            said.add(prefixed);
        }
    }

    private static List<String> messagesOf(NodeClient client, RoomId room) {
        return client.events("new_message").stream()
                .map(arguments -> arguments.path(0))
                .filter(message -> message.path("room").asString().equals(room.toString()))
                .map(message -> message.path("message").asString())
                .toList();
    }

    private static void say(TestClient by, RoomId room, String... texts) {
        for (String text : texts) {
            JsonNode ack = by.ask("send_message", "room", room, "message", text);
            assertThat(ack.path("ok").asBoolean()).as("%s", ack).isTrue();
        }
    }

    /** @return the socket's id */
    private String enter(NodeClient client, Edge edge, Person person, RoomId room) {
        String id = connect(client, edge, person);
        ask(client, "enter_room", room);
        return id;
    }

    private String connect(NodeClient client, Edge edge, Person person) {
        return client.connect(edge, Map.of("token", school.token(person)))
                .path("id")
                .asString();
    }

    private static void ask(NodeClient client, String event, RoomId room) {
        JsonNode ack = client.ask(event, Map.of("room", room.toString()));
        // With retries, the client puts an error in front of what the server answered.
        assertThat(ack.isNull() || ack.path("ok").asBoolean()).as("%s", ack).isTrue();
    }

    private SwitchingProxy door(Edge edge) {
        return open(new SwitchingProxy(edge));
    }

    private NodeClient node() {
        return open(NodeClient.start());
    }

    private <T extends AutoCloseable> T open(T closeable) {
        opened.addFirst(closeable);
        return closeable;
    }
}
