package dev.homeroom.archiver.outbox;

import static dev.homeroom.testing.Promptness.A_SECOND;
import static dev.homeroom.testing.Promptness.within;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.homeroom.archiver.Api;
import dev.homeroom.archiver.RunningArchiver;
import dev.homeroom.archiver.TopicContents;
import dev.homeroom.contract.AccountId;
import dev.homeroom.contract.Decoded;
import dev.homeroom.contract.RoomId;
import dev.homeroom.contract.RoomMember;
import dev.homeroom.contract.RoomRecord;
import dev.homeroom.contract.RoomRecordCodec;
import dev.homeroom.contract.RoomRole;
import dev.homeroom.contract.RoomState;
import dev.homeroom.contract.Topics;
import dev.homeroom.testing.Backends;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes get to Kafka. */
class OutboxIntegrationTests extends RunningArchiver {
    @Autowired
    private Outbox outbox;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    private static Map<RoomId, RoomRecord> published() {
        return TopicContents.rooms(Backends.kafka().bootstrapServers());
    }

    private static RoomRecord published(RoomId room) {
        Map<RoomId, RoomRecord> rooms = published();
        assertThat(rooms).containsKey(room); // else whoever awaits it is told to wait
        return Objects.requireNonNull(rooms.get(room));
    }

    private String idOf(String username) {
        return as(username).get("/api/me").json().path("id").asString();
    }

    private RoomId newRoom(String title) {
        return RoomId.parse(as("teacher")
                .post("/api/rooms", Map.of("title", title, "members", List.of(idOf("amy"))))
                .expect(201)
                .json()
                .path("id")
                .asString());
    }

    @Test
    void publishesNewRoomWithinASecond() {
        within(A_SECOND, () -> {
            RoomId room = newRoom("Fresh");
            Instant made = Instant.now();
            await().until(() -> published().containsKey(room));
            return Duration.between(made, publishedAt(room));
        });
    }

    /** When Kafka was given the room's first record. */
    private static Instant publishedAt(RoomId room) {
        return TopicContents.all(Backends.kafka().bootstrapServers(), Topics.ROOMS).stream()
                .filter(record -> new String(record.key(), UTF_8).equals(room.toString()))
                .map(record -> Instant.ofEpochMilli(record.timestamp()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void publishesAllThatEdgesHaveToKnowOfARoom() {
        RoomId room = newRoom("Fresh");

        await().until(() -> published().containsKey(room));
        RoomRecord record = published(room);
        assertThat(record.title()).isEqualTo("Fresh");
        assertThat(record.state()).isEqualTo(RoomState.OPEN);
        assertThat(record.guest()).isFalse();
        assertThat(record.members())
                .extracting(RoomMember::name, RoomMember::role)
                .containsExactlyInAnyOrder(tuple("Teacher", RoomRole.TEACHER), tuple("Amy", RoomRole.STUDENT));
    }

    @Test
    void raisesRevisionWithEachChange() {
        RoomId room = newRoom("One");
        as("teacher")
                .patch("/api/rooms/" + room, Map.of("title", "Two", "state", "locked"))
                .expect(200);
        as("teacher").patch("/api/rooms/" + room, Map.of("title", "Three")).expect(200);

        await().untilAsserted(() -> assertThat(published(room).title()).isEqualTo("Three"));
        assertThat(revisions(room)).hasSize(3).isSorted().doesNotHaveDuplicates();
        assertThat(published(room).state()).isEqualTo(RoomState.LOCKED);
    }

    @Test
    void keepsFormerMembersListed() {
        RoomId room = newRoom("Leaving");
        as("teacher").patch("/api/rooms/" + room, Map.of("members", List.of())).expect(200);

        await().untilAsserted(() -> assertThat(published(room).members())
                .filteredOn(member -> member.name().equals("Amy"))
                .singleElement()
                .satisfies(member -> assertThat(member.former()).isTrue()));
    }

    @Test
    void publishesNewNamesAndClosedAccounts() {
        String id = as("admin")
                .post(
                        "/api/accounts",
                        Map.of("username", "fred", "display_name", "Fred", "role", "student", "password", "fred-fred"))
                .expect(201)
                .json()
                .path("id")
                .asString();
        RoomId room = RoomId.parse(as("teacher")
                .post("/api/rooms", Map.of("title", "Names", "members", List.of(id)))
                .expect(201)
                .json()
                .path("id")
                .asString());

        as("admin")
                .patch("/api/accounts/" + id, Map.of("display_name", "Frederick"))
                .expect(200);
        await().untilAsserted(() -> assertThat(published(room).members())
                .extracting(RoomMember::name)
                .contains("Frederick"));

        as("admin").patch("/api/accounts/" + id, Map.of("active", false)).expect(200);
        await().untilAsserted(() -> assertThat(published(room).members())
                .filteredOn(RoomMember::former)
                .extracting(RoomMember::name)
                .containsExactly("Frederick"));
    }

    @Test
    void publishesSigningKeysWithoutTheirSecret() {
        await().untilAsserted(() -> {
            String kid = api().get("/api/jwks.json")
                    .json()
                    .path("keys")
                    .get(0)
                    .path("kid")
                    .asString();
            assertThat(TopicContents.all(Backends.kafka().bootstrapServers(), Topics.KEYS))
                    .filteredOn(record -> new String(record.key(), UTF_8).equals(kid))
                    .isNotEmpty()
                    .allSatisfy(record -> assertThat(new String(record.value(), UTF_8))
                            .contains("\"crv\":\"P-256\"")
                            .doesNotContain("\"d\""));
        });
    }

    @Test
    void publishesAgainWhatItCouldNotMarkAsSent() {
        jdbc.sql("""
                        CREATE FUNCTION no_delete() RETURNS trigger LANGUAGE plpgsql AS
                        $$ BEGIN RAISE EXCEPTION 'not now'; END $$
                        """).update();
        jdbc.sql("CREATE TRIGGER no_delete BEFORE DELETE ON outbox EXECUTE FUNCTION no_delete()")
                .update();
        RoomId room = newRoom("In doubt");
        await().until(() -> published().containsKey(room));
        long first = published(room).revision();

        jdbc.sql("DROP TRIGGER no_delete ON outbox").update();

        await().untilAsserted(() -> assertThat(published(room).revision()).isGreaterThan(first));
        await().until(() ->
                jdbc.sql("SELECT count(*) FROM outbox").query(Long.class).single() == 0);
        jdbc.sql("DROP FUNCTION no_delete").update();
    }

    @Test
    void neverPutsAnOlderStateBehindANewerOne() throws Exception {
        RoomId room = newRoom("Busy");
        await().until(() -> published().containsKey(room));
        String amy = idOf("amy");
        Api teacher = as("teacher");
        try (ExecutorService changes = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 40; i++) {
                Map<String, Object> change = i % 2 == 0
                        ? Map.of("title", "Title " + i)
                        : Map.of("members", i % 4 == 1 ? List.of() : List.of(amy));
                changes.execute(
                        () -> teacher.patch("/api/rooms/" + room, change).expect(200));
            }
        }

        await().untilAsserted(() -> assertThat(revisions(room)).hasSize(41));
        assertThat(revisions(room)).isSorted().doesNotHaveDuplicates();
        assertThat(published(room).title())
                .isEqualTo(
                        teacher.get("/api/rooms/" + room).json().path("title").asString());
    }

    /** In the order of the topic. */
    private static List<Long> revisions(RoomId room) {
        return TopicContents.all(Backends.kafka().bootstrapServers(), Topics.ROOMS).stream()
                .map(record -> RoomRecordCodec.decode(record.value()))
                .flatMap(decoded -> decoded instanceof Decoded.Valid<RoomRecord>(RoomRecord record)
                        ? Stream.of(record)
                        : Stream.empty())
                .filter(record -> record.room().equals(room))
                .map(RoomRecord::revision)
                .toList();
    }

    private String healthOfTheOutbox() {
        return api().get("/actuator/health")
                .json()
                .path("components")
                .path("archiverOutbox")
                .path("status")
                .asString();
    }

    private void add(RoomId room, byte[] record) {
        transaction.executeWithoutResult(_ -> outbox.add(Topics.ROOMS, room.toString(), record));
    }

    @Test
    void setsOversizedRecordAsideAndGoesOn() {
        RoomId room = newRoom("Crowded");
        await().until(() -> published().containsKey(room));
        add(room, new byte[Topics.LARGEST_ROOM_BYTES + 1]);
        add(room, new byte[Topics.LARGEST_ROOM_BYTES]);
        RoomId later = newRoom("Behind it");

        await().until(() -> published().containsKey(later));
        assertThat(healthOfTheOutbox()).isEqualTo("DOWN");

        as("teacher").patch("/api/rooms/" + room, Map.of("title", "Smaller")).expect(200);

        await().untilAsserted(() -> assertThat(published(room).title()).isEqualTo("Smaller"));
        await().untilAsserted(() -> assertThat(healthOfTheOutbox()).isEqualTo("UP"));
    }

    @Test
    void publishesTheLargestRoomThatMayBe() {
        RoomId room = newRoom("Everybody");
        await().until(() -> published().containsKey(room));
        RoomRecord record = published(room);
        List<RoomMember> members = IntStream.range(0, 2 * 10_000)
                .mapToObj(_ -> new RoomMember(AccountId.create(), "👩".repeat(80), RoomRole.TEACHER, false, false))
                .toList();
        add(
                room,
                RoomRecordCodec.encode(new RoomRecord(
                        room,
                        record.school(),
                        "👩".repeat(120),
                        RoomState.LOCKED,
                        true,
                        record.revision() + 1,
                        members)));

        await().untilAsserted(() -> assertThat(published(room).members()).hasSize(20_000));
    }

    @Test
    void sendsNothingOfATransactionThatFails() {
        RoomId room = newRoom("Kept");
        transaction.executeWithoutResult(status -> {
            outbox.add(Topics.ROOMS, room.toString(), "never".getBytes(UTF_8));
            status.setRollbackOnly();
        });
        RoomId later = newRoom("Later");

        await().until(() -> published().containsKey(later));
        assertThat(TopicContents.all(Backends.kafka().bootstrapServers(), Topics.ROOMS))
                .noneMatch(record -> new String(record.value(), UTF_8).equals("never"));
    }
}
