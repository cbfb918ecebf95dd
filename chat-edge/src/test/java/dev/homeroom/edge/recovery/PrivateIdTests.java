package dev.homeroom.edge.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateIdTests {
    @Test
    void saysWhereItsSessionIsKeptAndNeverAsWhat() {
        PrivateId id = PrivateId.create(40_000);
        PrivateId readBack = PrivateId.parse(id.text()).orElseThrow();
        assertThat(readBack.partition()).isEqualTo(40_000);
        assertThat(readBack.key()).isEqualTo(id.key()).doesNotContain(id.text());
        assertThat(id.toString()).doesNotContain(id.text());
        assertThat(PrivateId.create(40_000).text()).isNotEqualTo(id.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "not base64!", "__proto__", "AAbSRe7UHKP_NiMkgM7aKwT_AAAA"})
    void readsNothingOutOfWhatNoEdgeMade(String text) {
        assertThat(PrivateId.parse(text)).isEmpty();
        assertThat(PrivateId.parse(Base64.getUrlEncoder().encodeToString(new byte[5_000])))
                .isEmpty();
    }
}
