package dev.homeroom.edge;

import static dev.homeroom.edge.Clients.code;
import static dev.homeroom.edge.TestSchool.student;
import static dev.homeroom.edge.TestSchool.teacher;
import static dev.homeroom.testing.Promptness.A_SECOND;
import static dev.homeroom.testing.Promptness.taken;
import static dev.homeroom.testing.Promptness.within;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.contract.RoomHours;
import dev.homeroom.contract.RoomHours.Span;
import dev.homeroom.contract.RoomId;
import dev.homeroom.contract.RoomState;
import dev.homeroom.edge.TestSchool.Person;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Slow mode and hours, on two edges. */
class OrderIntegrationTests {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration WEEK = Duration.ofDays(7);

    private final TestSchool school = SharedEdges.school();

    @RegisterExtension
    private final Clients clients = new Clients(school);

    private final TestEdge one = SharedEdges.one();
    private final TestEdge two = SharedEdges.two();
    private final Person amy = student("Amy");
    private final Person ben = student("Ben");
    private final Person teacher = teacher("Teacher");
    private final RoomId room = newRoom();

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
        within(A_SECOND, () -> {
            RoomId fresh = newRoom();
            TestClient inside = clients.entered(one, amy, fresh);
            slow(fresh, Duration.ofMinutes(1), inside);
            // Nobody on that edge has been told of the slow mode or of the message, so there is nothing to wait for.
            return taken(
                    () -> assertThat(isOk(say(inside, fresh, "first"))).isTrue(),
                    () -> code(say(outside, fresh, "second")).equals("slow_mode"));
        });
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
        Duration gap = Duration.ofSeconds(6);
        slow(gap, amys, teachers);
        assertThat(isOk(say(teachers, "one"))).isTrue();
        assertThat(isOk(say(teachers, "two"))).isTrue();
        assertThat(isOk(say(amys, "first"))).isTrue();
        JsonNode refusal = say(amys, "second");
        assertThat(code(refusal)).isEqualTo("slow_mode");
        assertThat(refusal.at("/error/wait_ms").asInt()).isBetween(1, (int) gap.toMillis());
        assertThat(code(say(amys, ""))).isEqualTo("empty_message");
        Awaitility.await().pollInterval(Duration.ofMillis(100)).until(() -> isOk(say(amys, "second")));
        assertThat(code(say(amys, "third"))).isEqualTo("slow_mode");
    }

    @Test
    void slowModeIsChangedAndEndedWithinASecond() {
        within(A_SECOND, () -> {
            RoomId fresh = newRoom();
            TestClient amys = clients.entered(one, amy, fresh);
            TestClient bens = clients.entered(two, ben, fresh);
            slow(fresh, Duration.ofMinutes(1), amys, bens);
            for (TestClient client : List.of(amys, bens)) {
                assertThat(isOk(say(client, fresh, "first"))).isTrue();
                assertThat(code(say(client, fresh, "second"))).isEqualTo("slow_mode");
            }
            Duration taken = taken(
                    () -> put(fresh, null, null), () -> both(amys, bens, client -> isOk(say(client, fresh, "second"))));
            assertThat(isOk(say(amys, fresh, "third"))).isTrue();
            assertThat(isOk(say(bens, fresh, "third"))).isTrue();
            return taken;
        });
    }

    @Test
    void studentsOnlyReadWhileARoomIsNotOpen() {
        TestClient amys = clients.entered(one, amy, room);
        TestClient bens = clients.entered(two, ben, room);
        TestClient teachers = clients.entered(two, teacher, room);
        Instant opens = soon(Duration.ofHours(1));
        put(room, null, hours(opens, opens.plus(HOUR)));

        for (TestClient client : List.of(amys, bens)) {
            client.await("room_changed", change -> change.text("changes_at").equals(opens.toString()));
            JsonNode refusal = say(client, "too early");
            assertThat(code(refusal)).isEqualTo("room_not_open");
            assertThat(refusal.at("/error/retryable").asBoolean()).isFalse();
            assertThat(refusal.at("/error/opens_at").asString()).isEqualTo(opens.toString());
        }
        assertThat(isOk(say(teachers, "I can"))).isTrue();
        JsonNode reader = clients.signedIn(one, amy).ask("enter_room", "room", room);
        assertThat(isOk(reader)).isTrue();
        assertThat(reader.path("open").asBoolean(true)).isFalse();
    }

    @Test
    void hoursBeginAndEndWithinASecondOnEveryEdge() {
        within(A_SECOND, () -> {
            RoomId opening = newRoom();
            RoomId closing = newRoom();
            TestClient amys = clients.entered(one, amy, opening);
            TestClient bens = clients.entered(two, ben, opening);
            for (TestClient client : List.of(amys, bens)) {
                assertThat(isOk(client.ask("enter_room", "room", closing))).isTrue();
            }
            Instant change = soon(Duration.ofSeconds(10));
            put(opening, null, hours(change, change.plus(HOUR)));
            put(closing, null, hours(change.minus(HOUR), change));
            for (TestClient client : List.of(amys, bens)) {
                awaitChange(client, opening, change);
                awaitChange(client, closing, change);
                assertThat(code(say(client, opening, "too early"))).isEqualTo("room_not_open");
                assertThat(isOk(say(client, closing, "still open"))).isTrue();
            }

            List<Instant> arrivals = new ArrayList<>();
            for (TestClient client : List.of(amys, bens)) {
                arrivals.add(awaitChange(client, opening, change.plus(HOUR)));
                assertThat(isOk(say(client, opening, "open"))).isTrue();
                arrivals.add(awaitChange(client, closing, change.minus(HOUR).plus(WEEK)));
                assertThat(code(say(client, closing, "too late"))).isEqualTo("room_not_open");
            }
            return Duration.between(change, Collections.max(arrivals));
        });
    }

    @Test
    void hoursAreSetAndTakenAwayWithinASecond() {
        TestClient amys = clients.entered(one, amy, room);
        TestClient bens = clients.entered(two, ben, room);
        Instant opens = soon(Duration.ofHours(1));
        Runnable set = () -> put(room, null, hours(opens, opens.plus(HOUR)));
        Runnable takeAway = () -> put(room, null, null);
        BooleanSupplier closed =
                () -> both(amys, bens, client -> code(say(client, "hi")).equals("room_not_open"));
        BooleanSupplier open = () -> both(amys, bens, client -> isOk(say(client, "hi")));
        within(A_SECOND, () -> {
            Duration setting = taken(set, closed);
            return Collections.max(List.of(setting, taken(takeAway, open)));
        });
    }

    private RoomId newRoom() {
        return school.room("History", amy, ben, teacher);
    }

    private static boolean both(TestClient first, TestClient second, Predicate<TestClient> check) {
        return check.test(first) && check.test(second);
    }

    private void slow(Duration gap, TestClient... told) {
        slow(room, gap, told);
    }

    private void slow(RoomId which, Duration gap, TestClient... told) {
        put(which, gap, null);
        for (TestClient client : told) {
            client.await("room_changed", change -> change.text("slow_mode").equals(Long.toString(gap.toSeconds())));
        }
    }

    private void put(RoomId which, @Nullable Duration slowMode, @Nullable RoomHours hours) {
        school.change(which, "History", RoomState.OPEN, slowMode, hours, amy.member(), ben.member(), teacher.member());
    }

    private static Instant soon(Duration fromNow) {
        return Instant.now().plus(fromNow).truncatedTo(ChronoUnit.SECONDS);
    }

    /** In a zone in which it is about noon now, so that what is said of today does not depend on the time of day. */
    private static RoomHours hours(Instant from, Instant until) {
        ZoneOffset noon =
                ZoneOffset.ofHours(12 - Instant.now().atOffset(ZoneOffset.UTC).getHour());
        LocalDateTime begin = LocalDateTime.ofInstant(from, noon);
        LocalDateTime end = LocalDateTime.ofInstant(until, noon);
        return new RoomHours(noon, List.of(new Span(begin.getDayOfWeek(), begin.toLocalTime(), end.toLocalTime())));
    }

    /** Waits until it is told when the room's hours change next; answers when that came. */
    private static Instant awaitChange(TestClient client, RoomId which, Instant next) {
        return client.await(
                        "room_changed",
                        change -> change.text("room").equals(which.toString())
                                && change.text("changes_at").equals(next.toString()))
                .arrived();
    }

    private JsonNode say(TestClient client, String text) {
        return say(client, room, text);
    }

    private static JsonNode say(TestClient client, RoomId which, String text) {
        return client.ask("send_message", "room", which, "message", text);
    }

    private static boolean isOk(JsonNode reply) {
        return reply.path("ok").asBoolean();
    }
}
