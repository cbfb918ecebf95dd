package dev.homeroom.edge.fanout;

import dev.homeroom.edge.socketio.TokenedEvent;
import org.jspecify.annotations.Nullable;

/** One event as sessions are told of it, encoded once for each dialect that somebody needs. Thread-safe. */
public interface Announcement {
    /** The event in this dialect; null if it says nothing of such events. */
    @Nullable
    TokenedEvent in(Dialect dialect);
}
