package dev.homeroom.edge.fanout;

import dev.homeroom.contract.AccountId;
import dev.homeroom.contract.Author;
import dev.homeroom.contract.EdgeId;
import dev.homeroom.contract.MessageId;
import dev.homeroom.contract.MessageText;
import dev.homeroom.contract.Position;
import dev.homeroom.contract.PresenceChange;
import dev.homeroom.contract.RoomEvent;
import dev.homeroom.contract.RoomId;
import dev.homeroom.edge.presence.PartitionPresence;
import dev.homeroom.edge.presence.PresenceProperties;
import dev.homeroom.edge.socketio.EncodedPacket;
import dev.homeroom.edge.socketio.TokenedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

/** A feed of a partition without Kafka. */
final class TestFeed {
    private static final UUID TOPIC = UUID.randomUUID();
    static final Author AMY = Author.of(AccountId.create());
    private static final AtomicLong CHANGES = new AtomicLong(1);

    private static final Map<TokenedEvent, Integer> COUNTS = new ConcurrentHashMap<>();

    static final Duration GATHER = Duration.ofMillis(500);
    static final int MAX_WAITING = 2_000;

    private TestFeed() {}

    static PartitionFeed of(int partition) {
        PresenceProperties properties = new PresenceProperties(
                Duration.ofSeconds(3), Duration.ofSeconds(2), Duration.ofSeconds(7), Duration.ofMillis(100));
        PartitionPresence presence = new PartitionPresence(new EdgeId("edge-1"), properties, 1);
        PartitionFeed.Start start = new PartitionFeed.Start(0, new Position(TOPIC, partition, 0), 0);
        return new PartitionFeed(
                new Counting(), start, GATHER, new PartitionFeed.Bounds(1_000_000, 1_000, MAX_WAITING), presence);
    }

    static Subscription join(PartitionFeed feed, RoomId room, Subscriber subscriber) {
        return join(feed, room, subscriber, null);
    }

    static Subscription join(PartitionFeed feed, RoomId room, Subscriber subscriber, @Nullable Position seen) {
        Entrant entrant = new Entrant(AMY, subscriber, Dialect.ROOM, false);
        PartitionFeed.Entering entering = new PartitionFeed.Entering(room, entrant, null, seen);
        return feed.join(List.of(entering)).orElseThrow().getFirst().subscription();
    }

    static void goLive(PartitionFeed feed, Subscription subscription) {
        feed.goLive(List.of(subscription), _ -> false, () -> {});
    }

    static void deliver(PartitionFeed feed, RoomId room) {
        feed.deliver(feed.next(), posted(room), new HashSet<>());
    }

    /** Somebody else comes, over another edge. */
    static Author come(PartitionFeed feed, RoomId room) {
        Author author = Author.of(AccountId.create());
        come(feed, room, author);
        return author;
    }

    static void come(PartitionFeed feed, RoomId room, Author author) {
        feed.deliver(
                feed.next(),
                new RoomEvent.Entered(MessageId.create(), room, author, Instant.now(), null, change()),
                new HashSet<>());
    }

    static void go(PartitionFeed feed, RoomId room, Author author) {
        feed.deliver(
                feed.next(),
                new RoomEvent.Left(MessageId.create(), room, author, Instant.now(), null, change()),
                new HashSet<>());
    }

    private static PresenceChange change() {
        return new PresenceChange(new EdgeId("edge-2"), CHANGES.incrementAndGet());
    }

    static News message(RoomId room, Position position) {
        RoomEvent event = posted(room);
        return new News.Post(event, position, new Said(1));
    }

    private static RoomEvent posted(RoomId room) {
        return new RoomEvent.MessagePosted(
                MessageId.create(), room, AMY, Instant.now(), null, new MessageText("hi"), null);
    }

    static TokenedEvent event() {
        return new Said(1).in(Dialect.ROOM);
    }

    /** Of how many events this one speaks. */
    static int count(TokenedEvent event) {
        return COUNTS.getOrDefault(event, 0);
    }

    private static final class Counting implements Announcer {
        @Override
        public int size(RoomEvent event) {
            return 0;
        }

        @Override
        public Announcement announce(RoomEvent event, Position position) {
            return new Said(1);
        }

        @Override
        public Announcement announce(List<News.Passing> passings, Supplier<Collection<Author>> present) {
            return new Said(passings.size());
        }
    }

    private static final class Said implements Announcement {
        private final TokenedEvent event =
                EncodedPacket.tokened("events", "token", JsonNodeFactory.instance.objectNode());

        Said(int events) {
            COUNTS.put(event, events);
        }

        @Override
        public TokenedEvent in(Dialect dialect) {
            return event;
        }
    }
}
