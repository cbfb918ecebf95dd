package dev.homeroom.edge.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.contract.AccountId;
import dev.homeroom.contract.MessageId;
import dev.homeroom.contract.RoomId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TurnsTests {
    private static final RoomId ROOM = RoomId.create();
    private static final AccountId AMY = AccountId.create();
    private static final Duration GAP = Duration.ofSeconds(30);
    private static final Instant NOW = Instant.parse("2026-03-02T08:15:30Z");

    private final Turns turns = new Turns();

    @Test
    void comeAgainAfterTheGap() {
        assertThat(take(MessageId.create(), 0)).isZero();
        assertThat(take(MessageId.create(), 10)).isEqualTo(Duration.ofSeconds(20));
        assertThat(take(MessageId.create(), 30)).isZero();
    }

    @Test
    void areNotPutOffByWhatWasRefused() {
        take(MessageId.create(), 0);
        take(MessageId.create(), 29);
        assertThat(take(MessageId.create(), 30)).isZero();
    }

    @Test
    void areTakenByWhatWasPostedElsewhere() {
        turns.posted(ROOM, AMY, MessageId.create(), NOW);
        assertThat(take(MessageId.create(), 1)).isEqualTo(Duration.ofSeconds(29));
    }

    @Test
    void areStillTheMessagesThatIsSentAgain() {
        MessageId same = MessageId.create();
        take(same, 0);
        assertThat(take(same, 1)).isZero();
    }

    @Test
    void areEachWritersOwnInEachRoom() {
        take(MessageId.create(), 0);
        assertThat(turns.take(ROOM, AccountId.create(), MessageId.create(), GAP, NOW))
                .isZero();
        assertThat(turns.take(RoomId.create(), AMY, MessageId.create(), GAP, NOW))
                .isZero();
    }

    @Test
    void areWaitedForNoLongerThanTheGapWhereClocksDiffer() {
        turns.posted(ROOM, AMY, MessageId.create(), NOW.plusSeconds(100));
        assertThat(take(MessageId.create(), 0)).isEqualTo(GAP);
    }

    @Test
    void areForgottenWhenNoSlowModeAsksForThem() {
        for (int i = 0; i < 1_000; i++) {
            turns.posted(ROOM, AccountId.create(), MessageId.create(), NOW.plusSeconds(i));
        }
        assertThat(turns.size()).isEqualTo(601);
        for (int i = 0; i < Turns.CAPACITY; i++) {
            turns.posted(ROOM, AccountId.create(), MessageId.create(), NOW.plusSeconds(1_000));
        }
        assertThat(turns.size()).isEqualTo(Turns.CAPACITY);
    }

    private Duration take(MessageId message, int seconds) {
        return turns.take(ROOM, AMY, message, GAP, NOW.plusSeconds(seconds));
    }
}
