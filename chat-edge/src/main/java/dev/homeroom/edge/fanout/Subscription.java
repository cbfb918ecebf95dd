package dev.homeroom.edge.fanout;

import dev.homeroom.contract.Author;
import dev.homeroom.contract.MessageId;
import dev.homeroom.contract.Position;
import dev.homeroom.contract.RoomId;
import dev.homeroom.edge.socketio.EncodedPacket;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One session's being in one room. At first live events wait, until the answer to the entering and the replay of earlier
 * events have been queued; then it is live. Guarded by its partition's lock, but for {@link #replayed}, which the one replaying thread
 * calls while live events still wait.
 */
public final class Subscription {
    private static final int MOST_WAITING = 10_000;
    private static final long BEFORE_ALL = -1;

    private record Waiting(MessageId id, EncodedPacket packet) {}

    private final RoomId room;
    private final Entrant entrant;
    private final Position liveFrom;
    private final long seenThrough;
    private @Nullable Queue<Waiting> waiting = new ArrayDeque<>();
    private boolean overrun;

    /** @param seen the last position that the session has seen already, if it resumes */
    Subscription(RoomId room, Entrant entrant, Position liveFrom, @Nullable Position seen) {
        this.room = room;
        this.entrant = entrant;
        this.liveFrom = liveFrom;
        this.seenThrough = seen != null && seen.comparableWith(liveFrom) ? seen.offset() : BEFORE_ALL;
    }

    public RoomId room() {
        return room;
    }

    public Author author() {
        return entrant.author();
    }

    /** The position of the first record that is delivered live; what comes before is for a replay or for the archive. */
    public Position liveFrom() {
        return liveFrom;
    }

    Subscriber subscriber() {
        return entrant.subscriber();
    }

    void announce(MessageId id, Position position, Announcement announcement) {
        EncodedPacket packet = announcement.in(entrant.dialect());
        if (packet == null || position.offset() <= seenThrough) {
            return;
        }
        if (waiting == null) {
            subscriber().queue(packet);
        } else if (waiting.size() < MOST_WAITING) {
            waiting.add(new Waiting(id, packet));
        } else {
            overrun = true;
        }
    }

    /** Delivers an event from before {@link #liveFrom}. */
    public void replayed(Announcement announcement) {
        EncodedPacket packet = announcement.in(entrant.dialect());
        if (packet != null) {
            subscriber().queue(packet);
        }
    }

    /** Delivers what has waited and goes on live; answers false if too much came meanwhile, so that some is lost. */
    boolean goLive(Predicate<MessageId> alreadyReplayed) {
        Queue<Waiting> late = waiting;
        waiting = null;
        if (late == null || overrun) {
            return !overrun;
        }
        late.stream()
                .filter(each -> !alreadyReplayed.test(each.id()))
                .forEach(each -> subscriber().queue(each.packet()));
        return true;
    }
}
