package dev.homeroom.edge.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.contract.Author;
import dev.homeroom.contract.EdgeId;
import dev.homeroom.contract.GuestRoom;
import dev.homeroom.contract.MessageId;
import dev.homeroom.contract.Position;
import dev.homeroom.contract.PresenceChange;
import dev.homeroom.contract.RoomEvent;
import dev.homeroom.edge.membership.RoomDirectory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PassagesTests {
    private static final Position START = new Position(UUID.randomUUID(), 3, 100);
    private static final Instant BELL = Instant.parse("2026-09-01T08:00:00Z");
    private static final GuestRoom ROOM = new GuestRoom("7b");

    private final People people = new People(
            new RoomDirectory(), new ChatProperties(10, 10, Duration.ofSeconds(1), Duration.ofSeconds(1), 100, 100));

    @Test
    void saysOfEachPersonWhenAndAtWhichCursor() {
        List<Passage> passages = arrivals("amy", "ben", "chen", "dora");

        JsonNode json = new Passages(people, passages).inRoomDialect(List.of());

        assertThat(json.path("user").asString()).isEqualTo("dora");
        assertThat(json.path("cursor").asString()).isEqualTo(passages.getLast().cursor());
        assertThat(json.path("sent_at").asString()).isEqualTo("2026-09-01T08:00:03Z");
        assertThat(texts(json, "name")).containsExactly("amy", "ben", "chen", "dora");
        assertThat(texts(json, "role")).containsOnly("guest");
        assertThat(texts(json, "id"))
                .containsExactlyElementsOf(passages.stream()
                        .map(each -> each.event().author().account().toString())
                        .toList());
        assertThat(texts(json, "sent_at")).startsWith("2026-09-01T08:00:00Z", "2026-09-01T08:00:01Z");
        assertThat(texts(json, "cursor"))
                .containsExactlyElementsOf(
                        passages.stream().map(Passage::cursor).toList());
    }

    @Test
    void namesNobodyTwice() {
        List<Passage> twice = Stream.concat(arrivals("amy", "ben").stream(), arrivals("amy").stream())
                .toList();
        assertThat(texts(new Passages(people, twice).inRoomDialect(List.of()), "name"))
                .containsExactly("ben", "amy");
    }

    @Test
    void namesSomeOfManyInPlainWords() {
        assertThat(plain("amy")).isEqualTo("amy has entered the room 7b.");
        assertThat(plain("amy", "ben")).isEqualTo("amy and ben have entered the room 7b.");
        assertThat(plain("amy", "ben", "chen")).isEqualTo("amy, ben and chen have entered the room 7b.");
        assertThat(plain("amy", "ben", "chen", "dora"))
                .isEqualTo("amy, ben, chen and 1 other have entered the room 7b.");
        assertThat(plain("amy", "ben", "chen", "dora", "eve"))
                .isEqualTo("amy, ben, chen and 2 others have entered the room 7b.");
    }

    private String plain(String... names) {
        return new Passages(people, arrivals(names)).inPlainDialect();
    }

    private static List<Passage> arrivals(String... names) {
        return IntStream.range(0, names.length)
                .mapToObj(i -> Passage.at(START.withOffset(100 + i), arrival(names[i], BELL.plusSeconds(i))))
                .toList();
    }

    private static RoomEvent arrival(String name, Instant at) {
        PresenceChange change = new PresenceChange(new EdgeId("edge-1"), 1);
        return new RoomEvent.Entered(MessageId.create(), ROOM.id(), Author.guest(name), at, ROOM, change);
    }

    private static List<String> texts(JsonNode json, String field) {
        return json.path("people")
                .valueStream()
                .map(person -> person.path(field).asString())
                .toList();
    }
}
