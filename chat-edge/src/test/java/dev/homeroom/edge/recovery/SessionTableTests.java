package dev.homeroom.edge.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.contract.EdgeId;
import dev.homeroom.contract.SavedSession;
import dev.homeroom.contract.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SessionTableTests {
    private static final Duration WINDOW = Duration.ofMinutes(2);

    private final SessionTable table = new SessionTable();
    private final Instant now = Instant.now();

    @Test
    void theNewestRecordOfOneConnectionStands() {
        assertThat(apply(session("a", 0, null))).isTrue();
        assertThat(apply(session("a", 0, drop(now)))).isTrue();
        assertThat(found().drop()).isNotNull();
    }

    @Test
    void theFirstOfTwoTakeoversAtOnceWins() {
        apply(session("a", 0, null));
        assertThat(apply(session("b", 1, null))).isTrue();
        assertThat(apply(session("c", 1, null))).isFalse();
        assertThat(found().connection()).isEqualTo("b");
        assertThat(apply(session("b", 1, drop(now)))).isTrue();
    }

    @Test
    void whoHasNotHeardOfATakeoverChangesNothing() {
        apply(session("a", 0, null));
        apply(session("b", 1, null));
        assertThat(apply(session("a", 0, drop(now)))).isFalse();
        assertThat(end("a")).isFalse();
        assertThat(found().connection()).isEqualTo("b");
    }

    @Test
    void aSessionEndsWithTheConnectionThatHasIt() {
        apply(session("a", 0, null));
        assertThat(end("a")).isTrue();
        assertThat(table.find("key")).isEmpty();
        apply(session("b", 1, null));
        assertThat(end(null)).isTrue();
        assertThat(table.find("key")).isEmpty();
    }

    @Test
    void forgetsWhatNobodyCanClaimAnyMore() {
        apply(session("a", 0, drop(now.minus(WINDOW).minusSeconds(1))));
        table.forgetOld(now, WINDOW);
        assertThat(table.size()).isZero();
        apply(session("a", 0, drop(now)));
        table.forgetOld(now, WINDOW);
        assertThat(table.size()).isOne();
        apply(session("a", 0, null));
        table.forgetOld(now.plus(Topics.SESSIONS_KEPT).plusSeconds(1), WINDOW);
        assertThat(table.size()).isZero();
    }

    private boolean apply(SavedSession session) {
        return table.apply("key", session, null, now.toEpochMilli());
    }

    private boolean end(@Nullable String connection) {
        return table.apply("key", null, connection, now.toEpochMilli());
    }

    private SavedSession found() {
        return table.find("key").orElseThrow();
    }

    private static SavedSession.Drop drop(Instant at) {
        return new SavedSession.Drop(at, "AQ", "AQ");
    }

    private static SavedSession session(String connection, long takeovers, SavedSession.@Nullable Drop drop) {
        return new SavedSession("s", null, new EdgeId("e"), connection, takeovers, List.of(), null, drop);
    }
}
