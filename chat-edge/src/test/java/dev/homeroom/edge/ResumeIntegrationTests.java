package dev.homeroom.edge;

import static dev.homeroom.edge.TestSchool.student;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.contract.Cursor;
import dev.homeroom.contract.Position;
import dev.homeroom.contract.RoomId;
import dev.homeroom.contract.Topics;
import dev.homeroom.edge.TestSchool.Person;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Coming back with a cursor. */
class ResumeIntegrationTests {
    private final TestSchool school = SharedEdges.school();

    @RegisterExtension
    private final Clients clients = new Clients(school);

    private final TestEdge one = SharedEdges.one();
    private final TestEdge two = SharedEdges.two();
    private final Person amy = student("Amy");
    private final Person ben = student("Ben");

    @Test
    void resumesOnAnotherEdgeWithoutGapOrDuplicate() {
        RoomId room = school.room("History", amy, ben);
        TestClient amys = clients.entered(one, amy, room);
        TestClient bens = clients.entered(one, ben, room);
        amys.ask("send_message", "room", room, "message", "0");
        String cursor = bens.await("new_message", _ -> true).text("cursor");
        bens.close();
        IntStream.range(1, 300).forEach(i -> amys.ask("send_message", "room", room, "message", "" + i));
        CompletableFuture<Void> meanwhile = CompletableFuture.runAsync(() ->
                IntStream.range(300, 600).forEach(i -> amys.ask("send_message", "room", room, "message", "" + i)));
        TestClient again = clients.signedIn(two, ben);
        JsonNode ack = again.ask("enter_room", "room", room, "cursor", cursor);
        assertThat(ack.path("resumed").asBoolean()).isTrue();
        meanwhile.join();
        again.await("new_message", message -> message.text("message").equals("599"));
        assertThat(again.texts("new_message", "message"))
                .containsExactlyElementsOf(
                        IntStream.range(1, 600).mapToObj(Integer::toString).toList());
        assertThat(again.events("caught_up")).hasSize(1);
    }

    @Test
    void resumesFromMemoryWithFarMoreThanMayBeQueued() {
        String chinese = "\u6587".repeat(3_990);
        Map<String, Object> settings = Map.of("homeroom.edge.socket.max-queued", "256KB");
        try (TestEdge edge = TestEdge.start(settings)) {
            RoomId room = school.room("History", amy, ben);
            String cursor = clients.signedIn(edge, ben)
                    .ask("enter_room", "room", room)
                    .path("cursor")
                    .asString();
            List<String> texts =
                    IntStream.range(0, 80).mapToObj(i -> chinese + i).toList();
            texts.forEach(text -> school.post(room, amy, text));
            TestClient again = clients.signedIn(edge, ben);
            JsonNode ack = again.ask("enter_room", "room", room, "cursor", cursor);
            assertThat(ack.path("resumed").asBoolean()).isTrue();
            again.await("caught_up", _ -> true);
            assertThat(again.texts("new_message", "message")).isEqualTo(texts);
            assertThat(again.isConnected()).isTrue();
        }
    }

    /** As a client does whose patience ends before the server's, on a connection that has only been slow. */
    @Test
    void tellsOnceAndSaysSoOnlyThenHoweverOftenItIsAskedMeanwhile() {
        String chinese = "\u6587".repeat(3_990);
        try (TestEdge edge = TestEdge.start(Map.of("homeroom.edge.socket.max-queued", "64KB"))) {
            RoomId room = school.room("History", amy, ben);
            String cursor = clients.signedIn(edge, ben)
                    .ask("enter_room", "room", room)
                    .path("cursor")
                    .asString();
            List<String> texts =
                    IntStream.range(0, 300).mapToObj(i -> chinese + i).toList();
            texts.forEach(text -> school.post(room, amy, text));
            TestClient again = clients.signedIn(edge, ben);
            List<CompletableFuture<JsonNode>> acks = IntStream.range(0, 4)
                    .mapToObj(_ -> again.askLater("enter_room", "room", room, "cursor", cursor))
                    .toList();
            again.await("caught_up", _ -> true);
            assertThat(again.texts("new_message", "message")).isEqualTo(texts);
            assertThat(acks.getLast().join().path("resumed").asBoolean()).isTrue();
            assertThat(acks).allSatisfy(ack -> assertThat(ack).succeedsWithin(60, TimeUnit.SECONDS));
            again.ask("send_message", "room", room, "message", "live");
            again.await("new_message", message -> message.text("message").equals("live"));
            assertThat(again.texts("new_message", "message")).hasSize(texts.size() + 1);
            assertThat(again.events("caught_up")).hasSize(1);
        }
    }

    @Test
    void saysWhenItCannotResume() {
        RoomId room = school.room("History", amy);
        TestClient amys = clients.signedIn(one, amy);
        String foreign = new Cursor(new Position(UUID.randomUUID(), Topics.partitionOf(room, 12), 3)).text();
        JsonNode ack = amys.ask("enter_room", "room", room, "cursor", foreign);
        assertThat(ack.path("ok").asBoolean()).isTrue();
        assertThat(ack.path("resumed").asBoolean(true)).isFalse();
        amys.ask("send_message", "room", room, "message", "live");
        amys.await("new_message", message -> message.text("message").equals("live"));
    }

    @Test
    void freshEdgeLetsPeopleIntoManyRoomsAtOnce() {
        List<RoomId> rooms = IntStream.range(0, 30)
                .mapToObj(i -> school.room("Room " + i, amy))
                .toList();
        try (TestEdge fresh = TestEdge.start(Map.of())) {
            TestClient amys = clients.signedIn(fresh, amy);
            List<CompletableFuture<JsonNode>> acks = rooms.stream()
                    .map(room -> amys.askLater("enter_room", "room", room))
                    .toList();
            assertThat(acks)
                    .allSatisfy(ack -> assertThat(ack.orTimeout(60, TimeUnit.SECONDS)
                                    .join()
                                    .path("ok")
                                    .asBoolean())
                            .isTrue());
            amys.close();
        }
    }
}
