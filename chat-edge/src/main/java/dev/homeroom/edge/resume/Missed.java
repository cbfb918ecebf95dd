package dev.homeroom.edge.resume;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.homeroom.contract.Position;
import dev.homeroom.contract.RoomId;
import dev.homeroom.contract.Topics;
import dev.homeroom.edge.fanout.PartitionFeed;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * What a session missed in one partition.
 *
 * @param seen for each of its rooms the last offset that it has seen
 * @param next the first record that it has not missed
 */
record Missed(PartitionFeed feed, Map<RoomId, Long> seen, Position next) {
    TopicPartition partition() {
        return new TopicPartition(Topics.MESSAGES, next.partition());
    }

    long from() {
        return seen.values().stream().mapToLong(Long::longValue).min().orElse(until()) + 1;
    }

    long until() {
        return next.offset();
    }

    /** What is still missed once all up to this offset has been told. */
    Missed after(long offset) {
        Map<RoomId, Long> told = new HashMap<>(seen);
        told.replaceAll((_, each) -> Math.max(each, offset));
        return new Missed(feed, told, next);
    }

    boolean isNothing() {
        return from() >= until();
    }

    /** @param most how many records of all rooms may be read */
    boolean isTooMuch(long most) {
        return until() - from() > most;
    }

    /** Whether the session missed this record. */
    boolean includes(ConsumerRecord<byte[], byte[]> entry) {
        RoomId room = roomOf(entry.key());
        Long offset = room == null ? null : seen.get(room);
        return offset != null && entry.offset() > offset && entry.offset() < until();
    }

    private static @Nullable RoomId roomOf(byte @Nullable [] key) {
        try {
            return key == null ? null : RoomId.parse(new String(key, UTF_8));
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
