package dev.homeroom.archiver;

import dev.homeroom.contract.Decoded;
import dev.homeroom.contract.RoomId;
import dev.homeroom.contract.RoomRecord;
import dev.homeroom.contract.RoomRecordCodec;
import dev.homeroom.contract.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads whole topics. */
public final class TopicContents {
    private TopicContents() {}

    /** The newest record of each room. */
    public static Map<RoomId, RoomRecord> rooms(String bootstrapServers) {
        Map<RoomId, RoomRecord> rooms = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : all(bootstrapServers, Topics.ROOMS)) {
            if (RoomRecordCodec.decode(record.value()) instanceof Decoded.Valid<RoomRecord>(RoomRecord room)) {
                rooms.put(room.room(), room);
            }
        }
        return rooms;
    }

    public static List<ConsumerRecord<byte[], byte[]>> all(String bootstrapServers, String topic) {
        Map<String, Object> config = Map.of("bootstrap.servers", bootstrapServers);
        try (var consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }
}
