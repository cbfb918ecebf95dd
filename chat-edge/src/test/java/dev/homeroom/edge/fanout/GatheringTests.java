package dev.homeroom.edge.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.contract.Author;
import dev.homeroom.contract.RoomId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GatheringTests {
    private final PartitionFeed feed = TestFeed.of(1);
    private final Listener amy = new Listener();
    private final Listener ben = new Listener();
    private final RoomId hall = RoomId.create();
    private final RoomId maths = RoomId.create();
    private int ended;

    @Test
    void tellsAtOnceOfWhoeverComesAlone() {
        enter(amy, hall);
        come(1);
        assertThat(amy.told).containsExactly(0L);
    }

    @Test
    void tellsOfManyWhoComeTogetherAsOfOne() {
        enter(amy, hall);
        enter(ben, hall);
        come(20);
        assertThat(amy.counts).containsExactly(1);

        assertThat(endGathering()).containsExactlyInAnyOrder(amy, ben);

        assertThat(amy.told).containsExactly(0L, 19L);
        assertThat(amy.counts).containsExactly(1, 19);
        assertThat(ben.counts).isEqualTo(amy.counts);
    }

    @Test
    void tellsOfAFewOneByOne() {
        enter(amy, hall);
        come(4);
        endGathering();
        assertThat(amy.told).containsExactly(0L, 1L, 2L, 3L);
    }

    @Test
    void waitsAgainAfterEachTimeThatSomebodyCame() {
        enter(amy, hall);
        come(10);
        endGathering();
        come(5);
        assertThat(amy.counts).containsExactly(1, 9);
        endGathering();
        assertThat(amy.counts).containsExactly(1, 9, 5);
        endGathering();
        come(1);
        assertThat(amy.counts).containsExactly(1, 9, 5, 1);
        assertThat(endGathering()).isEmpty();
    }

    @Test
    void tellsOfNothingBeforeWhatCameEarlier() {
        enter(amy, hall);
        enter(ben, hall);
        enter(ben, maths);
        come(11);

        TestFeed.deliver(feed, maths);

        assertThat(ben.told).containsExactly(0L, 10L, 11L);
        assertThat(ben.counts).containsExactly(1, 10, 1);
        assertThat(amy.told).containsExactly(0L);

        TestFeed.deliver(feed, hall);

        assertThat(amy.told).containsExactly(0L, 10L, 12L);
        assertThat(ben.told).containsExactly(0L, 10L, 11L, 12L);
        assertThat(endGathering()).isEmpty();
    }

    @Test
    void keepsTheOrderOfTwoRoomsForWhoeverIsInBoth() {
        enter(amy, hall);
        enter(amy, maths);
        come(6);
        TestFeed.come(feed, maths);
        come(5);
        endGathering();
        assertThat(amy.told).containsExactly(0L, 5L, 6L, 11L);
        assertThat(amy.counts).containsExactly(1, 5, 1, 5);
    }

    @Test
    void doesNotMixComingsWithGoings() {
        enter(amy, hall);
        List<Author> guests = come(5);
        guests.forEach(guest -> TestFeed.go(feed, hall, guest));
        endGathering();
        assertThat(amy.told).containsExactly(0L, 4L, 9L);
        assertThat(amy.counts).containsExactly(1, 4, 5);
    }

    @Test
    void tellsWhoeverEntersMeanwhileOnlyOfWhatComesAfterThem() {
        enter(amy, hall);
        come(10);
        enter(ben, hall);
        come(10);
        endGathering();
        assertThat(amy.counts).containsExactly(1, 19);
        assertThat(ben.told).containsExactly(19L);
        assertThat(ben.counts).containsExactly(10);
    }

    @Test
    void doesNotWaitForMoreThanAHundred() {
        enter(amy, hall);
        come(250);
        assertThat(amy.counts).containsExactly(1, 99, 100);
        endGathering();
        assertThat(amy.counts).containsExactly(1, 99, 100, 50);
    }

    @Test
    void tellsWhatWaitedToWhoeverEntersAgainAndIsRefused() {
        Subscription first = enter(amy, hall);
        come(8);
        Subscription again = TestFeed.join(feed, hall, amy);
        feed.unsubscribe(first);
        TestFeed.goLive(feed, again);
        assertThat(amy.counts).containsExactly(1, 7);
    }

    @Test
    void saysTheSameOfTheSamePeopleToAll() {
        enter(amy, hall);
        come(150);
        enter(ben, hall);
        come(100);
        endGathering();
        assertThat(amy.counts).containsExactly(1, 99, 100, 50);
        assertThat(ben.counts).containsExactly(50, 50);
        assertThat(ben.events.getLast()).isSameAs(amy.events.getLast());
    }

    @Test
    void tellsWhoeverComesBackTheSameAsThoseWhoWereThere() {
        enter(amy, hall);
        come(150);
        endGathering();
        Listener late = new Listener();
        Narrator narrator = new Narrator(Subscription::tell, feed::announce);
        Subscription subscription = enter(late, hall);
        feed.recall(Map.of(hall, 99L), feed.next().offset())
                .orElseThrow()
                .forEach(missed -> narrator.tell(subscription, missed));
        narrator.finish();
        assertThat(late.events).containsExactly(amy.events.getLast());
    }

    @Test
    void tellsWhatWaitedBeforeARoomIsLeft() {
        enter(amy, hall);
        Subscription also = enter(amy, maths);
        come(8);
        feed.unsubscribe(also);
        assertThat(amy.counts).containsExactly(1, 7);
    }

    private Subscription enter(Listener listener, RoomId room) {
        Subscription subscription = TestFeed.join(feed, room, listener);
        TestFeed.goLive(feed, subscription);
        return subscription;
    }

    private List<Author> come(int count) {
        return Stream.generate(() -> TestFeed.come(feed, hall)).limit(count).toList();
    }

    private Set<Subscriber> endGathering() {
        Set<Subscriber> touched = new HashSet<>();
        ended++;
        feed.endGatherings(System.nanoTime() + ended * TestFeed.GATHER.toNanos(), touched);
        return touched;
    }
}
