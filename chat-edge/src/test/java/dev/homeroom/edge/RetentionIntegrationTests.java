package dev.homeroom.edge;

import static dev.homeroom.edge.Recovering.assertFresh;
import static dev.homeroom.edge.Recovering.assertRecovered;
import static dev.homeroom.edge.TestSchool.student;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.contract.Cursor;
import dev.homeroom.contract.Position;
import dev.homeroom.contract.RoomId;
import dev.homeroom.contract.Topics;
import dev.homeroom.edge.TestSchool.Person;
import dev.homeroom.testing.Backends;
import dev.homeroom.testing.KafkaServer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import tools.jackson.databind.JsonNode;

/** Coming back to a place that the log does not have any more, or that it has never had: nobody is left with a hole. */
@TestInstance(Lifecycle.PER_CLASS)
class RetentionIntegrationTests {
    /** Remembers no more than the last dozen messages, so that whoever missed more is told from Kafka. */
    private static final Map<String, Object> FORGETFUL =
            Map.of("homeroom.topics.partitions", 1, "homeroom.edge.fanout.recall-size", "10KB");

    private static final TopicPartition LOG = new TopicPartition(Topics.MESSAGES, 0);

    private final Person amy = student("Amy");
    private final Person ben = student("Ben");

    private KafkaServer kafka;
    private Admin admin;
    private TestEdge edge;
    private TestSchool school;
    private Clients clients;
    private Recovering recovering;

    @BeforeAll
    void start() {
        kafka = Backends.ownKafka();
        admin = kafka.admin();
        edge = TestEdge.start(kafka.bootstrapServers(), FORGETFUL);
        school = new TestSchool(kafka.bootstrapServers());
    }

    @AfterAll
    void stop() {
        school.close();
        edge.close();
        admin.close();
        kafka.close();
    }

    @BeforeEach
    void open() {
        clients = new Clients(school);
        recovering = new Recovering(school);
    }

    @AfterEach
    void close() throws Exception {
        recovering.closeAll();
        clients.closeAll();
    }

    private TestEdge freshEdge() {
        return recovering.open(TestEdge.start(kafka.bootstrapServers(), FORGETFUL));
    }

    private String cursor(long offset) {
        return new Cursor(new Position(edge.topicId(), LOG.partition(), offset)).text();
    }

    private long end() throws ExecutionException, InterruptedException {
        return Objects.requireNonNull(admin.listOffsets(Map.of(LOG, OffsetSpec.latest()))
                        .all()
                        .get()
                        .get(LOG))
                .offset();
    }

    /** As retention does. */
    private void removeBefore(long offset) throws ExecutionException, InterruptedException {
        admin.deleteRecords(Map.of(LOG, RecordsToDelete.beforeOffset(offset)))
                .all()
                .get();
    }

    /** @return their offsets */
    private List<Long> post(RoomId room, List<String> texts) {
        return texts.stream().map(text -> school.post(room, ben, text)).toList();
    }

    private static List<String> texts(int from, int until) {
        return IntStream.range(from, until).mapToObj(Integer::toString).toList();
    }

    private void assertCannotResume(Edge at, RoomId room, long offset) {
        TestClient amys = clients.signedIn(at, amy);
        JsonNode ack = amys.ask("enter_room", "room", room, "cursor", cursor(offset));
        assertThat(ack.path("ok").asBoolean()).as("%s", ack).isTrue();
        assertThat(ack.path("resumed").asBoolean(true)).as("%s", ack).isFalse();
        school.post(room, ben, "live");
        amys.await("new_message", message -> message.text("message").equals("live"));
        assertThat(amys.texts("new_message", "message")).containsExactly("live");
        amys.close();
    }

    private void assertResumes(Edge at, RoomId room, long offset, List<String> missed) {
        TestClient amys = clients.signedIn(at, amy);
        JsonNode ack = amys.ask("enter_room", "room", room, "cursor", cursor(offset));
        assertThat(ack.path("resumed").asBoolean()).as("%s", ack).isTrue();
        amys.await("caught_up", _ -> true);
        assertThat(amys.texts("new_message", "message")).isEqualTo(missed);
        amys.close();
    }

    @Test
    void resumesFromTheFirstRecordThatIsStillThereAndFromNoneBefore() throws Exception {
        RoomId room = school.room("History", amy, ben);
        List<Long> posted = post(room, texts(0, 60));
        long first = posted.get(20);
        removeBefore(first);

        assertResumes(edge, room, first - 1, texts(20, 60));
        assertCannotResume(edge, room, first - 2);
        assertCannotResume(edge, room, posted.getFirst());
    }

    @Test
    void freshEdgeTakesWhatIsGoneForNoQuiet() throws Exception {
        RoomId quiet = school.room("Quiet", amy, ben);
        RoomId loud = school.room("Loud", amy, ben);
        long lost = school.post(quiet, ben, "lost");
        long first = post(loud, texts(0, 5)).get(2);
        removeBefore(first);
        try (TestEdge fresh = freshEdge()) {
            assertResumes(fresh, quiet, first - 1, List.of());
            assertCannotResume(fresh, quiet, lost - 1);
        }
        removeBefore(end());
        try (TestEdge fresh = freshEdge()) {
            assertCannotResume(fresh, quiet, lost - 1);
        }
    }

    @Test
    void sessionBeginsAfreshWhereRetentionHasTakenWhatItMissed() throws Exception {
        RoomId room = school.room("History", amy, ben);
        SwitchingProxy door = recovering.door(edge);
        NodeClient amys = recovering.node();
        String id = recovering.enter(amys, door, amy, room);
        school.post(room, ben, "seen");
        amys.awaitMessages("seen");
        door.shut();
        amys.await("disconnect", 1);
        long second = post(room, texts(0, 60)).get(1);
        removeBefore(second);
        door.open();

        assertFresh(amys.await("connect", 2), id);
        assertThat(amys.messages()).containsExactly("seen");
    }

    @Test
    void sessionIsRecoveredWhereRetentionHasTakenOnlyWhatItHasSeen() throws Exception {
        RoomId room = school.room("History", amy, ben);
        SwitchingProxy door = recovering.door(edge);
        NodeClient amys = recovering.node();
        String id = recovering.enter(amys, door, amy, room);
        long seen = school.post(room, ben, "seen");
        amys.awaitMessages("seen");
        door.shut();
        amys.await("disconnect", 1);
        post(room, texts(0, 60));
        removeBefore(seen + 1);
        door.open();

        assertRecovered(amys.await("connect", 2), id);
        amys.await(line -> line.path("args").path(0).path("message").asString().equals("59"));
        assertThat(amys.messages().subList(1, 61)).isEqualTo(texts(0, 60));
    }

    @Test
    void resumesFromNoPlaceBeyondTheEnd() throws Exception {
        RoomId room = school.room("History", amy, ben);
        school.post(room, ben, "there");

        assertCannotResume(edge, room, end() + 5);
        assertCannotResume(edge, room, end() + 1_000);
    }

    @Test
    void sessionThatSaysItHasSeenWhatIsBeyondTheEndBeginsAfresh() throws Exception {
        RoomId room = school.room("History", amy, ben);
        String pid;
        try (RawClient first = recovering.raw(edge, amy, Map.of())) {
            first.enter(room);
            pid = first.privateId();
            school.post(room, ben, "there");
            first.awaitMessage("there");
        }

        RawClient again = recovering.raw(edge, amy, Map.of("pid", pid, "offset", cursor(end() + 1_000)));

        assertThat(again.privateId()).isNotEqualTo(pid);
    }
}
