package dev.homeroom.edge.presence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.contract.AccountId;
import dev.homeroom.contract.Author;
import dev.homeroom.contract.EdgeId;
import dev.homeroom.contract.PresenceChange;
import dev.homeroom.contract.PresenceRecord;
import dev.homeroom.contract.RoomId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoomPresenceTests {
    private static final EdgeId SELF = new EdgeId("self");
    private static final EdgeId OTHER = new EdgeId("other");
    private static final RoomId ROOM = RoomId.create();

    private final Author amy = Author.of(AccountId.create());
    private final Author ben = Author.of(AccountId.create());
    private final RoomPresence room = new RoomPresence();

    @Test
    void tellsTheRoomOnceHoweverManySessionsSomebodyHas() {
        assertThat(room.enter(amy)).isEqualTo(Arrival.FIRST_ANYWHERE);
        assertThat(room.enter(amy)).isEqualTo(Arrival.ALREADY_HERE);
        assertThat(room.leave(amy)).isEqualTo(Departure.STILL_HERE);
        assertThat(room.leave(amy)).isEqualTo(Departure.LAST_ANYWHERE);
        assertThat(room.leave(amy)).isEqualTo(Departure.WAS_NOT_HERE);
    }

    @Test
    void tellsOnlyTheEdgesOfSomebodyWhoIsOnAnotherEdgeToo() {
        room.apply(list(1, amy));
        assertThat(room.enter(amy)).isEqualTo(Arrival.FIRST_HERE);
        assertThat(room.leave(amy)).isEqualTo(Departure.LAST_HERE);
        assertThat(room.present()).containsExactly(amy);
    }

    @Test
    void passesOverAListOlderThanTheLog() {
        room.applyEntered(new PresenceChange(OTHER, 5), amy, SELF);
        room.apply(list(4, ben));
        assertThat(room.present()).containsExactly(amy);
        room.apply(list(6, ben));
        assertThat(room.present()).containsExactly(ben);
    }

    @Test
    void passesOverAChangeOlderThanTheList() {
        room.apply(list(6, ben));
        room.applyLeft(new PresenceChange(OTHER, 5), ben, SELF);
        assertThat(room.present()).containsExactly(ben);
    }

    @Test
    void showsOneComingWhenTwoEdgesTellOfIt() {
        assertThat(room.applyEntered(new PresenceChange(SELF, 1), amy, SELF)).isTrue();
        assertThat(room.applyEntered(new PresenceChange(OTHER, 1), amy, SELF)).isFalse();
    }

    @Test
    void showsNoGoingWhileSomebodyIsStillThereThroughAnotherEdge() {
        room.enter(amy);
        room.applyEntered(new PresenceChange(SELF, 1), amy, SELF);
        room.applyEntered(new PresenceChange(OTHER, 1), amy, SELF);
        assertThat(room.applyLeft(new PresenceChange(OTHER, 2), amy, SELF)).isFalse();
        room.leave(amy);
        assertThat(room.applyLeft(new PresenceChange(SELF, 2), amy, SELF)).isTrue();
    }

    @Test
    void namesWhoWasOnADeadEdgeAlone() {
        room.enter(ben);
        room.apply(list(9, amy, ben));
        assertThat(room.forget(OTHER)).isEqualTo(new RoomPresence.Lost(List.of(amy), 9));
        assertThat(room.present()).containsExactly(ben);
    }

    private static PresenceRecord list(long sequence, Author... present) {
        return new PresenceRecord(ROOM, OTHER, sequence, List.of(present), Instant.EPOCH);
    }
}
