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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PartitionPresenceTests {
    private static final PresenceProperties PROPERTIES = new PresenceProperties(
            Duration.ofSeconds(3), Duration.ofSeconds(2), Duration.ofSeconds(7), Duration.ofMillis(100));
    private static final EdgeId SELF = new EdgeId("b");
    private static final EdgeId EARLIER = new EdgeId("a");
    private static final EdgeId LATER = new EdgeId("c");
    private static final RoomId ROOM = RoomId.create();
    private static final long FIRST = 1_000;

    private final Author amy = Author.of(AccountId.create());
    private final Author ben = Author.of(AccountId.create());
    private final PartitionPresence presence = new PartitionPresence(SELF, PROPERTIES, FIRST);
    private int now;

    @BeforeEach
    void hearItself() {
        presence.heard(SELF, 0);
    }

    @Test
    void saysAComingUntilItIsConfirmed() {
        presence.ready(0);
        presence.enter(ROOM, amy, null);
        RoomEvent coming = presence.takeUnsaid().getFirst();
        assertThat(presence.takeUnsaid()).as("while it is on its way").isEmpty();
        presence.said(coming, false);
        assertThat(presence.takeUnsaid()).containsExactly(coming);
        presence.said(coming, true);
        assertThat(presence.takeUnsaid()).isEmpty();
    }

    @Test
    void doesNotSayAgainWhatALaterChangeHasMadePointless() {
        presence.ready(0);
        presence.enter(ROOM, amy, null);
        RoomEvent coming = presence.takeUnsaid().getFirst();
        presence.leave(ROOM, amy);
        RoomEvent going = presence.takeUnsaid().getFirst();
        presence.said(coming, false);
        presence.said(going, false);
        assertThat(presence.takeUnsaid()).containsExactly(going);
    }

    @Test
    void writesAListAgainThatWasNotWritten() {
        presence.ready(0);
        presence.enter(ROOM, amy, null);
        assertThat(presence.takeChanged())
                .singleElement()
                .extracting(PresenceRecord::present)
                .isEqualTo(List.of(amy));
        assertThat(presence.takeChanged()).isEmpty();
        presence.notWritten(ROOM);
        assertThat(presence.takeChanged()).hasSize(1);
    }

    @Test
    void writesItsListAgainWhenAnotherEdgeHasClearedIt() {
        presence.ready(0);
        presence.enter(ROOM, amy, null);
        presence.takeChanged();
        presence.apply(cleared(SELF, FIRST + 1));
        assertThat(presence.takeChanged())
                .singleElement()
                .extracting(PresenceRecord::present)
                .isEqualTo(List.of(amy));
    }

    @Test
    void writesItsListsAgainOnceItHearsItselfAfterASilence() {
        presence.ready(0);
        presence.enter(ROOM, amy, null);
        presence.takeChanged();
        hearItselfUntil(4);
        assertThat(presence.takeChanged()).isEmpty();
        presence.heard(SELF, seconds(60));
        assertThat(presence.takeChanged()).hasSize(1);
    }

    @Test
    void clearsAListOnceItHasComeBackEmpty() {
        presence.ready(0);
        presence.enter(ROOM, amy, null);
        presence.leave(ROOM, amy);
        PresenceRecord empty = presence.takeChanged().getFirst();
        assertThat(empty.present()).isEmpty();
        assertThat(presence.takeEmptied()).isEmpty();
        presence.apply(empty, 0);
        assertThat(presence.takeEmptied()).containsExactly(cleared(SELF, FIRST + 2));
    }

    @Test
    void keepsNoRoomThatNobodyIsInAnyMore() {
        presence.ready(0);
        presence.enter(ROOM, amy, null);
        RoomEvent.Entered entered = (RoomEvent.Entered) presence.takeUnsaid().getFirst();
        presence.apply(entered, 0);
        presence.said(entered, true);
        presence.apply(list(LATER, 1, ben), 0);
        presence.leave(ROOM, amy);
        RoomEvent.Left left = (RoomEvent.Left) presence.takeUnsaid().getFirst();
        presence.apply(left);
        presence.said(left, true);
        presence.apply(left(LATER, 2, ben));
        presence.takeChanged();
        assertThat(presence.size()).isZero();
        assertThat(presence.isInUse()).isFalse();
    }

    @Test
    void tellsOnlyRoomsInWhichADeadEdgeHadAList() {
        RoomId other = RoomId.create();
        presence.ready(0);
        presence.apply(list(LATER, 1, amy), 0);
        presence.enter(other, ben, null);
        hearItselfUntil(8);
        List<Bereaved> bereaved = presence.expire(seconds(8)).rooms();
        assertThat(bereaved).extracting(Bereaved::list).containsExactly(cleared(LATER, 2));
        assertThat(bereaved.getFirst().gone()).extracting(RoomEvent::author).containsExactly(amy);
    }

    @Test
    void tellsOfADeadEdgeUntilItsListIsClearedAndThenBuriesIt() {
        presence.ready(0);
        presence.heard(LATER, 0);
        presence.apply(list(LATER, 1, amy), 0);
        hearItselfUntil(8);
        Bereaved first = presence.expire(seconds(8)).rooms().getFirst();
        Bereaved second = presence.expire(seconds(8)).rooms().getFirst();
        assertThat(second.gone())
                .extracting(RoomEvent::id)
                .isEqualTo(first.gone().stream().map(RoomEvent::id).toList());
        assertThat(presence.expire(seconds(8)).buried()).isEmpty();
        presence.apply(first.list());
        assertThat(presence.expire(seconds(8))).isEqualTo(new Mourning(List.of(), List.of(LATER)));
        presence.saidGoodbye(LATER, seconds(8));
        assertThat(presence.expire(seconds(8))).isEqualTo(Mourning.NONE);
    }

    @Test
    void tellsOfADeadEdgeWhenTheOneThatShouldHaveDiesToo() {
        presence.ready(0);
        presence.apply(list(LATER, 1, amy), 0);
        hearItselfUntil(4);
        presence.heard(EARLIER, seconds(4));
        hearItselfUntil(8);
        assertThat(presence.expire(seconds(8))).isEqualTo(Mourning.NONE);
        hearItselfUntil(12);
        assertThat(presence.expire(seconds(12)).rooms())
                .extracting(Bereaved::list)
                .containsExactly(cleared(LATER, 2));
    }

    @Test
    void tellsOfADeadEdgeWhenTheOneThatShouldDoesNot() {
        presence.ready(0);
        presence.apply(list(LATER, 1, amy), 0);
        for (int second = 0; second <= 16; second += 2) {
            presence.heard(EARLIER, seconds(second));
        }
        hearItselfUntil(8);
        assertThat(presence.expire(seconds(8))).isEqualTo(Mourning.NONE);
        hearItselfUntil(16);
        assertThat(presence.expire(seconds(16)).rooms()).hasSize(1);
    }

    @Test
    void takesItsEarlierListsUpAndEndsThemAfterTheGraceTime() {
        presence.apply(list(SELF, FIRST - 5, amy, ben), 0);
        presence.ready(0);
        presence.enter(ROOM, amy, null);
        assertThat(presence.takeUnsaid()).as("amy was never gone").isEmpty();
        assertThat(presence.takeChanged().getFirst().present()).containsExactlyInAnyOrder(amy, ben);
        hearItselfUntil(4);
        presence.expire(seconds(4));
        assertThat(presence.takeUnsaid())
                .singleElement()
                .isInstanceOfSatisfying(
                        RoomEvent.Left.class, gone -> assertThat(gone.author()).isEqualTo(ben));
        assertThat(presence.takeChanged().getFirst().present()).containsExactly(amy);
    }

    @Test
    void saysThatSomebodyIsHereWhomTheLogSaysToBeGone() {
        presence.ready(0);
        presence.enter(ROOM, amy, null);
        PresenceRecord list = presence.takeChanged().getFirst();
        presence.said(presence.takeUnsaid().getFirst(), true);
        presence.apply(left(SELF, list.sequence() + 1, amy));
        RoomEvent.Entered again = (RoomEvent.Entered) presence.takeUnsaid().getFirst();
        assertThat(again.change().sequence()).isGreaterThan(list.sequence() + 1);
        assertThat(presence.takeChanged()).hasSize(1);
    }

    @Test
    void knowsFromTheLogWhoCameJustBeforeItBeganAndIsInNoListYet() {
        presence.apply(entered(LATER, 5, amy), 0);
        presence.apply(entered(LATER, 6, ben), 0);
        presence.apply(left(LATER, 7, ben));
        presence.ready(0);
        assertThat(presence.present(ROOM)).containsExactly(amy);
        assertThat(presence.apply(left(LATER, 8, amy)))
                .as("news to whoever found amy there")
                .isTrue();
    }

    @Test
    void whoCameJustBeforeItBeganOnAnEdgeThatDiedAtOnceIsGoneToo() {
        presence.apply(entered(LATER, 5, amy), 0);
        presence.ready(0);
        hearItselfUntil(8);
        assertThat(presence.expire(seconds(8)).rooms())
                .singleElement()
                .satisfies(bereaved -> assertThat(bereaved.gone())
                        .extracting(RoomEvent::author)
                        .containsExactly(amy));
    }

    @Test
    void aComingIsNewsAlsoIfItsListCameWhileItBegan() {
        presence.apply(list(LATER, 5, amy), 0);
        presence.ready(0);
        assertThat(presence.apply(entered(LATER, 5, amy), 0)).isTrue();
        presence.applyEarlier(list(EARLIER, 5, ben), 0);
        assertThat(presence.apply(entered(EARLIER, 5, ben), 0)).isFalse();
    }

    /** It wrote its list, and died before the log had that they left. */
    @Test
    void saysThatSomebodyIsGoneWhomADeadEdgeHadLeftOutOfItsList() {
        presence.ready(0);
        presence.apply(
                new RoomEvent.Entered(MessageId.create(), ROOM, amy, Instant.EPOCH, null, new PresenceChange(LATER, 1)),
                0);
        presence.apply(new PresenceRecord(ROOM, LATER, 2, List.of(), Instant.EPOCH), 0);
        assertThat(presence.present(ROOM)).containsExactly(amy);
        presence.expire(Duration.ofSeconds(1).toNanos());
        presence.heard(SELF, Duration.ofSeconds(8).toNanos());
        presence.expire(Duration.ofSeconds(9).toNanos());
        RoomEvent.Left left = (RoomEvent.Left) presence.takeUnsaid().getFirst();
        assertThat(left.author()).isEqualTo(amy);
        assertThat(presence.apply(left)).isTrue();
        assertThat(presence.present(ROOM)).isEmpty();
    }

    @Test
    void takesNoEdgeForDeadThatLeftAndIsBack() {
        presence.ready(0);
        presence.heard(LATER, 0);
        presence.saidGoodbye(LATER, 0);
        presence.apply(list(LATER, 5, amy), seconds(1));
        hearItselfUntil(6);
        assertThat(presence.expire(seconds(6))).isEqualTo(Mourning.NONE);
        assertThat(presence.present(ROOM)).containsExactly(amy);
    }

    @Test
    void writesAClearedListAgainUnderAHigherNumber() {
        presence.ready(0);
        presence.enter(ROOM, amy, null);
        presence.takeChanged();
        presence.apply(cleared(SELF, FIRST + 7));
        assertThat(presence.takeChanged().getFirst().sequence()).isGreaterThan(FIRST + 7);
    }

    private void hearItselfUntil(int until) {
        for (; now <= until; now++) {
            presence.heard(SELF, seconds(now));
        }
    }

    private static PresenceRecord list(EdgeId edge, long sequence, Author... present) {
        return new PresenceRecord(ROOM, edge, sequence, List.of(present), Instant.EPOCH);
    }

    private static ClearedList cleared(EdgeId edge, long sequence) {
        return new ClearedList(new PresenceKey(ROOM, edge), sequence);
    }

    private static RoomEvent.Entered entered(EdgeId edge, long sequence, Author author) {
        return new RoomEvent.Entered(
                MessageId.create(), ROOM, author, Instant.EPOCH, null, new PresenceChange(edge, sequence));
    }

    private static RoomEvent.Left left(EdgeId edge, long sequence, Author author) {
        return new RoomEvent.Left(
                MessageId.create(), ROOM, author, Instant.EPOCH, null, new PresenceChange(edge, sequence));
    }

    private static long seconds(int seconds) {
        return Duration.ofSeconds(seconds).toNanos();
    }
}
