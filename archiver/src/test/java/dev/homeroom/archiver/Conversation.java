package dev.homeroom.archiver;

import static org.awaitility.Awaitility.await;

import dev.homeroom.contract.AccountId;
import dev.homeroom.contract.Author;
import dev.homeroom.contract.Cursor;
import dev.homeroom.contract.RoomId;
import dev.homeroom.testing.Backends;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What is said in rooms of the demo school's teacher, which has amy in them. */
public abstract class Conversation extends RunningArchiver {
    protected RoomLog log;
    protected Author amy;
    protected Author teacher;

    @BeforeEach
    void open() {
        log = new RoomLog(Backends.kafka().bootstrapServers());
        amy = author("amy");
        teacher = author("teacher");
    }

    @AfterEach
    void close() {
        log.close();
    }

    protected Author author(String username) {
        return Author.of(AccountId.parse(
                as(username).get("/api/me").expect(200).json().path("id").asString()));
    }

    protected RoomId newRoom(String title) {
        return RoomId.parse(as("teacher")
                .post(
                        "/api/rooms",
                        Map.of("title", title, "members", List.of(amy.account().toString())))
                .expect(201)
                .json()
                .path("id")
                .asString());
    }

    protected void awaitArchived(RoomId room, Cursor cursor) {
        await().until(() -> as("amy")
                .get("/api/rooms/" + room + "/messages?through=" + cursor.text())
                .expect(200)
                .json()
                .path("complete")
                .asBoolean());
    }

    protected static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
