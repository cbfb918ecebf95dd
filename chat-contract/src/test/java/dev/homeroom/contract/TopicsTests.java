package dev.homeroom.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicsTests {
    @Test
    void compactsPresenceWithinMinutesAlthoughItIsSmall() {
        Map<String, String> configs = configs(Topics.PRESENCE);
        assertThat(configs).containsEntry("cleanup.policy", "compact");
        assertThat(duration(configs, "segment.ms")).isLessThanOrEqualTo(Duration.ofMinutes(10));
        assertThat(duration(configs, "max.compaction.lag.ms"))
                .isBetween(duration(configs, "segment.ms"), Duration.ofMinutes(30));
        assertThat(Double.parseDouble(configs.getOrDefault("min.cleanable.dirty.ratio", "0.5")))
                .isLessThanOrEqualTo(0.1);
    }

    @Test
    void refusesMessagesOfClocksThatTheArchiveWouldNotTake() {
        Map<String, String> configs = configs(Topics.MESSAGES);
        assertThat(duration(configs, "message.timestamp.after.max.ms")).isLessThan(Duration.ofHours(1));
        assertThat(duration(configs, "message.timestamp.before.max.ms")).isLessThan(Duration.ofDays(30));
    }

    @Test
    void everyWriteNeedsTwoBrokersWhereThereAreThreeCopies() {
        assertThat(Topics.all(1, (short) 3)).allSatisfy(topic -> {
            assertThat(topic.replicationFactor()).isEqualTo((short) 3);
            assertThat(topic.configs()).containsEntry("min.insync.replicas", "2");
        });
    }

    private static Map<String, String> configs(String name) {
        return Topics.all(1, (short) 1).stream()
                .filter(topic -> topic.name().equals(name))
                .findFirst()
                .orElseThrow()
                .configs();
    }

    private static Duration duration(Map<String, String> configs, String name) {
        return Duration.ofMillis(Long.parseLong(configs.getOrDefault(name, Long.toString(Long.MAX_VALUE))));
    }
}
