package dev.homeroom.contract;

import java.util.UUID;

/**
 * A place in the log: which topic, which partition, which offset.
 *
 * <p>Offsets belong to a partition, which many rooms share, so the offsets of one room have holes. The topic id tells a
 * re-created topic, whose offsets start again at 0, from the old one.
 *
 * @param topicId Kafka's id of the topic, not its name
 * @param partition from 0
 * @param offset of a record; -1 stands before the first one
 */
public record Position(UUID topicId, int partition, long offset) {
    public Position {
        if (partition < 0 || offset < -1) {
            throw new IllegalArgumentException("partition " + partition + ", offset " + offset);
        }
    }

    /** Whether both lie in the same partition of the same topic, so that their offsets can be compared. */
    public boolean comparableWith(Position other) {
        return partition == other.partition && topicId.equals(other.topicId);
    }

    public Position withOffset(long newOffset) {
        return new Position(topicId, partition, newOffset);
    }
}
