package dev.homeroom.edge.chat;

import dev.homeroom.contract.EdgeId;
import dev.homeroom.contract.Position;
import dev.homeroom.contract.RoomId;
import dev.homeroom.edge.fanout.Herald;
import dev.homeroom.edge.fanout.PartitionFeed;
import dev.homeroom.edge.fanout.Tail;
import dev.homeroom.edge.log.CompactedReader;
import dev.homeroom.edge.log.LogEnds;
import dev.homeroom.edge.log.MessageLog;
import dev.homeroom.edge.publish.Publisher;
import dev.homeroom.edge.recovery.Recoveries;
import dev.homeroom.edge.resume.Replayer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The parts that exist once Kafka has been reached.
 *
 * @param self this edge's id, a new one each time it starts
 * @param log which topic the room log is
 * @param publisher writes events
 * @param tail follows the log
 * @param replayer reads back in it
 * @param herald tells Kafka who has come and gone
 * @param ends knows where partitions end
 * @param recoveries begins sessions and finds lost ones
 * @param rooms reads the rooms and the signing keys
 */
public record LivePath(
        EdgeId self,
        MessageLog log,
        Publisher publisher,
        Tail tail,
        Replayer replayer,
        Herald herald,
        LogEnds ends,
        Recoveries recoveries,
        CompactedReader rooms) {

    /** Whether all that runs by itself does. */
    public boolean isRunning() {
        return tail.isRunning() && recoveries.isRunning() && rooms.isRunning();
    }

    /** Whether this log has a record at this position, or has had one. */
    CompletableFuture<Boolean> has(PartitionFeed feed, Position position) {
        Position next = feed.next();
        if (!position.comparableWith(next)) {
            return CompletableFuture.completedFuture(false);
        }
        // Another edge may have been a little ahead of this one.
        return position.offset() < next.offset()
                ? CompletableFuture.completedFuture(true)
                : ends.ofMessages(position.partition()).thenApply(end -> position.offset() < end);
    }

    CompletableFuture<PartitionFeed> feed(RoomId room) {
        return tail.feed(log.partitionOf(room));
    }

    /** The room's feed if this edge follows it already. */
    Optional<PartitionFeed> followed(RoomId room) {
        return tail.followed(log.partitionOf(room));
    }
}
