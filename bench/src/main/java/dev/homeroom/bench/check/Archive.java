package dev.homeroom.bench.check;

import java.util.Optional;

/** What a server has kept of each room's messages. Any thread. */
public interface Archive {
    /** The newest message of a room. */
    Optional<Stamp> newest(int room);

    /** All messages of a room, in the archive's order. */
    Heard all(int room);
}
