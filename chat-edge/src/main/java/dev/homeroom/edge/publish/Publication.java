package dev.homeroom.edge.publish;

import dev.homeroom.contract.Position;
import dev.homeroom.contract.RoomEvent;

/** What became of an event that was to be published. */
public sealed interface Publication {
    /**
     * The log has it, on all in-sync replicas.
     *
     * @param event as it stands there; for a message sent again, the one that came first
     */
    record Published(RoomEvent event, Position position) implements Publication {}

    /** The log did not confirm it in time. It may or may not be there: send it again with the same id. */
    record Unavailable() implements Publication {}
}
