package dev.homeroom.edge.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.contract.Position;
import dev.homeroom.contract.RoomId;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
        deliver(TestFeed.MAX_WAITING + 1);

        assertThat(feed.unsubscribe(catchingUp)).isEmpty();

        deliver(1);
        assertThat(amy.interrupted).isTrue();
        assertThat(amy.told).isEmpty();
        assertThat(feed.unsubscribe(live)).isEmpty();
    }

    @Test
    void letsAsMuchWaitAsMayAndNoMore() {
        Subscription catchingUp = TestFeed.join(feed, history, amy);
        deliver(TestFeed.MAX_WAITING);
        assertThat(feed.goLive(List.of(catchingUp), _ -> false, () -> {})).isTrue();
        assertThat(amy.told).hasSize(TestFeed.MAX_WAITING);
        Listener ben = new Listener();
        Subscription slower = TestFeed.join(feed, history, ben);
        deliver(TestFeed.MAX_WAITING + 1);
        assertThat(feed.goLive(List.of(slower), _ -> false, () -> {})).isFalse();
        assertThat(ben.told).isEmpty();
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

    @Test
    void tellsASessionNothingAgainThatEntersARoomAgainFromFurtherBack() {
        TestFeed.goLive(feed, TestFeed.join(feed, history, amy));
        deliver(3);
        Position cursor = feed.next().withOffset(0);
        assertThat(TestFeed.join(feed, history, amy, cursor).seen().offset()).isEqualTo(2);
        assertThat(TestFeed.join(feed, history, new Listener(), cursor).seen().offset())
                .isZero();
    }

    /** Somebody reloads and comes to this edge before it has read that they left the other one: nobody here is told anything. */
    @Test
    void remembersWhatWasNoNewsHereForThoseWhoComeFromWhereItWas() {
        TestFeed.come(feed, history, TestFeed.AMY);
        TestFeed.goLive(feed, TestFeed.join(feed, history, amy));
        TestFeed.go(feed, history, TestFeed.AMY);
        feed.takeUnsaid().forEach(again -> feed.deliver(feed.next(), again, new HashSet<>()));

        assertThat(amy.told).isEmpty();
        assertThat(feed.recall(Map.of(history, -1L), feed.next().offset()).orElseThrow())
                .extracting(news -> news.event().getClass().getSimpleName())
                .containsExactly("Entered", "Left", "Entered");
    }

    /** Words of a replay ask who is present, for which they need the partition; it must not be held by whoever leaves. */
    @Test
    void nobodyWhoLeavesHoldsThePartitionWhileTheirReplayIsPutIntoWords() {
        Subscription catchingUp = TestFeed.join(feed, history, amy);

        catchingUp.catchUp(feed.next().withOffset(0), _ -> {
            Thread leaving = Thread.ofVirtual().start(() -> feed.unsubscribe(catchingUp));
            assertThat(hasEnded(leaving)).isTrue();
            return TestFeed.event();
        });

        assertThat(feed.present(history)).hasSize(1);
        assertThat(amy.caughtUp).isEmpty();
    }

    private static boolean hasEnded(Thread thread) {
        try {
            return thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void deliver(int count) {
        for (int i = 0; i < count; i++) {
            TestFeed.deliver(feed, history);
        }
    }
}
