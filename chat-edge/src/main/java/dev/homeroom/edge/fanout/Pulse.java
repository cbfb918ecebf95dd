package dev.homeroom.edge.fanout;

import dev.homeroom.contract.Author;
import dev.homeroom.contract.MessageId;
import dev.homeroom.contract.PresenceChange;
import dev.homeroom.contract.RoomEvent;
import dev.homeroom.edge.presence.PresenceProperties;
import dev.homeroom.edge.presence.PresenceWriter;
import dev.homeroom.edge.publish.Publisher;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * What an edge does at regular times for the partitions that it serves: says that it lives, and tells their rooms of the
 * people whose edge died.
 */
public final class Pulse {
    private final Tail tail;
    private final PresenceWriter writer;
    private final Publisher publisher;
    private final PresenceProperties properties;
    private final Clock clock = Clock.systemUTC();

    public Pulse(Tail tail, PresenceWriter writer, Publisher publisher, PresenceProperties properties) {
        this.tail = tail;
        this.writer = writer;
        this.publisher = publisher;
        this.properties = properties;
    }

    /** Once each heartbeat interval, on the edge's timer. */
    public void beat() {
        for (PartitionFeed feed : tail.feeds()) {
            writer.heartbeat(feed.partition());
            feed.expire(properties.expiry(), System.nanoTime()).forEach(this::tell);
        }
        tail.takeReleased().forEach(feed -> writer.goodbye(feed.partition()));
    }

    private void tell(Bereaved bereaved) {
        writer.clear(bereaved.room(), bereaved.edge());
        PresenceChange change =
                new PresenceChange(bereaved.edge(), bereaved.lost().sequence() + 1);
        bereaved.lost().gone().forEach(author -> publisher.publishSoon(left(bereaved, author, change)));
    }

    /** The id follows from what happened, so that two edges that tell of it make one event. */
    private RoomEvent left(Bereaved bereaved, Author author, PresenceChange change) {
        String cause = bereaved.room() + "/" + author.account() + "/" + change.edge() + "/" + change.sequence();
        UUID id = UUID.nameUUIDFromBytes(cause.getBytes(StandardCharsets.UTF_8));
        return new RoomEvent.Left(
                new MessageId(id),
                bereaved.room(),
                author,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                null,
                change);
    }
}
