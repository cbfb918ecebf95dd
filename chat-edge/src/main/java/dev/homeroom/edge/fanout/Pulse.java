package dev.homeroom.edge.fanout;

import dev.homeroom.edge.presence.Mourning;
import dev.homeroom.edge.presence.PresenceWriter;

/**
 * What an edge does at regular times for the partitions that it serves: says that it lives, and who has come and gone, and
 * tells rooms of the people whose edge died. Its last word is that it serves them no more.
 */
public final class Pulse {
    private final Tail tail;
    private final Herald herald;
    private final PresenceWriter writer;
    private boolean stopped;

    public Pulse(Tail tail, Herald herald, PresenceWriter writer) {
        this.tail = tail;
        this.herald = herald;
        this.writer = writer;
    }

    /** Once each heartbeat interval, on the edge's timer. */
    public synchronized void beat() {
        if (stopped) {
            return;
        }
        tail.takeReleased().forEach(feed -> writer.goodbye(feed.partition()));
        for (PartitionFeed feed : tail.feeds()) {
            writer.heartbeat(feed.partition());
            Mourning mourning = feed.expire(System.nanoTime());
            mourning.rooms().forEach(herald::mourn);
            mourning.buried().forEach(edge -> writer.clear(feed.partition(), edge));
        }
    }

    /** Once each list interval, on the edge's timer. */
    public synchronized void tell() {
        if (stopped) {
            return;
        }
        for (PartitionFeed feed : tail.feeds()) {
            herald.say(feed);
            herald.writeLists(feed);
        }
    }

    /** Says goodbye to all partitions: whoever does not come to another edge within the grace time is gone. */
    public synchronized void stop() {
        stopped = true;
        tail.feeds().forEach(feed -> writer.goodbye(feed.partition()));
    }
}
