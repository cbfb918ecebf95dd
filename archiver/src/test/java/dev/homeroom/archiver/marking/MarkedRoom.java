package dev.homeroom.archiver.marking;

import static org.awaitility.Awaitility.await;

import dev.homeroom.archiver.Api;
import dev.homeroom.archiver.RoomLog;
import dev.homeroom.archiver.RunningArchiver;
import dev.homeroom.archiver.account.Accounts;
import dev.homeroom.archiver.account.NewAccount;
import dev.homeroom.archiver.account.Role;
import dev.homeroom.archiver.account.Schools;
import dev.homeroom.contract.AccountId;
import dev.homeroom.contract.Author;
import dev.homeroom.contract.Cursor;
import dev.homeroom.contract.RoomEvent.MessagePosted;
import dev.homeroom.contract.RoomId;
import dev.homeroom.testing.Backends;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A room of Amy and Ben, whose teacher marks what they write. */
abstract class MarkedRoom extends RunningArchiver {
    @Autowired
    private Schools schools;

    @Autowired
    private Accounts accounts;

    private RoomLog log;
    protected Api teacher;
    protected Api amy;
    protected Api ben;
    protected RoomId room;
    protected String path;

    @BeforeEach
    void makeRoom() {
        log = new RoomLog(Backends.kafka().bootstrapServers());
        teacher = as("teacher");
        amy = as("amy");
        ben = as("ben");
        room = newRoom(idOf(amy), idOf(ben));
        path = "/api/rooms/" + room;
    }

    @AfterEach
    void closeLog() {
        log.close();
    }

    protected static String idOf(Api api) {
        return api.get("/api/me").expect(200).json().path("id").asString();
    }

    protected RoomId newRoom(String... members) {
        return RoomId.parse(teacher.post("/api/rooms", Map.of("title", "Marked", "members", List.of(members)))
                .expect(201)
                .json()
                .path("id")
                .asString());
    }

    /** @return the id of the message, which is archived */
    protected String say(Api author, String text) {
        return say(author, room, text);
    }

    protected String say(Api author, RoomId where, String text) {
        MessagePosted message = RoomLog.message(where, Author.of(AccountId.parse(idOf(author))), text);
        Cursor cursor = log.write(message);
        await().until(() -> teacher.get("/api/rooms/" + where + "/messages?through=" + cursor.text())
                .expect(200)
                .json()
                .path("complete")
                .asBoolean());
        return message.id().toString();
    }

    protected JsonNode comment(String message, String text, String... tags) {
        return teacher.post(
                        path + "/feedback", Map.of("messages", List.of(message), "text", text, "tags", List.of(tags)))
                .expect(201)
                .json();
    }

    protected Api.Answer release(JsonNode feedback) {
        return teacher.post(
                path + "/feedback/" + id(feedback) + "/release",
                Map.of("version", feedback.path("version").asLong()));
    }

    /** Two criteria of three levels each, worth 0, 1.5 and 3 points. */
    protected JsonNode rubric() {
        return teacher.put(
                        path + "/rubric",
                        Map.of("version", 0, "criteria", List.of(criterion("Spelling"), criterion("Reasoning"))))
                .expect(200)
                .json();
    }

    protected static Map<String, Object> criterion(String name) {
        return Map.of(
                "name",
                name,
                "levels",
                IntStream.range(0, 3)
                        .mapToObj(level -> Map.of("name", "Level " + level, "points", level * 1.5))
                        .toList());
    }

    /** The scores of a grade: each criterion with the level of this number. */
    protected static Map<String, String> scores(JsonNode rubric, int... levels) {
        return IntStream.range(0, levels.length)
                .boxed()
                .collect(Collectors.toMap(
                        at -> id(rubric.path("criteria").path(at)),
                        at -> id(rubric.path("criteria").path(at).path("levels").path(levels[at]))));
    }

    protected static String id(JsonNode thing) {
        return thing.path("id").asString();
    }

    protected Api somebodyNew(Role role) {
        String username = "u" + UUID.randomUUID();
        accounts.create(
                schools.named("Demo School").orElseThrow(), new NewAccount(username, "Newcomer", role, "long enough"));
        return api().signedIn(username, "long enough");
    }

    protected JsonNode received(Api student) {
        return student.get(path + "/feedback").expect(200).json().path("items");
    }
}
