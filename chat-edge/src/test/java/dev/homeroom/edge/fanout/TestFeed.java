package dev.homeroom.edge.fanout;

import dev.homeroom.contract.AccountId;
import dev.homeroom.contract.Author;
import dev.homeroom.contract.EdgeId;
import dev.homeroom.contract.MessageId;
import dev.homeroom.contract.MessageText;
import dev.homeroom.contract.Position;
import dev.homeroom.contract.RoomEvent;
import dev.homeroom.contract.RoomId;
import dev.homeroom.edge.presence.PartitionPresence;
import dev.homeroom.edge.presence.PresenceProperties;
import dev.homeroom.edge.socketio.EncodedPacket;
import dev.homeroom.edge.socketio.TokenedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.node.JsonNodeFactory;

/** A feed of a partition without Kafka. */
final class TestFeed {
    private static final UUID TOPIC = UUID.randomUUID();
    private static final TokenedEvent EVENT =
            EncodedPacket.tokened("new_message", "token", JsonNodeFactory.instance.objectNode());
    private static final Author AMY = Author.of(AccountId.create());

    private TestFeed() {}

    static PartitionFeed of(int partition) {
        PresenceProperties properties = new PresenceProperties(
                Duration.ofSeconds(3), Duration.ofSeconds(2), Duration.ofSeconds(7), Duration.ofMillis(100));
        PartitionPresence presence = new PartitionPresence(new EdgeId("edge-1"), properties, 1);
        PartitionFeed.Start start = new PartitionFeed.Start(0, new Position(TOPIC, partition, 0));
        return new PartitionFeed((_, _, _) -> new Said(), start, 1_000, presence);
    }

    static Subscription join(PartitionFeed feed, RoomId room, Subscriber subscriber) {
        Entrant entrant = new Entrant(AMY, subscriber, Dialect.ROOM);
        PartitionFeed.Entering entering = new PartitionFeed.Entering(room, entrant, null, null);
        return feed.join(List.of(entering)).orElseThrow().getFirst().subscription();
    }

    static void goLive(PartitionFeed feed, Subscription subscription) {
        feed.goLive(List.of(subscription), _ -> false, () -> {});
    }

    static void deliver(PartitionFeed feed, RoomId room) {
        RoomEvent event = new RoomEvent.MessagePosted(
                MessageId.create(), room, AMY, Instant.now(), null, new MessageText("hi"), null);
        feed.deliver(feed.next(), event, new HashSet<>());
    }

    private record Said() implements Announcement {
        @Override
        public TokenedEvent in(Dialect dialect) {
            return EVENT;
        }

        @Override
        public int size() {
            return 0;
        }
    }
}
