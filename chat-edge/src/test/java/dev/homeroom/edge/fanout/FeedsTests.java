package dev.homeroom.edge.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.contract.RoomId;
import dev.homeroom.edge.log.LogEnds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class FeedsTests {
    private static final LogEnds.Ends ENDS = new LogEnds.Ends(0, 0, 0, 0);
    private static final int PARTITION = 4;

    private final Feeds feeds = new Feeds();
    private final List<Following> begun = new ArrayList<>();

    @Test
    void asksForAPartitionOnceHoweverManyWantIt() {
        assertThat(ask()).isSameAs(ask());
        assertThat(begun).hasSize(1);
    }

    @Test
    void takesNoAnswerThatWasGivenToSomebodyBefore() {
        Following stale = ask();
        feeds.interruptAll(new KafkaException("away"));
        Following now = ask();
        PartitionFeed feed = TestFeed.of(PARTITION);
        feeds.found(now, feed, ENDS);
        feeds.found(stale, TestFeed.of(PARTITION), ENDS);

        assertThat(feeds.begin()).containsExactly(now);
        feeds.ready(now);

        assertThat(feeds.followed()).containsExactly(now);
        assertThat(feeds.reading(PARTITION)).containsSame(feed);
        assertThat(stale.wanted()).isCompletedExceptionally();
        Awaitility.await().until(() -> now.wanted().isDone());
        assertThat(now.wanted()).isCompletedWithValue(feed);
    }

    @Test
    void failureOfAnEarlierQuestionDoesNotTouchALaterOne() {
        Following stale = ask();
        feeds.interruptAll(new KafkaException("away"));
        Following now = ask();
        feeds.failed(stale, new KafkaException("too late"));
        assertThat(ask()).isSameAs(now);
        assertThat(now.wanted()).isNotDone();
    }

    @Test
    void keepsAFeedThatSomebodyUses() {
        Following following = followed();
        TestFeed.join(following.feed(), RoomId.create(), new Listener());
        assertThat(release()).isEmpty();
        assertThat(ask()).isSameAs(following);
    }

    @Test
    void letsGoOfAFeedThatNobodyUsesSoThatWhoeverComesGetsAnother() {
        Following following = followed();
        assertThat(release()).containsExactly(following.feed());
        assertThat(following.feed().join(List.of())).isEmpty();
        assertThat(feeds.followed()).isEmpty();
        assertThat(ask()).isNotSameAs(following);
    }

    @Test
    void tellsEverybodyInAFeedThatItIsInterrupted() {
        Listener amy = new Listener();
        TestFeed.join(followed().feed(), RoomId.create(), amy);
        feeds.interruptAll(new KafkaException("away"));
        assertThat(amy.interrupted).isTrue();
        assertThat(feeds.followed()).isEmpty();
        assertThat(feeds.ready()).isEmpty();
    }

    private Following ask() {
        return feeds.ask(PARTITION, begun::add);
    }

    private Following followed() {
        Following following = ask();
        feeds.found(following, TestFeed.of(PARTITION), ENDS);
        feeds.begin();
        feeds.ready(following);
        return following;
    }

    private List<PartitionFeed> release() {
        return feeds.releaseIdle(Duration.ZERO, System.nanoTime() + 1);
    }
}
