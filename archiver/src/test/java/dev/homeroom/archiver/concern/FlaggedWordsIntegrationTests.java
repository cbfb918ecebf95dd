package dev.homeroom.archiver.concern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homeroom.archiver.Api;
import dev.homeroom.archiver.Conversation;
import dev.homeroom.archiver.RoomLog;
import dev.homeroom.archiver.ingest.FreshBatches.Batch;
import dev.homeroom.archiver.sql.Sql;
import dev.homeroom.contract.MessageId;
import dev.homeroom.contract.RoomEvent.MessagePosted;
import dev.homeroom.contract.RoomId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Messages that hold words of the school's list come up for review. */
@TestPropertySource(properties = {"homeroom.archiver.concerns.max-words=5", "homeroom.archiver.concerns.set-aside=2s"})
class FlaggedWordsIntegrationTests extends Conversation {
    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private FlagRows rows;

    @Autowired
    private TransactionTemplate transaction;

    private RoomId room;

    @BeforeEach
    void makeRoom() {
        room = newRoom("Flagged");
    }

    @AfterEach
    void emptyTheList() {
        words().forEach(word -> as("admin")
                .delete("/api/flagged-words/" + word.path("id").asString())
                .expect(204));
    }

    private JsonNode words() {
        return as("admin").get("/api/flagged-words").expect(200).json().path("items");
    }

    private Api.Answer add(String text, boolean lookBack) {
        return as("admin").post("/api/flagged-words", Map.of("text", text, "look_back", lookBack));
    }

    private void say(String text) {
        awaitArchived(room, log.write(RoomLog.message(room, amy, text)));
    }

    private List<String> flagged() {
        return as("teacher")
                .get("/api/concerns?kind=flagged&order=oldest&room=" + room)
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .map(each -> each.path("message").path("text").asString() + " <- "
                        + each.path("words")
                                .valueStream()
                                .map(JsonNode::asString)
                                .toList())
                .toList();
    }

    @Test
    void flagsMessagesOnceTheyAreStored() {
        add("fight", false).expect(201);
        add("shut up", false).expect(201);
        add("笨蛋", false).expect(201);
        say("hello");
        say("Fighting? SHUT UP!");
        say("你这个笨蛋");
        say("shut it up");

        await().untilAsserted(() -> assertThat(flagged())
                .containsExactlyInAnyOrder("Fighting? SHUT UP! <- [fight, shut up]", "你这个笨蛋 <- [笨蛋]"));
        JsonNode concern = as("teacher")
                .get("/api/concerns?order=oldest&limit=1&room=" + room)
                .json()
                .path("items")
                .get(0);
        assertThat(concern.path("reports")).isEmpty();
        assertThat(concern.path("message").path("found").get(0).path("start").asInt())
                .isZero();
    }

    @Test
    void neitherBlocksNorShowsItToMembers() {
        add("dolt", false).expect(201);
        say("what a dolt");
        await().until(() -> !flagged().isEmpty());

        assertThat(as("amy").get("/api/rooms/" + room + "/messages").expect(200).text())
                .contains("what a dolt")
                .doesNotContain("flag");
    }

    @Test
    void looksBackOverTheStatedTimeIfItIsAsked() {
        awaitArchived(
                room,
                log.write(RoomLog.message(
                        MessageId.create(),
                        room,
                        amy,
                        "too old, oaf",
                        RoomLog.now().minus(Duration.ofDays(9)))));
        awaitArchived(
                room,
                log.write(RoomLog.message(
                        MessageId.create(),
                        room,
                        amy,
                        "an old oaf",
                        RoomLog.now().minus(Duration.ofDays(5)))));
        say("a new oaf");
        await().until(() -> jdbc.sql("SELECT count(*) FROM fresh_batch")
                        .query(Integer.class)
                        .single()
                == 0);

        add("oaf", false).expect(201);
        add("oafish", false).expect(201);
        say("the newest oaf");
        await().untilAsserted(() -> assertThat(flagged()).containsExactly("the newest oaf <- [oaf]"));

        emptyTheList();
        add("oaf", true).expect(201);
        await().untilAsserted(() -> assertThat(flagged())
                .containsExactlyInAnyOrder("the newest oaf <- [oaf]", "a new oaf <- [oaf]", "an old oaf <- [oaf]"));
        await().untilAsserted(() ->
                assertThat(words().get(0).path("looking_back").asBoolean()).isFalse());
    }

    @Test
    void flagsAMessageOnceHoweverOftenItIsRead() {
        add("lout", false).expect(201);
        MessagePosted message = RoomLog.message(room, amy, "you lout");
        awaitArchived(room, log.write(message));
        await().until(() -> flagged().size() == 1);
        String concern = as("teacher")
                .get("/api/concerns?room=" + room)
                .json()
                .path("items")
                .get(0)
                .path("id")
                .asString();
        as("teacher")
                .post("/api/concerns/" + concern + "/decisions", Map.of("outcome", "nothing_to_do", "version", 0))
                .expect(201);

        awaitArchived(room, log.write(message));
        jdbc.sql("""
                        INSERT INTO fresh_batch (rooms, generation, first_offset, last_offset, first_sent, last_sent)
                        SELECT array_agg(room), min(generation), min(log_offset), max(log_offset), min(sent_at), max(sent_at)
                        FROM entry WHERE room = ?
                        """).param(room.value()).update();
        await().until(() -> jdbc.sql("SELECT count(*) FROM fresh_batch")
                        .query(Integer.class)
                        .single()
                == 0);

        assertThat(flagged()).hasSize(1);
        assertThat(as("teacher")
                        .get("/api/concerns/" + concern)
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("closed");
    }

    @Test
    void readsABatchInSlices() {
        add("knave", false).expect(201);
        IntStream.range(0, 5).forEach(i -> say("knave " + i));
        Batch batch = jdbc.sql("""
                        SELECT min(generation) AS generation, min(log_offset) AS first, max(log_offset) AS last,
                               min(sent_at) AS first_sent, max(sent_at) AS last_sent
                        FROM entry WHERE room = ?
                        """)
                .param(room.value())
                .query((row, _) -> new Batch(
                        0,
                        List.of(room.value()),
                        row.getInt("generation"),
                        row.getLong("first"),
                        row.getLong("last"),
                        Sql.time(row, "first_sent"),
                        Sql.time(row, "last_sent")))
                .single();
        List<Integer> sizes = new ArrayList<>();
        transaction.executeWithoutResult(_ -> rows.messages(batch, 2, messages -> sizes.add(messages.size())));
        assertThat(sizes).containsExactly(2, 2, 1);
        await().untilAsserted(() -> assertThat(flagged()).hasSize(5));
    }

    /** As if something about this room's messages could not be kept. */
    @Test
    void leavesWhatFailsAsideAndComesBackToIt() {
        add("rascal", false).expect(201);
        jdbc.sql("""
                        CREATE OR REPLACE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
                        BEGIN RAISE EXCEPTION 'refused'; END $$;
                        CREATE TRIGGER refusing BEFORE INSERT ON concern
                        FOR EACH ROW WHEN (NEW.room = '%s') EXECUTE FUNCTION refuse();
                        """.formatted(room)).update();
        RoomId failing = room;
        try {
            say("you rascal");
            room = newRoom("Behind it");
            say("another rascal");
            await().untilAsserted(() -> assertThat(flagged()).hasSize(1));
        } finally {
            jdbc.sql("DROP TRIGGER refusing ON concern").update();
        }
        room = failing;
        await().untilAsserted(() -> assertThat(flagged()).hasSize(1));
    }

    @Test
    void refusesWhatIsNoWord() {
        add("?!", false).expectInvalid("text");
        add(" ", false).expectInvalid("text");
        add("x".repeat(101), false).expectInvalid("text");
        as("admin").post("/api/flagged-words", Map.of()).expectInvalid("text");
        as("admin")
                .raw("POST", "/api/flagged-words", "{\"text\":\"x\",\"look_back\":\"yes\"}")
                .expectInvalid("look_back");
        add("brute", false).expect(201);
        add("Brutes", false).expectProblem(409, "known-word");
        for (int i = 0; i < 4; i++) {
            add("word" + i, false).expect(201);
        }
        add("one more", false).expectProblem(409, "too-many-words");
        as("admin").delete("/api/flagged-words/" + UUID.randomUUID()).expectProblem(404, "word-not-found");
    }

    @Test
    void keepsTheListForAdmins() {
        for (String other : List.of("teacher", "amy")) {
            as(other).get("/api/flagged-words").expectProblem(403, "forbidden");
            as(other).post("/api/flagged-words", Map.of("text", "x")).expectProblem(403, "forbidden");
            as(other).delete("/api/flagged-words/" + UUID.randomUUID()).expectProblem(403, "forbidden");
        }
    }
}
