package dev.homeroom.edge.fanout;

import dev.homeroom.contract.Position;
import dev.homeroom.edge.socketio.TokenedEvent;

/** A session that is in rooms. One object per connection, however many rooms it is in. */
public interface Subscriber {
    /**
     * Queues an event; never blocks, never writes. Called in log order for each partition, so that whoever has been told of a
     * position has been told of all that came before it in the rooms that they are in there.
     */
    void tell(Position position, TokenedEvent event);

    /** The last offset of this partition that it was told of, on this edge or on another; -1 if of none. */
    long toldThrough(int partition);

    /** As {@link #tell}, for an event from before, of a room that the session catches up with by a cursor of its own. */
    void catchUp(TokenedEvent event);

    /** Whether so much waits to be written that what is not urgent should wait too. */
    boolean isBehind();

    /** Writes what is queued. Called once after a batch of records, however many of them were queued. */
    void flush();

    /**
     * The log cannot be followed further from here: the session has to come back and resume. May be called with the partition's
     * lock held; never blocks.
     */
    void interrupted();
}
