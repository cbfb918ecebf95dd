package dev.homeroom.edge.fanout;

import dev.homeroom.contract.PresenceRecord;
import dev.homeroom.contract.RoomEvent;
import dev.homeroom.edge.presence.Bereaved;
import dev.homeroom.edge.presence.PresenceWriter;
import dev.homeroom.edge.publish.Publication;
import dev.homeroom.edge.publish.Publication.Published;
import dev.homeroom.edge.publish.Publisher;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/**
 * Tells Kafka what there is to say of a partition's presence. What Kafka does not confirm goes back to the feed and is said
 * again the next time. Any thread; never waits for an answer.
 */
public final class Herald {
    private final Publisher publisher;
    private final PresenceWriter writer;

    public Herald(Publisher publisher, PresenceWriter writer) {
        this.publisher = publisher;
        this.writer = writer;
    }

    /**
     * Says in the room log who has come and who has gone, in the order in which they did. If another thread is at it, that one
     * says this as well.
     */
    public void say(PartitionFeed feed) {
        List<RoomEvent> unsaid = feed.takeUnsaid();
        while (!unsaid.isEmpty()) {
            boolean accepted;
            try {
                accepted = say(feed, unsaid);
            } finally {
                feed.endSaying(); // or nobody would ever say anything again
            }
            unsaid = accepted ? feed.takeUnsaid() : List.of();
        }
    }

    /** @return false if one was refused at once; those after it are left for another time */
    private boolean say(PartitionFeed feed, List<RoomEvent> events) {
        boolean accepted = true;
        for (RoomEvent event : events) {
            accepted = accepted && say(feed, event);
            if (!accepted) {
                feed.said(event, false); // harmless where it has been told already
            }
        }
        return accepted;
    }

    /** @return false if it was refused at once, so that others would be too */
    private boolean say(PartitionFeed feed, RoomEvent event) {
        CompletableFuture<Publication> said = publisher.publish(event);
        if (isRefused(said)) {
            return false;
        }
        var _ = said.thenAccept(result -> feed.said(event, result instanceof Published));
        return true;
    }

    private static boolean isRefused(CompletableFuture<Publication> said) {
        return said.state() == Future.State.SUCCESS && !(said.resultNow() instanceof Published);
    }

    /** Writes the lists that have changed, each once however often it has; and clears those that have become empty. */
    void writeLists(PartitionFeed feed) {
        feed.takeEmptied().forEach(writer::clear);
        for (PresenceRecord list : feed.takeChanged()) {
            writer.write(list, () -> feed.notWritten(list.room()));
        }
    }

    /** Tells a room of people whose edge died; the dead edge's list is cleared once the log has all of it. */
    void mourn(Bereaved bereaved) {
        List<CompletableFuture<Publication>> told =
                bereaved.gone().stream().map(publisher::publish).toList();
        var _ = CompletableFuture.allOf(told.toArray(CompletableFuture<?>[]::new))
                .thenRun(() -> {
                    if (told.stream().allMatch(each -> each.resultNow() instanceof Published)) {
                        writer.clear(bereaved.list());
                    }
                });
    }
}
