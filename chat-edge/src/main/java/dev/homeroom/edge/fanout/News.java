package dev.homeroom.edge.fanout;

import dev.homeroom.contract.MessageId;
import dev.homeroom.contract.Position;
import dev.homeroom.contract.RoomEvent;
import dev.homeroom.contract.RoomId;

/** An event of the log on its way to sessions: where it stands, and the words in which they are told of it. */
public record News(RoomEvent event, Position position, Announcement announcement) {
    public RoomId room() {
        return event.room();
    }

    public MessageId id() {
        return event.id();
    }

    long offset() {
        return position.offset();
    }

    /** Whether it tells of somebody who has come or gone. */
    boolean isOfPresence() {
        return event instanceof RoomEvent.Entered || event instanceof RoomEvent.Left;
    }

    /** Whether both tell of somebody who has come, or both of somebody who has gone, in the same room. */
    boolean isAlike(News other) {
        return isOfPresence() && event.getClass() == other.event.getClass() && room().equals(other.room());
    }
}
