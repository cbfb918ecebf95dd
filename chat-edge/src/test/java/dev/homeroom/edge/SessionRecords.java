package dev.homeroom.edge;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.homeroom.contract.Decoded;
import dev.homeroom.contract.SavedSession;
import dev.homeroom.contract.SavedSessionCodec;
import dev.homeroom.contract.Topics;
import dev.homeroom.testing.Backends;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What stands on the sessions' topic of the shared broker by now. */
final class SessionRecords {
    private SessionRecords() {}

    /** The last record of each session, also of those that are over. */
    static List<ConsumerRecord<byte[], byte[]>> last() {
        Map<String, ConsumerRecord<byte[], byte[]>> last = new LinkedHashMap<>();
        all().forEach(entry -> last.put(new String(entry.key(), UTF_8), entry));
        return List.copyOf(last.values());
    }

    private static List<ConsumerRecord<byte[], byte[]>> all() {
        List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
        try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", Backends.kafka().bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.SESSIONS).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
                consumer.poll(Duration.ofMillis(100)).forEach(all::add);
            }
        }
        return all;
    }

    static Optional<SavedSession> session(ConsumerRecord<byte[], byte[]> entry) {
        return entry.value() != null
                        && SavedSessionCodec.decode(entry.value())
                                instanceof Decoded.Valid<SavedSession>(SavedSession session)
                ? Optional.of(session)
                : Optional.empty();
    }
}
