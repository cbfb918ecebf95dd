package dev.homeroom.edge;

import static dev.homeroom.edge.Recovering.ask;
import static dev.homeroom.edge.Recovering.assertFresh;
import static dev.homeroom.edge.Recovering.assertRecovered;
import static dev.homeroom.edge.Recovering.messagesOf;
import static dev.homeroom.edge.Recovering.partitionOf;
import static dev.homeroom.edge.Recovering.say;
import static dev.homeroom.edge.TestSchool.student;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.contract.RoomId;
import dev.homeroom.edge.TestSchool.Person;
import dev.homeroom.testing.Backends;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** What an unmodified standard client finds when its connection was lost. */
class RecoveryIntegrationTests {
    private final TestSchool school = SharedEdges.school();

    @RegisterExtension
    private final Clients clients = new Clients(school);

    @RegisterExtension
    private final Recovering recovering = new Recovering(school);

    private final TestEdge one = SharedEdges.one();
    private final TestEdge two = SharedEdges.two();
    private final Person amy = student("Amy");
    private final Person ben = student("Ben");

    @Test
    void recoversIdRoomsAndEveryMissedEventInOrder() {
        RoomId room = school.room("History", amy, ben);
        TestClient bens = clients.entered(one, ben, room);
        SwitchingProxy door = recovering.door(one);
        NodeClient amys = recovering.node();
        String id = recovering.enter(amys, door, amy, room);
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
        SwitchingProxy door = recovering.door(one);
        NodeClient amys = recovering.node();
        String id = recovering.enter(amys, door, amy, room);
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
            SwitchingProxy door = recovering.door(victim);
            NodeClient amys = recovering.node();
            String id = recovering.enter(amys, door, amy, room);
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
        RoomId history = recovering.roomOnPartition(3, amy, ben);
        RoomId maths = recovering.roomOnPartition(7, amy, ben);
        TestClient bens = clients.entered(two, ben, history);
        assertThat(bens.ask("enter_room", "room", maths).path("ok").asBoolean()).isTrue();
        SwitchingProxy door = recovering.door(one);
        NodeClient amys = recovering.node();
        String id = recovering.enter(amys, door, amy, history);
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
    void recoversAClientThatHadSeenNoEvent() {
        RoomId room = school.room("History", amy, ben);
        TestClient bens = clients.entered(one, ben, room);
        clients.entered(one, amy, room); // so that nobody is told of her second connection
        bens.await("user_joined", joined -> joined.text("user").equals("Amy"));
        SwitchingProxy door = recovering.door(one);
        NodeClient amys = recovering.node();
        String id = recovering.enter(amys, door, amy, room);
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
        SwitchingProxy door = recovering.door(one);
        NodeClient amys = recovering.node();
        String id = recovering.connect(amys, door, amy);
        door.leadTo(two);
        door.cut();
        assertRecovered(amys.await("connect", 2), id);
    }

    @Test
    void recoversARoomThatWasQuietWhileTheLogWentOn() {
        RoomId quiet = recovering.roomOnPartition(5, amy, ben);
        RoomId loud = recovering.roomOnPartition(5, amy, ben);
        Map<String, Object> forgetful =
                Map.of("homeroom.edge.fanout.recall-size", "10KB", "homeroom.edge.resume.max-records", 20);
        TestEdge edge = recovering.open(TestEdge.start(forgetful));
        TestClient bens = clients.entered(edge, ben, quiet);
        bens.ask("enter_room", "room", loud);
        SwitchingProxy door = recovering.door(edge);
        NodeClient amys = recovering.node();
        String id = recovering.enter(amys, door, amy, quiet);
        say(bens, quiet, "0");
        amys.awaitMessages("0");
        say(bens, loud, IntStream.range(0, 60).mapToObj(i -> "noise " + i).toArray(String[]::new));
        door.leadTo(recovering.open(TestEdge.start(forgetful)));
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
        TestEdge edge = recovering.open(TestEdge.start(
                Map.of("homeroom.edge.fanout.recall-size", "10KB", "homeroom.edge.resume.max-records", 20)));
        TestClient bens = clients.entered(edge, ben, room);
        SwitchingProxy door = recovering.door(edge);
        NodeClient amys = recovering.node();
        String id = recovering.enter(amys, door, amy, room);
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
    void retriesNeverDoubleAMessage() {
        RoomId room = school.room("History", amy, ben);
        TestClient bens = clients.entered(two, ben, room);
        SwitchingProxy door = recovering.door(one);
        NodeClient amys = recovering.node();
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
        NodeClient unwilling = recovering.node();
        JsonNode welcome = unwilling.connect(one, Map.of("token", school.token(amy), "recovery", false));
        assertThat(welcome.path("pid").isNull()).isTrue();
        ask(unwilling, "enter_room", room);
        say(bens, room, "1");
        unwilling.awaitMessages("1");
        assertThat(unwilling.events("new_message").getFirst()).hasSize(1);
        NodeClient python = recovering.node();
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

    private static void sayBoth(TestClient by, List<String> said, RoomId first, RoomId second, String text) {
        for (RoomId room : List.of(first, second)) {
            String prefixed = (partitionOf(room) == 3 ? "h" : "m") + text;
            say(by, room, prefixed);
            said.add(prefixed);
        }
    }
}
