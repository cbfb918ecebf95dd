package dev.homeroom.edge.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.contract.RoomId;
import org.junit.jupiter.api.Test;

class PartitionFeedTests {
    private final PartitionFeed feed = TestFeed.of(1);
    private final Listener amy = new Listener();
    private final RoomId history = RoomId.create();
    private final RoomId maths = RoomId.create();

    @Test
    void interruptsASessionOfWhoseOtherRoomsTooMuchWasLost() {
        Subscription live = TestFeed.join(feed, history, amy);
        TestFeed.goLive(feed, live);
        Subscription catchingUp = TestFeed.join(feed, maths, amy);
        deliver(10_001);

        assertThat(feed.unsubscribe(catchingUp)).isEmpty();

        deliver(1);
        assertThat(amy.interrupted).isTrue();
        assertThat(amy.told).isEmpty();
        assertThat(feed.unsubscribe(live)).isEmpty();
    }

    @Test
    void tellsWhatWaitedOnceARoomThatWasCatchingUpIsLeft() {
        Subscription live = TestFeed.join(feed, history, amy);
        TestFeed.goLive(feed, live);
        Subscription catchingUp = TestFeed.join(feed, maths, amy);
        deliver(3);
        assertThat(amy.told).isEmpty();
        assertThat(feed.isLive(live)).isFalse();

        feed.unsubscribe(catchingUp);

        assertThat(amy.told).containsExactly(0L, 1L, 2L);
        assertThat(amy.interrupted).isFalse();
        assertThat(feed.isLive(live)).isTrue();
    }

    private void deliver(int count) {
        for (int i = 0; i < count; i++) {
            TestFeed.deliver(feed, history);
        }
    }
}
