package dev.homeroom.archiver.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

/** Whose pages may change things. */
class OriginCheckTests {
    private final OriginCheck check = new OriginCheck(Set.of("https://school.example"));

    private boolean isForeign(String method, @Nullable String origin) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, "/api/rooms");
        request.addHeader("Host", "chat.example:8080");
        if (origin != null) {
            request.addHeader("Origin", origin);
        }
        return check.isForeign(request);
    }

    @Test
    void takesOwnPages() {
        assertThat(isForeign("POST", "http://chat.example:8080")).isFalse();
        assertThat(isForeign("POST", "https://Chat.example:8080")).isFalse();
    }

    @Test
    void takesAllowedOrigins() {
        assertThat(isForeign("PATCH", "https://school.example")).isFalse();
    }

    @Test
    void takesProgramsThatSendNoOrigin() {
        assertThat(isForeign("DELETE", null)).isFalse();
    }

    @Test
    void refusesForeignPages() {
        assertThat(isForeign("POST", "http://elsewhere.example")).isTrue();
        assertThat(isForeign("POST", "http://chat.example:8080.elsewhere.example"))
                .isTrue();
        assertThat(isForeign("POST", "http://chat.example")).isTrue();
        assertThat(isForeign("POST", "null")).isTrue();
        assertThat(isForeign("DELETE", "not an origin")).isTrue();
    }

    @Test
    void letsEverybodyRead() {
        assertThat(isForeign("GET", "http://elsewhere.example")).isFalse();
    }
}
