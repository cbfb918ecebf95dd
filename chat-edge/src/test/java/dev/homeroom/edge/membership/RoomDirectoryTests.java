package dev.homeroom.edge.membership;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.contract.AccountId;
import dev.homeroom.contract.RoomHours;
import dev.homeroom.contract.RoomHours.Span;
import dev.homeroom.contract.RoomId;
import dev.homeroom.contract.RoomMember;
import dev.homeroom.contract.RoomRecord;
import dev.homeroom.contract.RoomRecordCodec;
import dev.homeroom.contract.RoomRole;
import dev.homeroom.contract.RoomState;
import dev.homeroom.contract.SchoolId;
import dev.homeroom.contract.Topics;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RoomDirectoryTests {
    private static final RoomId ROOM = RoomId.create();
    private static final AccountId AMY = AccountId.create();

    /** A Monday. */
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private final RoomDirectory directory = new RoomDirectory();

    @Test
    void knowsMembersAndNobodyElse() {
        put(1, RoomState.OPEN, member(false, false));
        assertThat(directory.standing(AMY, ROOM)).isInstanceOf(Standing.Member.class);
        assertThat(directory.standing(AccountId.create(), ROOM)).isEqualTo(new Standing.Unknown());
        assertThat(directory.standing(AMY, RoomId.create())).isEqualTo(new Standing.Unknown());
    }

    @Test
    void ignoresRevisionsOlderThanTheOneItHas() {
        put(2, RoomState.OPEN, member(false, true));
        put(1, RoomState.OPEN, member(false, false));
        assertThat(directory.standing(AMY, ROOM)).isEqualTo(new Standing.Unknown());
    }

    @Test
    void keepsFormerMembersNamesAndNotTheirPlace() {
        put(1, RoomState.OPEN, member(false, true));
        assertThat(directory.find(ROOM).orElseThrow().nameOf(AMY)).contains("Amy");
        assertThat(directory.standing(AMY, ROOM)).isEqualTo(new Standing.Unknown());
    }

    @Test
    void letsNobodyIntoAClosedRoomAndForgetsADeletedOne() {
        put(1, RoomState.CLOSED, member(false, false));
        assertThat(directory.standing(AMY, ROOM)).isInstanceOf(Standing.Closed.class);
        assertThat(directory.standing(AccountId.create(), ROOM)).isEqualTo(new Standing.Unknown());
        directory.accept(
                new ConsumerRecord<>(Topics.ROOMS, 0, 1, ROOM.toString().getBytes(UTF_8), null));
        assertThat(directory.find(ROOM)).isEmpty();
        assertThat(directory.isSchoolTitle("7b")).isFalse();
    }

    @Test
    void tellsFormerMembersNothingOfAClosedRoom() {
        put(1, RoomState.CLOSED, member(false, true));
        assertThat(directory.standing(AMY, ROOM)).isEqualTo(new Standing.Unknown());
    }

    @Test
    void findsTheRoomThatWasMadeAnewUnderTheTitleOfAClosedOne() {
        put(1, RoomState.CLOSED, member(false, false));
        assertThat(directory.findOwn(AMY, "7b")).isEmpty();
        RoomId anew = RoomId.create();
        put(anew, 2, RoomState.OPEN, member(false, false));
        assertThat(directory.findOwn(AMY, "7b").map(Room::id)).contains(anew);
    }

    @Test
    void keepsSchoolsTitlesFromGuests() {
        put(1, RoomState.OPEN, member(false, false));
        put(2, RoomState.OPEN, member(false, false));
        assertThat(directory.isSchoolTitle("7b")).isTrue();
    }

    @Test
    void saysWhoMayWrite() {
        assertThat(speech(RoomState.OPEN, member(false, false))).isEqualTo(Speech.FREE);
        assertThat(speech(RoomState.OPEN, member(true, false))).isEqualTo(Speech.MUTED);
        assertThat(speech(RoomState.LOCKED, member(false, false))).isEqualTo(Speech.ROOM_LOCKED);
        RoomMember teacher = new RoomMember(AMY, "Amy", RoomRole.TEACHER, false, false);
        assertThat(speech(RoomState.LOCKED, teacher)).isEqualTo(Speech.FREE);
    }

    @Test
    void saysThatStudentsWriteInTheRoomsHoursAlone() {
        RoomMember amy = member(false, false);
        RoomMember teacher = new RoomMember(AMY, "Amy", RoomRole.TEACHER, false, false);
        Room mornings = withHours(8, 10);
        assertThat(mornings.speechOf(amy, NOW)).isEqualTo(Speech.FREE);
        assertThat(mornings.speechOf(amy, NOW.plusSeconds(3600))).isEqualTo(Speech.ROOM_NOT_OPEN);
        assertThat(mornings.speechOf(teacher, NOW.plusSeconds(3600))).isEqualTo(Speech.FREE);
        assertThat(mornings.speechOf(amy, NOW)).isEqualTo(Speech.FREE);
        assertThat(withHours(10, 12).opening(NOW).flatMap(Opening::changesAt)).contains(NOW.plusSeconds(3600));
    }

    @Test
    void letsStudentsWaitInSlowModeAndTeachersNot() {
        Room slow = new Room(record(Duration.ofSeconds(30), null));
        RoomMember teacher = new RoomMember(AMY, "Amy", RoomRole.TEACHER, false, false);
        assertThat(slow.gapOf(member(false, false))).isEqualTo(Duration.ofSeconds(30));
        assertThat(slow.gapOf(teacher)).isZero();
    }

    private static Room withHours(int from, int until) {
        Span monday = new Span(DayOfWeek.MONDAY, LocalTime.of(from, 0), LocalTime.of(until, 0));
        return new Room(record(null, new RoomHours(ZoneOffset.UTC, List.of(monday))));
    }

    private static RoomRecord record(@Nullable Duration slowMode, @Nullable RoomHours hours) {
        return new RoomRecord(
                ROOM,
                SchoolId.create(),
                "7b",
                RoomState.OPEN,
                false,
                1,
                List.of(member(false, false)),
                slowMode,
                hours);
    }

    @Test
    void waitsForAMembershipThatIsJustBeingMade() {
        Arrivals arrivals = new Arrivals(directory);
        CompletableFuture<Standing> standing = arrivals.standing(AMY, ROOM, Duration.ofMinutes(1));
        assertThat(standing).isNotDone();
        put(1, RoomState.OPEN, member(false, false));
        assertThat(standing).isCompletedWithValueMatching(Standing.Member.class::isInstance);
    }

    private static Speech speech(RoomState state, RoomMember member) {
        return new Room(room(ROOM, 1, state, member)).speechOf(member, NOW);
    }

    private void put(long revision, RoomState state, RoomMember member) {
        put(ROOM, revision, state, member);
    }

    private void put(RoomId id, long revision, RoomState state, RoomMember member) {
        byte[] value = RoomRecordCodec.encode(room(id, revision, state, member));
        directory.accept(
                new ConsumerRecord<>(Topics.ROOMS, 0, revision, id.toString().getBytes(UTF_8), value));
    }

    private static RoomRecord room(RoomId id, long revision, RoomState state, RoomMember member) {
        return new RoomRecord(id, SchoolId.create(), "7b", state, false, revision, List.of(member));
    }

    private static RoomMember member(boolean muted, boolean former) {
        return new RoomMember(AMY, "Amy", RoomRole.STUDENT, muted, former);
    }
}
