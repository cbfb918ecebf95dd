package dev.homeroom.edge;

import static dev.homeroom.edge.Clients.code;
import static dev.homeroom.edge.TestSchool.student;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.homeroom.contract.Author;
import dev.homeroom.contract.Cursor;
import dev.homeroom.contract.Decoded;
import dev.homeroom.contract.Position;
import dev.homeroom.contract.RoomEvent;
import dev.homeroom.contract.RoomEventCodec;
import dev.homeroom.contract.RoomId;
import dev.homeroom.contract.Topics;
import dev.homeroom.edge.TestSchool.Person;
import dev.homeroom.testing.Backends;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Messages from one edge to all, spoken by the official Socket.IO client. */
class MessagesIntegrationTests {
    private final TestSchool school = SharedEdges.school();

    @RegisterExtension
    private final Clients clients = new Clients(school);

    private final TestEdge one = SharedEdges.one();
    private final TestEdge two = SharedEdges.two();
    private final Person amy = student("Amy");
    private final Person ben = student("Ben");

    @Test
    void membersOnTwoEdgesSeeAllMessagesInOneOrder() {
        RoomId room = school.room("History", amy, ben);
        TestClient amys = clients.entered(one, amy, room);
        TestClient bens = clients.entered(two, ben, room);
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
        TestClient amys = clients.entered(one, amy, room);
        TestClient bens = clients.entered(two, ben, room);
        UUID clientId = UUID.randomUUID();
        JsonNode ack = amys.ask("send_message", "room", room, "userInput", " 你好 ", "id", clientId);
        assertThat(ack.path("ok").asBoolean()).isTrue();
        TestClient.Event message = bens.await("new_message", _ -> true);
        assertThat(message.argument().propertyNames())
                .containsExactlyInAnyOrder(
                        "id", "room", "user_id", "username", "message", "sent_at", "client_id", "cursor");
        assertThat(message.text("message")).isEqualTo("你好");
        assertThat(message.text("username")).isEqualTo("Amy");
        assertThat(message.text("user_id")).isEqualTo(amy.id().toString());
        assertThat(message.text("client_id")).isEqualTo(clientId.toString());
        assertThat(message.text("room")).isEqualTo(room.toString());
        for (String field : List.of("id", "sent_at", "cursor")) {
            assertThat(message.text(field)).isEqualTo(ack.path(field).asString());
        }
    }

    @Test
    void acksWithThePositionAtWhichTheLogHasTheMessage() {
        RoomId room = school.room("History", amy);
        JsonNode ack = clients.entered(one, amy, room).ask("send_message", "room", room, "message", "hello");
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
    void messageSentTwiceOverTwoEdgesShowsOnce() {
        RoomId room = school.room("History", amy, ben);
        TestClient bens = clients.entered(two, ben, room);
        Object[] message = {"room", room, "message", "once", "id", UUID.randomUUID()};
        JsonNode first = clients.signedIn(one, amy).ask("send_message", message);
        JsonNode second = clients.signedIn(two, amy).ask("send_message", message);
        assertThat(second.path("id")).isEqualTo(first.path("id"));
        clients.signedIn(one, amy).ask("send_message", "room", room, "message", "last");
        bens.await("new_message", event -> event.text("message").equals("last"));
        assertThat(bens.texts("new_message", "message")).containsExactly("once", "last");
    }

    @ParameterizedTest
    @ValueSource(ints = {365, -365})
    void kafkaRefusesAWriterWhoseClockIsFarOff(int days) {
        RoomId room = school.room("History", amy);
        Instant then = Instant.now().plus(Duration.ofDays(days));
        assertThatThrownBy(() -> school.write(new ProducerRecord<>(
                        Topics.MESSAGES,
                        null,
                        then.toEpochMilli(),
                        room.toString().getBytes(UTF_8),
                        new byte[0])))
                .hasRootCauseInstanceOf(InvalidTimestampException.class);
    }

    @Test
    void takesTheLongestMessage() {
        RoomId room = school.room("History", amy);
        String longest = "\uD83D\uDE00".repeat(4000);
        TestClient amys = clients.entered(one, amy, room);
        assertThat(amys.ask("send_message", "room", room, "message", longest)
                        .path("ok")
                        .asBoolean())
                .isTrue();
        assertThat(amys.await("new_message", _ -> true).text("message")).isEqualTo(longest);
    }

    @ParameterizedTest
    @CsvSource({"'   ',empty_message", "LONG,message_too_long"})
    void refusesMessagesThatCannotBe(String text, String code) {
        RoomId room = school.room("History", amy);
        String message = text.equals("LONG") ? "\uD83D\uDE00".repeat(4001) : text;
        assertThat(code(clients.signedIn(one, amy).ask("send_message", "room", room, "message", message)))
                .isEqualTo(code);
    }

    @Test
    void limitsWhatOneConnectionSends() {
        RoomId room = school.room("History", amy);
        Map<String, Object> strict =
                Map.of("homeroom.edge.publish.burst", 5, "homeroom.edge.publish.rate-per-second", 1);
        try (TestEdge limited = TestEdge.start(strict)) {
            TestClient amys = clients.signedIn(limited, amy);
            List<CompletableFuture<JsonNode>> acks = IntStream.range(0, 10)
                    .mapToObj(i -> amys.askLater("send_message", "room", room, "message", "" + i))
                    .toList();
            List<String> codes = acks.stream().map(ack -> code(ack.join())).toList();
            assertThat(codes.subList(0, 5)).containsOnly("");
            assertThat(codes.getLast()).isEqualTo("rate_limited");
        }
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
