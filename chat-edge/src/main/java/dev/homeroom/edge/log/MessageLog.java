package dev.homeroom.edge.log;

import dev.homeroom.contract.Position;
import dev.homeroom.contract.RoomId;
import dev.homeroom.contract.Topics;
import java.util.UUID;

/**
 * Which topic the room log is right now.
 *
 * @param topicId Kafka's id of {@link Topics#MESSAGES}
 * @param partitions how many it has
 * @param sessionPartitions how many {@link Topics#SESSIONS} has
 */
public record MessageLog(UUID topicId, int partitions, int sessionPartitions) {
    public int partitionOf(RoomId room) {
        return Topics.partitionOf(room, partitions);
    }

    public Position position(int partition, long offset) {
        return new Position(topicId, partition, offset);
    }
}
