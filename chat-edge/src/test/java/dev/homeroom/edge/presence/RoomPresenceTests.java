package dev.homeroom.edge.presence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.contract.AccountId;
import dev.homeroom.contract.Author;
import dev.homeroom.contract.EdgeId;
import dev.homeroom.contract.MessageId;
import dev.homeroom.contract.PresenceChange;
import dev.homeroom.contract.PresenceKey;
import dev.homeroom.contract.PresenceRecord;
import dev.homeroom.contract.RoomEvent;
import dev.homeroom.contract.RoomId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoomPresenceTests {
    private static final EdgeId SELF = new EdgeId("self");
    private static final EdgeId OTHER = new EdgeId("other");
    private static final EdgeId THIRD = new EdgeId("third");
    private static final RoomId ROOM = RoomId.create();

    private final Author amy = Author.of(AccountId.create());
    private final Author ben = Author.of(AccountId.create());
    private final RoomPresence room = new RoomPresence(SELF);

    @Test
    void tellsTheRoomOnceHoweverManySessionsSomebodyHas() {
        assertThat(room.enter(amy, null, 1)).isEqualTo(Arrival.FIRST_ANYWHERE);
        assertThat(room.enter(amy, null, 2)).isEqualTo(Arrival.ALREADY_HERE);
        assertThat(room.leave(amy, 3)).isEqualTo(Departure.STILL_HERE);
        assertThat(room.leave(amy, 4)).isEqualTo(Departure.LAST_ANYWHERE);
        assertThat(room.leave(amy, 5)).isEqualTo(Departure.WAS_NOT_HERE);
    }

    @Test
    void tellsOnlyTheEdgesOfSomebodyWhoIsOnAnotherEdgeToo() {
        room.apply(list(OTHER, 1, amy));
        assertThat(room.enter(amy, null, 1)).isEqualTo(Arrival.FIRST_HERE);
        assertThat(room.leave(amy, 2)).isEqualTo(Departure.LAST_HERE);
        assertThat(room.present()).containsExactly(amy);
    }

    @Test
    void aListOlderThanTheLogTakesNobodyAwayWhoCameAfterIt() {
        room.apply(entered(OTHER, 5, amy));
        room.apply(list(OTHER, 4, ben));
        assertThat(room.present()).containsExactly(amy, ben);
        room.apply(list(OTHER, 6, ben));
        assertThat(room.present()).containsExactly(ben);
    }

    @Test
    void takesTheChangesOfDifferentPeopleInAnyOrder() {
        room.apply(entered(OTHER, 6, amy));
        room.apply(entered(OTHER, 5, ben));
        assertThat(room.present()).containsExactly(amy, ben);
        room.apply(left(OTHER, 8, amy));
        room.apply(left(OTHER, 7, ben));
        assertThat(room.present()).isEmpty();
        room.apply(list(OTHER, 6, amy, ben));
        assertThat(room.present()).as("of before they left").isEmpty();
    }

    @Test
    void aListThatIsTakenAwayTakesNobodyAwayWhoCameAfterIt() {
        room.apply(list(OTHER, 1, amy));
        room.apply(entered(OTHER, 5, ben));
        room.clear(new ClearedList(new PresenceKey(ROOM, OTHER), 4));
        assertThat(room.present()).containsExactly(ben);
        room.clear(new ClearedList(new PresenceKey(ROOM, OTHER), 5));
        assertThat(room.present()).isEmpty();
        room.apply(entered(OTHER, 3, amy));
        assertThat(room.present()).as("of whom the log tells late").isEmpty();
    }

    @Test
    void passesOverAListOlderThanTheGoingThatWasReadFirst() {
        room.apply(left(OTHER, 5, amy));
        room.apply(list(OTHER, 4, amy));
        assertThat(room.present()).isEmpty();
    }

    @Test
    void passesOverAChangeOlderThanTheList() {
        room.apply(list(OTHER, 6, ben));
        room.apply(left(OTHER, 5, ben));
        assertThat(room.present()).containsExactly(ben);
    }

    @Test
    void showsOneComingWhenTwoEdgesTellOfIt() {
        assertThat(room.apply(entered(SELF, 1, amy))).isTrue();
        assertThat(room.apply(entered(OTHER, 1, amy))).isFalse();
    }

    @Test
    void showsNoGoingWhileSomebodyIsStillThereThroughAnotherEdge() {
        room.enter(amy, null, 1);
        room.apply(entered(SELF, 1, amy));
        room.apply(entered(OTHER, 1, amy));
        assertThat(room.apply(left(OTHER, 2, amy))).isFalse();
        room.leave(amy, 2);
        assertThat(room.apply(left(SELF, 2, amy))).isTrue();
    }

    @Test
    void withholdsAGoingUntilTheListsAgree() {
        room.apply(list(OTHER, 1, amy));
        room.apply(list(THIRD, 1, amy));
        RoomEvent.Left left = left(OTHER, 2, amy);
        assertThat(room.apply(left)).isFalse();
        assertThat(room.overdue()).isEmpty();
        room.apply(list(THIRD, 2));
        assertThat(room.overdue()).containsExactly(left);
        assertThat(room.apply(left)).isTrue();
    }

    /** They leave by one edge and come by another that has not heard of that: nobody in the room is told either. */
    @Test
    void showsWhoeverEntersThoseOfWhomNoGoingWillBeTold() {
        room.enter(amy, null, 1);
        room.apply(entered(SELF, 1, amy));
        assertThat(room.leave(amy, 2)).isEqualTo(Departure.LAST_ANYWHERE);
        assertThat(room.shown()).as("in between").containsExactly(amy);
        room.apply(list(OTHER, 1, amy));
        assertThat(room.apply(left(SELF, 2, amy))).isFalse();
        assertThat(room.apply(entered(OTHER, 2, amy))).isFalse();
        assertThat(room.shown()).containsExactly(amy);
    }

    @Test
    void showsNobodyOfWhomTheGoingWasTold() {
        room.enter(amy, null, 1);
        room.apply(entered(SELF, 1, amy));
        room.leave(amy, 2);
        assertThat(room.apply(left(SELF, 2, amy))).isTrue();
        assertThat(room.shown()).isEmpty();
    }

    @Test
    void knowsOfWhomNobodyHasSaidThatTheyAreGone() {
        room.apply(entered(OTHER, 1, amy));
        room.apply(entered(OTHER, 1, ben));
        room.apply(list(OTHER, 2, ben));
        assertThat(room.overdueAbsent(0, 10)).isEmpty();
        assertThat(room.overdueAbsent(10, 10)).isEmpty();
        assertThat(room.overdueAbsent(11, 10)).containsExactly(amy);
        assertThat(room.overdueAbsent(12, 10)).as("when it has just been said").isEmpty();
        assertThat(room.overdueAbsent(22, 10)).as("when that did not help").containsExactly(amy);
        room.apply(list(OTHER, 3, ben, amy));
        assertThat(room.overdueAbsent(40, 10)).isEmpty();
        room.apply(list(OTHER, 4, ben));
        assertThat(room.overdueAbsent(41, 10)).as("counted anew").isEmpty();
    }

    @Test
    void settlesTheGoingOfSomebodyWhoLeftSeveralEdgesByTheOrderOfTheLists() {
        room.apply(list(OTHER, 1, amy));
        room.enter(amy, null, 1);
        room.leave(amy, 2);
        room.apply(list(OTHER, 2));
        assertThat(room.settle(1)).isEmpty();
        assertThat(room.settle(2)).extracting(RoomPresence.Quiet::author).containsExactly(amy);
    }

    @Test
    void leavesItToTheEdgeWhoseListIsTheLast() {
        room.apply(list(OTHER, 1, amy));
        room.enter(amy, null, 1);
        room.leave(amy, 2);
        assertThat(room.settle(2)).isEmpty();
        room.apply(list(OTHER, 2));
        assertThat(room.settle(3)).isEmpty();
    }

    @Test
    void aListThatComesBeforeTheLogTakesNoNewsAway() {
        room.apply(list(OTHER, 5, ben));
        assertThat(room.apply(entered(OTHER, 5, ben))).isTrue();
        assertThat(room.apply(left(OTHER, 6, ben))).isTrue();
    }

    @Test
    void aGoingIsNewsAlsoOfSomebodyWhoseComingStoodInTheLogBefore() {
        room.apply(list(OTHER, 5, ben));
        assertThat(room.apply(left(OTHER, 6, ben))).isTrue();
    }

    @Test
    void knowsThatTheLogIsWrongAboutSomebodyWhoIsHere() {
        room.apply(list(OTHER, 1, amy));
        room.enter(amy, null, 1);
        assertThat(room.isWrong(left(OTHER, 2, amy))).isTrue();
        room.said(amy, 2);
        assertThat(room.isWrong(left(OTHER, 2, amy))).isFalse();
        assertThat(room.isWrong(left(SELF, 1, amy))).as("of an earlier stay").isFalse();
        assertThat(room.isWrong(left(SELF, 9, amy)))
                .as("by who took us for dead")
                .isTrue();
        assertThat(room.isWrong(left(SELF, 9, ben))).as("who is not here").isFalse();
    }

    private static PresenceRecord list(EdgeId edge, long sequence, Author... present) {
        return new PresenceRecord(ROOM, edge, sequence, List.of(present), Instant.EPOCH);
    }

    private static RoomEvent.Entered entered(EdgeId edge, long sequence, Author author) {
        return new RoomEvent.Entered(
                MessageId.create(), ROOM, author, Instant.EPOCH, null, new PresenceChange(edge, sequence));
    }

    private static RoomEvent.Left left(EdgeId edge, long sequence, Author author) {
        return new RoomEvent.Left(
                MessageId.create(), ROOM, author, Instant.EPOCH, null, new PresenceChange(edge, sequence));
    }
}
