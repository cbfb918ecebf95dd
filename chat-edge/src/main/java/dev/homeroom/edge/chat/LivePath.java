package dev.homeroom.edge.chat;

import dev.homeroom.contract.EdgeId;
import dev.homeroom.contract.RoomId;
import dev.homeroom.edge.fanout.PartitionFeed;
import dev.homeroom.edge.fanout.Tail;
import dev.homeroom.edge.log.MessageLog;
import dev.homeroom.edge.presence.PresenceWriter;
import dev.homeroom.edge.publish.Publisher;
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
 * @param presence writes this edge's lists
 */
public record LivePath(
        EdgeId self, MessageLog log, Publisher publisher, Tail tail, Replayer replayer, PresenceWriter presence) {

    CompletableFuture<PartitionFeed> feed(RoomId room) {
        return tail.feed(log.partitionOf(room));
    }

    /** The room's feed if this edge follows it already. */
    Optional<PartitionFeed> followed(RoomId room) {
        return tail.followed(log.partitionOf(room));
    }
}
