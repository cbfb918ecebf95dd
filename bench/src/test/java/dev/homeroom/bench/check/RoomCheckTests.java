package dev.homeroom.bench.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RoomCheckTests {
    private static final Heard ALL = Heard.of(0, 1, 3, 2, 4);

    @Test
    void findsNothingWhereAllHeardTheSame() {
        RoomCheck check = check(ALL, ALL, ALL);
        assertThat(check.judge(ALL)).isEqualTo(Findings.NONE);
    }

    @Test
    void findsALoss() {
        Heard deaf = Heard.of(0, 1, 2, 4);
        assertThat(check(deaf, ALL, ALL).judge(deaf)).isEqualTo(new Findings(1, 0, 0));
    }

    @Test
    void findsALossAtTheEnd() {
        Heard deaf = Heard.of(0, 1, 3);
        assertThat(check(ALL, ALL, deaf).judge(deaf)).isEqualTo(new Findings(2, 0, 0));
    }

    @Test
    void findsADouble() {
        Heard echo = Heard.of(0, 1, 3, 1, 2, 4, 4);
        assertThat(check(echo, ALL, ALL).judge(echo)).isEqualTo(new Findings(0, 2, 0));
    }

    @Test
    void findsASwap() {
        Heard swapped = Heard.of(0, 3, 1, 2, 4);
        assertThat(check(swapped, ALL, ALL).judge(swapped)).isEqualTo(new Findings(0, 0, 1));
    }

    @Test
    void blamesOnlyTheOneWhoLostSomething() {
        Heard deaf = Heard.of(4);
        RoomCheck check = check(deaf, ALL, ALL);
        assertThat(check.judge(ALL)).isEqualTo(Findings.NONE);
        assertThat(check.judge(deaf)).isEqualTo(new Findings(4, 0, 0));
    }

    @Test
    void findsThatTwoDoNotAgree() {
        Heard one = Heard.of(0, 1);
        Heard other = Heard.of(1, 0);
        RoomCheck check = check(one, other);
        assertThat(check.judge(one).plus(check.judge(other))).isEqualTo(new Findings(0, 0, 1));
    }

    @Test
    void expectsWhatWasAckedEvenIfNobodyHeardIt() {
        BitSet acked = new BitSet();
        acked.set(0, 6);
        RoomCheck check = RoomCheck.of(acked, List.of(ALL, ALL), Optional.empty());
        assertThat(check.judge(ALL)).isEqualTo(new Findings(1, 0, 0));
    }

    @Test
    void doesNotExpectWhatWasNeitherAckedNorHeard() {
        assertThat(check(Heard.of(0, 2), Heard.of(0, 2)).judge(Heard.of(0, 2))).isEqualTo(Findings.NONE);
    }

    @Test
    void expectsWhatIsStored() {
        RoomCheck check = RoomCheck.of(new BitSet(), List.of(Heard.of(0, 1)), Optional.of(Heard.of(0, 1, 2)));
        assertThat(check.judge(Heard.of(0, 1))).isEqualTo(new Findings(1, 0, 0));
    }

    @Test
    void findsATranscriptInAnotherOrder() {
        Heard sorted = Heard.of(0, 1, 2, 3, 4);
        RoomCheck check = RoomCheck.of(new BitSet(), List.of(ALL, ALL), Optional.of(sorted));
        assertThat(check.judge(sorted)).isEqualTo(new Findings(0, 0, 1));
        assertThat(check.judge(ALL)).isEqualTo(Findings.NONE);
    }

    private static RoomCheck check(Heard... receivers) {
        return RoomCheck.of(new BitSet(), List.of(receivers), Optional.empty());
    }
}
