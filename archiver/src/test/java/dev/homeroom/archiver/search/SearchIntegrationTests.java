package dev.homeroom.archiver.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.archiver.Conversation;
import dev.homeroom.archiver.RoomLog;
import dev.homeroom.contract.MessageId;
import dev.homeroom.contract.RoomId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Searching over HTTP for what was said on the log. */
class SearchIntegrationTests extends Conversation {
    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MissingWords missingWords;

    private RoomId fox;
    private RoomId hare;

    @BeforeEach
    void makeRooms() {
        fox = newRoom("The fox");
        hare = newRoom("The hare");
    }

    private void say(RoomId room, String text) {
        awaitArchived(room, log.write(RoomLog.message(room, amy, text)));
    }

    private JsonNode search(String query) {
        return as("teacher").get("/api/search?" + query).expect(200).json();
    }

    private static String asking(String words) {
        return "q=" + encoded(words);
    }

    private static List<String> found(JsonNode page) {
        return StreamSupport.stream(page.path("items").spliterator(), false)
                .map(hit -> pieces(hit))
                .toList();
    }

    /** With what was found in brackets. */
    private static String pieces(JsonNode hit) {
        StringBuilder text = new StringBuilder();
        hit.path("snippet")
                .path("pieces")
                .forEach(piece -> text.append(
                        piece.path("found").asBoolean()
                                ? "[" + piece.path("text").asString() + "]"
                                : piece.path("text").asString()));
        return text.toString();
    }

    @Test
    void findsWordsOfBothLanguagesInAllRoomsOfATeacherTheNewestFirst() {
        say(fox, "Zebras ran home, said the fox");
        say(hare, "one zebra is enough");
        say(hare, "狐狸回家了吗？ zebra");

        JsonNode page = search(asking("zebra"));

        assertThat(found(page))
                .containsExactly("狐狸回家了吗？ [zebra]", "one [zebra] is enough", "[Zebras] ran home, said the fox");
        assertThat(page.path("items").path(1).path("room_title").asString()).isEqualTo("The hare");
        assertThat(found(search(asking("狐狸 zebra")))).containsExactly("[狐狸]回家了吗？ [zebra]");
        assertThat(found(search(asking("\"zebra is\"")))).containsExactly("one [zebra is] enough");
        assertThat(found(search(asking("zebra") + "&room=" + fox))).containsExactly("[Zebras] ran home, said the fox");
    }

    @Test
    void pagesThroughWhatItFinds() {
        for (int i = 0; i < 5; i++) {
            say(fox, "quagga " + i);
        }
        JsonNode first = search(asking("quagga") + "&limit=2");
        JsonNode second =
                search(asking("quagga") + "&limit=2&after=" + first.path("next").asString());
        JsonNode third = search(
                asking("quagga") + "&limit=2&after=" + second.path("next").asString());

        assertThat(found(first)).containsExactly("[quagga] 4", "[quagga] 3");
        assertThat(found(second)).containsExactly("[quagga] 2", "[quagga] 1");
        assertThat(found(third)).containsExactly("[quagga] 0");
        assertThat(third.path("next").isNull()).isTrue();
    }

    @Test
    void findsWhatIsOlderThanTheNewestMessages() {
        Instant longAgo = RoomLog.now().minus(Duration.ofDays(20));
        awaitArchived(
                fox, log.write(RoomLog.message(MessageId.create(), fox, amy, "an old gnu, to be or not", longAgo)));
        say(hare, "a new gnu");

        assertThat(found(search(asking("gnu")))).containsExactly("a new [gnu]", "an old [gnu], to be or not");
        assertThat(found(search(asking("\"gnu to be or\"")))).containsExactly("an old [gnu, to be or] not");
        assertThat(found(search(asking("gnu") + "&to=" + longAgo.plusSeconds(1))))
                .containsExactly("an old [gnu], to be or not");
        assertThat(found(search(asking("gnu") + "&account=" + teacher.account())))
                .isEmpty();
        assertThat(found(search(asking("gnu") + "&room=" + hare + "&account=" + amy.account())))
                .containsExactly("a new [gnu]");
    }

    @Test
    void findsNothingInRoomsOfOthers() {
        say(fox, "okapi in the fox's room");

        as("amy").get("/api/search?" + asking("okapi")).expect(403);
        JsonNode others =
                as("admin").get("/api/search?" + asking("okapi")).expect(200).json();
        assertThat(found(others)).hasSize(1);
        as("teacher")
                .get("/api/search?" + asking("okapi") + "&room=" + RoomId.create())
                .expect(404);
    }

    @Test
    void findsWordsOfMessagesFromBeforeThereWereAny() {
        say(fox, "an early bongo");
        jdbc.sql("UPDATE entry SET terms = NULL, word_count = NULL WHERE room = ?")
                .param(fox.value())
                .update();
        assertThat(found(search(asking("bongo")))).isEmpty();

        missingWords.findAll();

        assertThat(found(search(asking("bongo")))).containsExactly("an early [bongo]");
        assertThat(jdbc.sql("SELECT word_count FROM entry WHERE room = ? AND text = 'an early bongo'")
                        .param(fox.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void refusesWhatIsNoSearch() {
        for (String bad : List.of(
                "",
                asking(" "),
                asking("?!"),
                asking("a".repeat(250)),
                asking("a") + "&after=x",
                asking("a") + "&from=yesterday",
                asking("a") + "&limit=0",
                asking("a") + "&colour=red")) {
            as("teacher").get("/api/search?" + bad).expect(400);
        }
        as("teacher").get("/api/search?" + asking("a".repeat(10_000))).expect(414);
    }
}
