package dev.homeroom.edge;

import static dev.homeroom.edge.TestSchool.student;
import static dev.homeroom.edge.TestSchool.teacher;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.contract.Author;
import dev.homeroom.contract.Cursor;
import dev.homeroom.contract.Decoded;
import dev.homeroom.contract.EdgeId;
import dev.homeroom.contract.Position;
import dev.homeroom.contract.PresenceRecord;
import dev.homeroom.contract.PresenceRecordCodec;
import dev.homeroom.contract.RoomEvent;
import dev.homeroom.contract.RoomEventCodec;
import dev.homeroom.contract.RoomId;
import dev.homeroom.contract.RoomMember;
import dev.homeroom.contract.RoomRole;
import dev.homeroom.contract.RoomState;
import dev.homeroom.contract.Topics;
import dev.homeroom.edge.TestSchool.Person;
import dev.homeroom.testing.Backends;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Two edges at one broker, spoken to by the official Socket.IO client. */
class LivePathIntegrationTests {
    private static final Duration GRACE = Duration.ofMillis(500);

    private static TestEdge one;
    private static TestEdge two;
    private static TestSchool school;

    private final Person amy = student("Amy");
    private final Person ben = student("Ben");
    private final Person teacher = teacher("Teacher");
    private final List<TestClient> clients = new ArrayList<>();

    @BeforeAll
    static void start() {
        Map<String, Object> settings = Map.of("homeroom.edge.presence.grace", GRACE.toMillis() + "ms");
        one = TestEdge.start(settings);
        two = TestEdge.start(settings);
        school = new TestSchool(Backends.kafka().bootstrapServers());
    }

    @AfterAll
    static void stop() {
        school.close();
        two.close();
        one.close();
    }

    @AfterEach
    void disconnect() {
        clients.forEach(TestClient::close);
    }

    @Test
    void membersOnTwoEdgesSeeAllMessagesInOneOrder() {
        RoomId room = school.room("History", amy, ben);
        TestClient amys = entered(one, amy, room);
        TestClient bens = entered(two, ben, room);
        IntStream.range(0, 100).forEach(i -> {
            amys.tell("send_message", "room", room, "message", "a" + i);
            bens.tell("send_message", "room", room, "message", "b" + i);
        });
        amys.await("new_message", message -> message.text("message").equals("b99"));
        Awaitility.await().untilAsserted(() -> {
            assertThat(amys.events("new_message")).hasSize(200);
            assertThat(bens.texts("new_message", "message")).isEqualTo(amys.texts("new_message", "message"));
        });
    }

    @Test
    void messageCarriesAllItsFields() {
        RoomId room = school.room("History", amy, ben);
        TestClient amys = entered(one, amy, room);
        TestClient bens = entered(two, ben, room);
        JsonNode ack = amys.ask("send_message", "room", room, "userInput", " 你好 ");
        assertThat(ack.path("ok").asBoolean()).isTrue();
        TestClient.Event message = bens.await("new_message", _ -> true);
        assertThat(message.argument().propertyNames())
                .containsExactlyInAnyOrder("id", "room", "user_id", "username", "message", "sent_at", "cursor");
        assertThat(message.text("message")).isEqualTo("你好");
        assertThat(message.text("username")).isEqualTo("Amy");
        assertThat(message.text("user_id")).isEqualTo(amy.id().toString());
        assertThat(message.text("room")).isEqualTo(room.toString());
        for (String field : List.of("id", "sent_at", "cursor")) {
            assertThat(message.text(field)).isEqualTo(ack.path(field).asString());
        }
    }

    @Test
    void acksWithThePositionAtWhichTheLogHasTheMessage() {
        RoomId room = school.room("History", amy);
        JsonNode ack = entered(one, amy, room).ask("send_message", "room", room, "message", "hello");
        Position position =
                Cursor.parse(ack.path("cursor").asString()).orElseThrow().position();
        ConsumerRecord<byte[], byte[]> entry = recordAt(position);
        assertThat(new String(entry.key(), UTF_8)).isEqualTo(room.toString());
        assertThat(new String(entry.headers().lastHeader("ce_type").value(), UTF_8))
                .isEqualTo("dev.homeroom.room.posted");
        assertThat(RoomEventCodec.decode(entry.value())).isInstanceOfSatisfying(Decoded.Valid.class, valid -> {
            RoomEvent event = (RoomEvent) valid.value();
            assertThat(event.id()).hasToString(ack.path("id").asString());
            assertThat(event.author()).isEqualTo(Author.of(amy.id()));
        });
        assertThat(new String(entry.value(), UTF_8)).doesNotContain("Amy");
    }

    @Test
    void freshEdgeLetsPeopleIntoManyRoomsAtOnce() {
        List<RoomId> rooms = IntStream.range(0, 30)
                .mapToObj(i -> school.room("Room " + i, amy))
                .toList();
        try (TestEdge fresh = TestEdge.start(Map.of())) {
            TestClient amys = client(fresh, amy);
            List<CompletableFuture<JsonNode>> acks = rooms.stream()
                    .map(room -> amys.askLater("enter_room", "room", room))
                    .toList();
            assertThat(acks)
                    .allSatisfy(ack -> assertThat(ack.orTimeout(15, TimeUnit.SECONDS)
                                    .join()
                                    .path("ok")
                                    .asBoolean())
                            .isTrue());
            amys.close();
        }
    }

    @Test
    void tellsTheRoomWhoComesAndGoesOnAnyEdge() {
        RoomId room = school.room("History", amy, ben, teacher);
        TestClient amys = entered(one, amy, room);
        TestClient bens = client(two, ben);
        JsonNode ack = bens.ask("enter_room", "room", room);
        assertThat(names(ack)).containsExactly("Amy", "Ben");
        assertThat(ack.path("title").asString()).isEqualTo("History");
        assertThat(ack.path("role").asString()).isEqualTo("student");
        TestClient.Event joined =
                amys.await("user_joined", event -> event.text("user").equals("Ben"));
        assertThat(joined.text("room_id")).isEqualTo(room.toString());
        assertThat(names(joined.argument())).containsExactly("Amy", "Ben");
        assertThat(bens.ask("leave_room", "room", room).path("ok").asBoolean()).isTrue();
        TestClient.Event left =
                amys.await("user_left", event -> event.text("user").equals("Ben"));
        assertThat(names(left.argument())).containsExactly("Amy");
    }

    @Test
    void reloadShowsNoGoingAndNoComing() {
        RoomId room = school.room("History", amy, ben);
        TestClient amys = entered(one, amy, room);
        TestClient first = entered(two, ben, room);
        amys.await("user_joined", event -> event.text("user").equals("Ben"));
        TestClient second = entered(one, ben, room);
        first.close();
        amys.ask("send_message", "room", room, "message", "still here");
        second.await("new_message", _ -> true);
        Awaitility.await().during(GRACE.multipliedBy(3)).untilAsserted(() -> {
            assertThat(amys.events("user_left")).isEmpty();
            assertThat(amys.texts("user_joined", "user")).containsOnlyOnce("Ben");
        });
    }

    @Test
    void tellsOfPeopleWhoseEdgeDied() {
        RoomId room = school.room("History", amy, ben);
        TestClient amys = entered(one, amy, room);
        EdgeId dead = new EdgeId("dead-" + UUID.randomUUID());
        PresenceRecord list = new PresenceRecord(room, dead, 1, List.of(Author.of(ben.id())), Instant.now());
        int partition = Topics.partitionOf(room, 12);
        byte[] key = list.key().toString().getBytes(UTF_8);
        school.write(new ProducerRecord<>(Topics.PRESENCE, partition, key, PresenceRecordCodec.encode(list)));
        TestClient.Event left =
                amys.await("user_left", event -> event.text("user").equals("Ben"));
        assertThat(names(left.argument())).containsExactly("Amy");
    }

    @Test
    void nobodyCanTellARoomThatIsNotTheirsFromNone() {
        RoomId foreign = school.room("Staff", teacher);
        TestClient amys = client(one, amy);
        for (String event : List.of("enter_room", "send_message")) {
            Object[] more = event.equals("enter_room") ? new Object[0] : new Object[] {"message", "hi"};
            assertThat(amys.ask(event, with(foreign, more))).isEqualTo(amys.ask(event, with(RoomId.create(), more)));
            assertThat(code(amys.ask(event, with(foreign, more)))).isEqualTo("unknown_room");
        }
    }

    @ParameterizedTest
    @CsvSource({"'   ',empty_message", "LONG,message_too_long"})
    void refusesMessagesThatCannotBe(String text, String code) {
        RoomId room = school.room("History", amy);
        String message = text.equals("LONG") ? "\uD83D\uDE00".repeat(4001) : text;
        assertThat(code(client(one, amy).ask("send_message", "room", room, "message", message)))
                .isEqualTo(code);
    }

    @Test
    void takesTheLongestMessage() {
        RoomId room = school.room("History", amy);
        String longest = "\uD83D\uDE00".repeat(4000);
        TestClient amys = entered(one, amy, room);
        assertThat(amys.ask("send_message", "room", room, "message", longest)
                        .path("ok")
                        .asBoolean())
                .isTrue();
        assertThat(amys.await("new_message", _ -> true).text("message")).isEqualTo(longest);
    }

    @Test
    void refusesRequestsThatItDoesNotUnderstand() {
        RoomId room = school.room("History", amy);
        TestClient amys = client(one, amy);
        assertThat(code(amys.ask("enter_room", "room", 7))).isEqualTo("bad_request");
        assertThat(code(amys.ask("enter_room", "room", room, "colour", "red"))).isEqualTo("bad_request");
        assertThat(code(amys.ask("applaud"))).isEqualTo("bad_request");
        assertThat(amys.ask("enter_room", "room", room).path("ok").asBoolean()).isTrue();
    }

    @Test
    void letsNobodyInWithoutAGoodToken() {
        assertThat(refusal(Map.of())).isEqualTo("not_signed_in");
        assertThat(refusal(Map.of("token", "forged"))).isEqualTo("token_invalid");
        assertThat(refusal(Map.of("token", school.token(amy, Duration.ofSeconds(-1)))))
                .isEqualTo("token_expired");
    }

    @Test
    void endsAConnectionWhoseTokenHasRunOut() {
        RoomId room = school.room("History", amy);
        TestClient amys = keep(TestClient.connect(one, Map.of("token", school.token(amy, Duration.ofSeconds(3)))));
        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(code(amys.ask("enter_room", "room", room))).isEqualTo("token_expired"));
        Awaitility.await().until(() -> !amys.isConnected());
    }

    @Test
    void resumesOnAnotherEdgeWithoutGapOrDuplicate() {
        RoomId room = school.room("History", amy, ben);
        TestClient amys = entered(one, amy, room);
        TestClient bens = entered(one, ben, room);
        amys.ask("send_message", "room", room, "message", "0");
        String cursor = bens.await("new_message", _ -> true).text("cursor");
        bens.close();
        IntStream.range(1, 300).forEach(i -> amys.ask("send_message", "room", room, "message", "" + i));
        CompletableFuture<Void> meanwhile = CompletableFuture.runAsync(() ->
                IntStream.range(300, 600).forEach(i -> amys.ask("send_message", "room", room, "message", "" + i)));
        TestClient again = client(two, ben);
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
    void saysWhenItCannotResume() {
        RoomId room = school.room("History", amy);
        TestClient amys = client(one, amy);
        String foreign = new Cursor(new Position(UUID.randomUUID(), Topics.partitionOf(room, 12), 3)).text();
        JsonNode ack = amys.ask("enter_room", "room", room, "cursor", foreign);
        assertThat(ack.path("ok").asBoolean()).isTrue();
        assertThat(ack.path("resumed").asBoolean(true)).isFalse();
        amys.ask("send_message", "room", room, "message", "live");
        amys.await("new_message", message -> message.text("message").equals("live"));
    }

    @Test
    void messageSentTwiceOverTwoEdgesShowsOnce() {
        RoomId room = school.room("History", amy, ben);
        TestClient bens = entered(two, ben, room);
        Object[] message = {"room", room, "message", "once", "id", UUID.randomUUID()};
        JsonNode first = client(one, amy).ask("send_message", message);
        JsonNode second = client(two, amy).ask("send_message", message);
        assertThat(second.path("id")).isEqualTo(first.path("id"));
        client(one, amy).ask("send_message", "room", room, "message", "last");
        bens.await("new_message", event -> event.text("message").equals("last"));
        assertThat(bens.texts("new_message", "message")).containsExactly("once", "last");
    }

    @Test
    void muteAndLockAreInForceWithinASecond() {
        RoomId room = school.room("History", amy, teacher);
        TestClient amys = entered(one, amy, room);
        RoomMember muted = new RoomMember(amy.id(), "Amy", RoomRole.STUDENT, true, false);
        school.change(room, "History", RoomState.OPEN, muted, teacher.member());
        within1s(() -> assertThat(code(amys.ask("send_message", "room", room, "message", "hi")))
                .isEqualTo("muted"));
        school.change(room, "History", RoomState.LOCKED, amy.member(), teacher.member());
        within1s(() -> assertThat(code(amys.ask("send_message", "room", room, "message", "hi")))
                .isEqualTo("room_locked"));
        assertThat(amys.texts("room_changed", "state")).containsExactly("open", "locked");
        TestClient teachers = client(two, teacher);
        assertThat(teachers.ask("send_message", "room", room, "message", "I can")
                        .path("ok")
                        .asBoolean())
                .isTrue();
        amys.await("new_message", message -> message.text("message").equals("I can"));
    }

    @Test
    void removedMemberHearsNothingMore() {
        RoomId room = school.room("History", amy, ben);
        TestClient amys = entered(one, amy, room);
        TestClient bens = entered(two, ben, room);
        RoomMember former = new RoomMember(amy.id(), "Amy", RoomRole.STUDENT, false, true);
        school.change(room, "History", RoomState.OPEN, former, ben.member());
        assertThat(amys.await("room_closed", _ -> true).text("reason")).isEqualTo("removed");
        bens.ask("send_message", "room", room, "message", "without you");
        bens.await("new_message", _ -> true);
        assertThat(amys.events("new_message")).isEmpty();
        assertThat(code(amys.ask("enter_room", "room", room))).isEqualTo("unknown_room");
        bens.await("user_left", event -> event.text("user").equals("Amy"));
    }

    @Test
    void limitsWhatOneConnectionSends() {
        RoomId room = school.room("History", amy);
        Map<String, Object> strict =
                Map.of("homeroom.edge.publish.burst", 5, "homeroom.edge.publish.rate-per-second", 1);
        try (TestEdge limited = TestEdge.start(strict)) {
            TestClient amys = client(limited, amy);
            List<String> codes = IntStream.range(0, 10)
                    .mapToObj(i -> code(amys.ask("send_message", "room", room, "message", "" + i)))
                    .toList();
            assertThat(codes.subList(0, 5)).containsOnly("");
            assertThat(codes.getLast()).isEqualTo("rate_limited");
        }
    }

    private static void within1s(Runnable assertion) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(1))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(assertion::run);
    }

    private TestClient client(TestEdge edge, Person person) {
        return keep(TestClient.connect(edge, Map.of("token", school.token(person))));
    }

    private TestClient keep(TestClient client) {
        clients.add(client);
        return client;
    }

    private TestClient entered(TestEdge edge, Person person, RoomId room) {
        TestClient client = client(edge, person);
        JsonNode ack = client.ask("enter_room", "room", room);
        assertThat(ack.path("ok").asBoolean()).as("%s", ack).isTrue();
        return client;
    }

    private String refusal(Map<String, String> auth) {
        JsonNode error = keep(TestClient.open(one, auth)).connectError();
        assertThat(error.path("message").asString()).isEqualTo("not signed in");
        return error.path("data").path("code").asString();
    }

    private static Object[] with(RoomId room, Object... more) {
        List<Object> fields = new ArrayList<>(List.of("room", room));
        fields.addAll(List.of(more));
        return fields.toArray();
    }

    private static String code(JsonNode ack) {
        return ack.path("error").path("code").asString("");
    }

    private static List<String> names(JsonNode json) {
        return json.path("users").valueStream().map(JsonNode::asString).toList();
    }

    private static ConsumerRecord<byte[], byte[]> recordAt(Position position) {
        Map<String, Object> settings =
                new HashMap<>(Map.of("bootstrap.servers", Backends.kafka().bootstrapServers()));
        TopicPartition partition = new TopicPartition(Topics.MESSAGES, position.partition());
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seek(partition, position.offset());
            return consumer.poll(Duration.ofSeconds(10)).records(partition).getFirst();
        }
    }
}
