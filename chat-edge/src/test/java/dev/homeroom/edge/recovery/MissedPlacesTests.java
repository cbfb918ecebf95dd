package dev.homeroom.edge.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.contract.AccountId;
import dev.homeroom.contract.Author;
import dev.homeroom.contract.Cursor;
import dev.homeroom.contract.EdgeId;
import dev.homeroom.contract.Position;
import dev.homeroom.contract.RoomId;
import dev.homeroom.contract.SavedSession;
import dev.homeroom.contract.SavedSession.Place;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MissedPlacesTests {
    private static final UUID TOPIC = UUID.randomUUID();
    private static final Author AMY = Author.of(AccountId.create());

    private final Place early = place(at(1, 50));
    private final Place late = place(at(1, 90));
    private final Place elsewhere = place(at(2, 7));

    @Test
    void aClientWithoutTokenHasSeenNothingSinceItEntered() {
        assertThat(seen(session(null, early, late, elsewhere), null)).containsExactly(at(1, 50), at(1, 90), at(2, 7));
    }

    @Test
    void aTokenTellsOfAllRoomsOfItsPartition() {
        assertThat(seen(session(null, early, late, elsewhere), token(at(1, 70))))
                .containsExactly(at(1, 70), at(1, 90), at(2, 7));
    }

    @Test
    void aTokenFromBeforeTheEnteringTellsNothing() {
        assertThat(seen(session(null, early), token(at(1, 20)))).containsExactly(at(1, 50));
    }

    @Test
    void aTokenOfAnEarlierSessionTellsNothing() {
        SavedSession session = session("stale", null, early);
        assertThat(seen(session, "stale")).containsExactly(at(1, 50));
    }

    @Test
    void whoHasReceivedAllThatWasSentHasMissedNothingThatTheEdgeHadRead() {
        SavedSession session = session(drop(token(at(1, 70)), token(at(1, 1_000_000))), early, late);
        assertThat(seen(session, token(at(1, 70)))).containsExactly(at(1, 1_000_000), at(1, 1_000_000));
    }

    @Test
    void whoHasNotReceivedTheLastThatWasSentGoesOnFromTheTokenAlone() {
        SavedSession session = session(drop(token(at(1, 70)), token(at(1, 1_000_000))), early);
        assertThat(seen(session, token(at(1, 60)))).containsExactly(at(1, 60));
    }

    @Test
    void nothingIsKnownOfASessionThatWasCatchingUp() {
        assertThat(MissedPlaces.of(session(null, early, place(null)), null, TOPIC))
                .isEmpty();
    }

    @Test
    void nothingIsKnownInAnotherLog() {
        Position foreign = new Position(UUID.randomUUID(), 1, 60);
        assertThat(MissedPlaces.of(session(null, early), token(foreign), TOPIC)).isEmpty();
        assertThat(MissedPlaces.of(session(null, place(foreign)), null, TOPIC)).isEmpty();
    }

    @Test
    void nothingIsKnownFromATokenThatNoEdgeMade() {
        assertThat(MissedPlaces.of(session(null, early), "see you at 8", TOPIC)).isEmpty();
    }

    private static List<Position> seen(SavedSession session, @Nullable String token) {
        return MissedPlaces.of(session, token, TOPIC).orElseThrow().places().stream()
                .map(ClaimedSession.SeenPlace::seen)
                .toList();
    }

    private static Place place(@Nullable Position since) {
        return new Place(RoomId.create(), AMY, null, false, false, since);
    }

    private static SavedSession.Drop drop(String sent, String through) {
        return new SavedSession.Drop(Instant.now(), sent, through);
    }

    private static SavedSession session(SavedSession.@Nullable Drop drop, Place... places) {
        return session(null, drop, places);
    }

    private static SavedSession session(@Nullable String stale, SavedSession.@Nullable Drop drop, Place... places) {
        return new SavedSession("s", AMY.account(), new EdgeId("e"), "c", 0, List.of(places), stale, drop);
    }

    private static Position at(int partition, long offset) {
        return new Position(TOPIC, partition, offset);
    }

    private static String token(Position position) {
        return new Cursor(position).text();
    }
}
