package dev.homeroom.edge;

import static dev.homeroom.edge.Clients.code;
import static dev.homeroom.edge.TestSchool.student;
import static dev.homeroom.edge.TestSchool.teacher;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.contract.RoomHours;
import dev.homeroom.contract.RoomHours.Span;
import dev.homeroom.contract.RoomId;
import dev.homeroom.contract.RoomState;
import dev.homeroom.edge.TestSchool.Person;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Slow mode and hours, on two edges. */
class OrderIntegrationTests {
    private final TestSchool school = SharedEdges.school();

    @RegisterExtension
    private final Clients clients = new Clients(school);

    private final TestEdge one = SharedEdges.one();
    private final TestEdge two = SharedEdges.two();
    private final Person amy = student("Amy");
    private final Person ben = student("Ben");
    private final Person teacher = teacher("Teacher");
    private final RoomId room = school.room("History", amy, ben, teacher);

    @Test
    void slowModeHoldsOverTabsAndEdges() {
        TestClient tab = clients.entered(one, amy, room);
        TestClient otherTab = clients.entered(one, amy, room);
        TestClient otherEdge = clients.entered(two, amy, room);
        slow(Duration.ofMinutes(1), tab, otherEdge);

        assertThat(isOk(say(tab, "first"))).isTrue();
        otherEdge.await("new_message", message -> message.text("message").equals("first"));
        for (TestClient client : List.of(tab, otherTab, otherEdge)) {
            JsonNode refusal = say(client, "second");
            assertThat(code(refusal)).isEqualTo("slow_mode");
            assertThat(refusal.at("/error/retryable").asBoolean()).isTrue();
            assertThat(refusal.at("/error/wait_ms").asInt()).isBetween(30_000, 60_000);
        }
        assertThat(isOk(say(clients.entered(two, ben, room), "mine"))).isTrue();
    }

    @Test
    void slowModeHoldsForWhoeverHasNotEnteredTheRoom() {
        TestClient outside = clients.signedIn(two, amy);
        TestClient inside = clients.entered(one, amy, room);
        slow(Duration.ofMinutes(1), inside);
        assertThat(isOk(say(inside, "first"))).isTrue();
        // Nobody on that edge has been told of the slow mode or of the message, so there is nothing to wait for.
        within1s(() -> assertThat(code(say(outside, "second"))).isEqualTo("slow_mode"));
    }

    @Test
    void slowModeNeverRefusesWhatIsSentAgain() {
        TestClient amys = clients.entered(one, amy, room);
        TestClient otherEdge = clients.entered(two, amy, room);
        slow(Duration.ofMinutes(1), amys, otherEdge);
        UUID id = UUID.randomUUID();
        JsonNode first = amys.ask("send_message", "room", room, "message", "once", "id", id);
        otherEdge.await("new_message", message -> message.text("message").equals("once"));
        for (TestClient client : List.of(amys, otherEdge)) {
            JsonNode again = client.ask("send_message", "room", room, "message", "once", "id", id);
            assertThat(again).isEqualTo(first);
        }
    }

    @Test
    void slowModeLetsTeachersWriteAndStudentsAgainAfterTheWait() {
        TestClient amys = clients.entered(one, amy, room);
        TestClient teachers = clients.entered(two, teacher, room);
        slow(Duration.ofSeconds(2), amys, teachers);
        assertThat(isOk(say(teachers, "one"))).isTrue();
        assertThat(isOk(say(teachers, "two"))).isTrue();
        assertThat(isOk(say(amys, "first"))).isTrue();
        assertThat(code(say(amys, "second"))).isEqualTo("slow_mode");
        assertThat(code(say(amys, ""))).isEqualTo("empty_message");
        Awaitility.await()
                .atMost(Duration.ofSeconds(3))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> isOk(say(amys, "second")));
        assertThat(code(say(amys, "third"))).isEqualTo("slow_mode");
    }

    @Test
    void slowModeIsChangedAndEndedWithinASecond() {
        TestClient amys = clients.entered(one, amy, room);
        TestClient bens = clients.entered(two, ben, room);
        slow(Duration.ofMinutes(1), amys, bens);
        for (TestClient client : List.of(amys, bens)) {
            assertThat(isOk(say(client, "first"))).isTrue();
            assertThat(code(say(client, "second"))).isEqualTo("slow_mode");
        }
        put(null, null);
        for (TestClient client : List.of(amys, bens)) {
            within1s(() -> assertThat(isOk(say(client, "second"))).isTrue());
            assertThat(isOk(say(client, "third"))).isTrue();
        }
    }

    @Test
    void hoursBeginAndEndWithinASecondOnEveryEdge() {
        TestClient amys = clients.entered(one, amy, room);
        TestClient bens = clients.entered(two, ben, room);
        TestClient teachers = clients.entered(two, teacher, room);
        LocalDateTime from = LocalDateTime.now(ZoneOffset.UTC).plusSeconds(5).truncatedTo(ChronoUnit.SECONDS);
        LocalDateTime until = from.plusSeconds(3);
        put(null, new RoomHours(ZoneOffset.UTC, List.of(span(from, until))));

        for (TestClient client : List.of(amys, bens)) {
            client.await("room_changed", change -> change.text("changes_at").equals(text(from)));
            JsonNode refusal = say(client, "too early");
            assertThat(code(refusal)).isEqualTo("room_not_open");
            assertThat(refusal.at("/error/retryable").asBoolean()).isFalse();
            assertThat(refusal.at("/error/opens_at").asString()).isEqualTo(text(from));
        }
        assertThat(isOk(say(teachers, "I can"))).isTrue();
        JsonNode reader = clients.signedIn(one, amy).ask("enter_room", "room", room);
        assertThat(isOk(reader)).isTrue();
        assertThat(reader.path("open").asBoolean(true)).isFalse();

        for (TestClient client : List.of(amys, bens)) {
            client.await("room_changed", change -> change.text("changes_at").equals(text(until)));
            assertThat(Duration.between(from.toInstant(ZoneOffset.UTC), Instant.now()))
                    .isLessThan(Duration.ofSeconds(1));
            assertThat(isOk(say(client, "open"))).isTrue();
        }
        for (TestClient client : List.of(amys, bens)) {
            client.await("room_changed", change -> change.text("changes_at").equals(text(from.plusDays(7))));
            assertThat(Duration.between(until.toInstant(ZoneOffset.UTC), Instant.now()))
                    .isLessThan(Duration.ofSeconds(1));
            assertThat(code(say(client, "too late"))).isEqualTo("room_not_open");
        }
    }

    @Test
    void hoursAreSetAndTakenAwayWithinASecond() {
        TestClient amys = clients.entered(one, amy, room);
        TestClient bens = clients.entered(two, ben, room);
        LocalDateTime tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(2).atStartOfDay();
        put(null, new RoomHours(ZoneOffset.UTC, List.of(span(tomorrow, tomorrow.plusHours(1)))));
        for (TestClient client : List.of(amys, bens)) {
            within1s(() -> assertThat(code(say(client, "hi"))).isEqualTo("room_not_open"));
        }
        put(null, null);
        for (TestClient client : List.of(amys, bens)) {
            within1s(() -> assertThat(isOk(say(client, "hi"))).isTrue());
        }
    }

    private void slow(Duration gap, TestClient... told) {
        put(gap, null);
        for (TestClient client : told) {
            client.await("room_changed", change -> change.text("slow_mode").equals(Long.toString(gap.toSeconds())));
        }
    }

    private void put(@Nullable Duration slowMode, @Nullable RoomHours hours) {
        school.change(room, "History", RoomState.OPEN, slowMode, hours, amy.member(), ben.member(), teacher.member());
    }

    private static Span span(LocalDateTime from, LocalDateTime until) {
        return new Span(from.getDayOfWeek(), from.toLocalTime(), until.toLocalTime());
    }

    private static String text(LocalDateTime time) {
        return time.toInstant(ZoneOffset.UTC).toString();
    }

    private JsonNode say(TestClient client, String text) {
        return client.ask("send_message", "room", room, "message", text);
    }

    private static boolean isOk(JsonNode reply) {
        return reply.path("ok").asBoolean();
    }

    private static void within1s(Runnable assertion) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(1))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(assertion::run);
    }
}
