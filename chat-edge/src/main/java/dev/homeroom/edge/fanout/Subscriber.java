package dev.homeroom.edge.fanout;

import dev.homeroom.edge.socketio.EncodedPacket;

/** A session that is in rooms. One object per connection, however many rooms it is in. */
public interface Subscriber {
    /** Queues a packet; never blocks, never writes. Called in log order for each room. */
    void queue(EncodedPacket packet);

    /** Writes what is queued. Called once after a batch of records, however many of them were queued. */
    void flush();

    /** The log cannot be followed further from here: the session has to come back and resume. */
    void interrupted();
}
