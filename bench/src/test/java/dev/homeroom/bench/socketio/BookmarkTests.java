package dev.homeroom.bench.socketio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BookmarkTests {
    private final Bookmark bookmark = new Bookmark();

    @Test
    void keepsCursorAndTokenOfTheLastEvent() {
        bookmark.isRecoveredIn(new SessionIds("s1", "p1"));
        event("[\"new_message\",{\"id\":\"a\",\"message\":\"hi\",\"cursor\":\"AZ_1\"},\"T-1\"]");
        event("[\"new_message\",{\"id\":\"b\",\"message\":\"hi\",\"cursor\":\"AZ_2\"},\"T-2\"]");
        assertThat(bookmark.cursor()).isEqualTo("AZ_2");
        assertThat(bookmark.claim()).contains(new Claim("p1", "T-2"));
    }

    @Test
    void claimsNothingWithoutATokenOrASecretId() {
        bookmark.isRecoveredIn(new SessionIds("s1", "p1"));
        event("[\"new_message\",{\"cursor\":\"AZ_1\"}]");
        assertThat(bookmark.claim()).isEmpty();
        bookmark.isRecoveredIn(new SessionIds("s2", ""));
        event("[\"new_message\",{\"cursor\":\"AZ_1\"},\"T-1\"]");
        assertThat(bookmark.claim()).isEmpty();
    }

    @Test
    void takesTheCursorOfTheAnswerOnlyBeforeThereIsAnEvent() {
        entered("[{\"ok\":true,\"cursor\":\"AZ_0\"}]");
        assertThat(bookmark.cursor()).isEqualTo("AZ_0");
        event("[\"user_joined\",{\"cursor\":\"AZ_1\"}]");
        entered("[{\"ok\":true,\"resumed\":true,\"cursor\":\"AZ_9\"}]");
        assertThat(bookmark.cursor()).isEqualTo("AZ_1");
    }

    @Test
    void knowsARecoveredSession() {
        assertThat(bookmark.isRecoveredIn(new SessionIds("s1", "p1"))).isFalse();
        assertThat(bookmark.isRecoveredIn(new SessionIds("s1", "p1"))).isTrue();
        assertThat(bookmark.isRecoveredIn(new SessionIds("s2", "p2"))).isFalse();
        assertThat(bookmark.isRecoveredIn(new SessionIds("s3", ""))).isFalse();
        assertThat(bookmark.isRecoveredIn(new SessionIds("s3", ""))).isFalse();
    }

    private void event(String array) {
        byte[] bytes = ("42" + array).getBytes(UTF_8);
        bookmark.event(bytes, 2, bytes.length);
    }

    private void entered(String array) {
        byte[] bytes = ("430" + array).getBytes(UTF_8);
        bookmark.entered(bytes, 3, bytes.length);
    }
}
