package dev.homeroom.edge.engineio;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OpeningTests {
    private static Opening with(@Nullable String cookies) {
        return new Opening(new InetSocketAddress("localhost", 1), false, cookies, "Bearer secret", null, null);
    }

    @Test
    void findsACookieByItsWholeName() {
        Opening opening = with("not_token=no; token=yes; token=later");

        assertThat(opening.cookie("token")).hasValue("yes");
        assertThat(opening.cookie("toke")).isEmpty();
        assertThat(with(null).cookie("token")).isEmpty();
    }

    @Test
    void doesNotShowWhatSignsAClientIn() {
        assertThat(with("token=secret").toString()).doesNotContain("secret");
    }
}
