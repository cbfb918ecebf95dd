package dev.homeroom.edge.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.contract.Position;
import dev.homeroom.contract.RoomId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RecallTests {
    private static final UUID TOPIC = UUID.randomUUID();

    private final RoomId history = RoomId.create();
    private final RoomId maths = RoomId.create();
    private final Recall recall = new Recall(10, 50, 100);

    @Test
    void tellsWhatTheRoomsMissedInTheOrderOfThePartition() {
        tell(history, 100);
        tell(maths, 103);
        tell(history, 104);
        tell(maths, 109);
        assertThat(missed(Map.of(history, 100L, maths, 99L))).contains(List.of(103L, 104L, 109L));
    }

    @Test
    void doesNotTellWhatItHasForgotten() {
        for (int offset = 100; offset < 115; offset++) {
            tell(history, offset);
        }
        assertThat(missed(Map.of(history, 103L))).isEmpty();
        assertThat(missed(Map.of(history, 104L)))
                .contains(List.of(105L, 106L, 107L, 108L, 109L, 110L, 111L, 112L, 113L, 114L));
    }

    @Test
    void knowsThatARoomWasQuietHoweverMuchItHasForgotten() {
        tell(history, 100);
        for (int offset = 101; offset < 200; offset++) {
            tell(maths, offset);
        }
        assertThat(missed(Map.of(history, 100L))).contains(List.of());
        assertThat(missed(Map.of(history, 99L))).isEmpty();
        assertThat(missed(Map.of(RoomId.create(), 150L))).contains(List.of());
    }

    @Test
    void knowsNothingOfWhatWasBeforeIt() {
        assertThat(missed(Map.of(history, 98L))).isEmpty();
        assertThat(missed(Map.of(history, 99L))).contains(List.of());
    }

    @Test
    void hasNothingForWhoIsAhead() {
        tell(history, 100);
        assertThat(missed(Map.of(history, 2_000L))).contains(List.of());
    }

    @Test
    void forgetsRoomsTooWhereTheyAreTooMany() {
        Recall small = new Recall(1_000_000, 50, 0);
        for (int offset = 0; offset <= 50; offset++) {
            small.add(news(offset == 0 ? history : RoomId.create(), offset), 1);
        }
        assertThat(small.since(Map.of(history, -1L))).isEmpty();
        assertThat(small.since(Map.of(history, 0L))).contains(List.of());
    }

    private void tell(RoomId room, long offset) {
        recall.add(news(room, offset), 1);
    }

    private static News news(RoomId room, long offset) {
        return TestFeed.message(room, new Position(TOPIC, 1, offset));
    }

    private Optional<List<Long>> missed(Map<RoomId, Long> seen) {
        return recall.since(seen)
                .map(missed -> missed.stream().map(News::offset).toList());
    }
}
