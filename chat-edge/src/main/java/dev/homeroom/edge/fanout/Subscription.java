package dev.homeroom.edge.fanout;

import dev.homeroom.contract.Author;
import dev.homeroom.contract.Position;
import dev.homeroom.contract.RoomId;
import dev.homeroom.edge.socketio.TokenedEvent;
import org.jspecify.annotations.Nullable;

/**
 * One session's being in one room. At first live events wait, until the answer to the entering and the replay of earlier
 * events have been queued; then it is live. Guarded by its partition's lock, but for what the one thread does that lets it in
 * or replays.
 */
public final class Subscription {
    private final RoomId room;
    private final Entrant entrant;
    private final Position liveFrom;
    private final Stay stay;
    private volatile Position seen;
    private long caughtUpThrough = -1;
    private boolean entering = true;
    private boolean left;

    /**
     * @param liveFrom the first record that is delivered live
     * @param seen the last position that the session need not be told of
     */
    Subscription(RoomId room, Entrant entrant, Position liveFrom, Position seen, Stay stay) {
        this.room = room;
        this.entrant = entrant;
        this.liveFrom = liveFrom;
        this.seen = seen;
        this.stay = stay;
    }

    public RoomId room() {
        return room;
    }

    public Author author() {
        return entrant.author();
    }

    public Dialect dialect() {
        return entrant.dialect();
    }

    /** Whether nobody in the room knows of it. */
    public boolean isWatching() {
        return entrant.watching();
    }

    /** The position of the first record that is delivered live; what comes before is for a replay or for the archive. */
    public Position liveFrom() {
        return liveFrom;
    }

    /** The last position that the session has seen, or need not see: it is told of what comes after. */
    public Position seen() {
        return seen;
    }

    Stay stay() {
        return stay;
    }

    Subscriber subscriber() {
        return entrant.subscriber();
    }

    /** Whether it holds its stay. */
    boolean isEntering() {
        return entering;
    }

    void entered() {
        entering = false;
    }

    synchronized void leave() {
        left = true;
    }

    boolean hasLeft() {
        return left;
    }

    /**
     * Tells of a live event, or lets it wait.
     *
     * @return whether something was told
     */
    boolean announce(News news, boolean mayWait) {
        return news.offset() > seen.offset() && stay.announce(this, news, mayWait);
    }

    /** Tells of an event, live or missed, in its turn among all of the partition. */
    public void tell(Position position, Announcement announcement) {
        TokenedEvent event = announcement.in(entrant.dialect());
        if (event != null) {
            subscriber().tell(position, event);
        }
    }

    /**
     * Tells of an event from before {@link #liveFrom}, which says nothing about the partition's other rooms; not once the session
     * has left.
     */
    public void catchUp(Position position, Announcement announcement) {
        // Outside the lock: words may ask the partition, whose lock whoever leaves holds before this one.
        TokenedEvent event = announcement.in(entrant.dialect());
        catchUp(position, event);
    }

    private synchronized void catchUp(Position position, @Nullable TokenedEvent event) {
        if (left) {
            return;
        }
        if (event != null) {
            subscriber().catchUp(event);
        }
        caughtUpThrough = position.offset();
    }

    /** Takes the place of an earlier one of this session in the room, which has left: what that was told is on its way. */
    public void goOnAfter(Subscription earlier) {
        long told = earlier.caughtUpThrough();
        if (told > seen.offset()) {
            seen = seen.withOffset(told);
        }
    }

    private synchronized long caughtUpThrough() {
        return caughtUpThrough;
    }
}
