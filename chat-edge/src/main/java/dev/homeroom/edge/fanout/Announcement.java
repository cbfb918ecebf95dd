package dev.homeroom.edge.fanout;

import dev.homeroom.edge.socketio.EncodedPacket;
import org.jspecify.annotations.Nullable;

/** One event as sessions are told of it, encoded once for each dialect that somebody needs. Used by one thread at a time. */
public interface Announcement {
    /** The packet for this dialect; null if it says nothing of such events. */
    @Nullable
    EncodedPacket in(Dialect dialect);
}
