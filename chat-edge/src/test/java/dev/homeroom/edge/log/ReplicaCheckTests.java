package dev.homeroom.edge.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartitionInfo;
import org.junit.jupiter.api.Test;

/** Which topics may lose with one broker what they have confirmed. */
class ReplicaCheckTests {
    private static boolean isWeak(int copies, String needed) {
        List<Node> brokers = IntStream.range(0, copies)
                .mapToObj(id -> new Node(id, "localhost", 9092))
                .toList();
        TopicDescription topic = new TopicDescription(
                "log", false, List.of(new TopicPartitionInfo(0, brokers.getFirst(), brokers, brokers)));
        return ReplicaCheck.isWeak(topic, new Config(List.of(new ConfigEntry("min.insync.replicas", needed))));
    }

    @Test
    void warnsOfCopiesThatNobodyWaitsFor() {
        assertThat(isWeak(3, "1")).isTrue();
        assertThat(isWeak(2, "1")).isTrue();
    }

    @Test
    void isContentWithTwoInSyncAndWithOneWhereThereIsNoCopy() {
        assertThat(isWeak(3, "2")).isFalse();
        assertThat(isWeak(2, "2")).isFalse();
        assertThat(isWeak(1, "1")).isFalse();
    }
}
