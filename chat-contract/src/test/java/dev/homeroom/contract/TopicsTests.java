package dev.homeroom.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicsTests {
    @Test
    void compactsPresenceWithinMinutesAlthoughItIsSmall() {
        Map<String, String> configs = Topics.all(1, (short) 1).stream()
                .filter(topic -> topic.name().equals(Topics.PRESENCE))
                .findFirst()
                .orElseThrow()
                .configs();
        assertThat(configs).containsEntry("cleanup.policy", "compact");
        assertThat(duration(configs, "segment.ms")).isLessThanOrEqualTo(Duration.ofMinutes(10));
        assertThat(duration(configs, "max.compaction.lag.ms"))
                .isBetween(duration(configs, "segment.ms"), Duration.ofMinutes(30));
        assertThat(Double.parseDouble(configs.getOrDefault("min.cleanable.dirty.ratio", "0.5")))
                .isLessThanOrEqualTo(0.1);
    }

    private static Duration duration(Map<String, String> configs, String name) {
        return Duration.ofMillis(Long.parseLong(configs.getOrDefault(name, Long.toString(Long.MAX_VALUE))));
    }
}
