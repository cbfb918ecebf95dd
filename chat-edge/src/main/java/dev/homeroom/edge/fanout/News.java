package dev.homeroom.edge.fanout;

import dev.homeroom.contract.MessageId;
import dev.homeroom.contract.Position;
import dev.homeroom.contract.RoomEvent;
import dev.homeroom.contract.RoomId;

/** An event of the log on its way to sessions. */
public sealed interface News {
    RoomEvent event();

    Position position();

    /** What somebody wrote, or that it was removed, in the words in which sessions are told of it. */
    record Post(RoomEvent event, Position position, Announcement announcement) implements News {}

    /**
     * That somebody has come or gone. Its words are found when it is told, since many may be told of together.
     *
     * @param ordinal numbers those of one room that follow one another closely, from 0 on, alike for all who are told of them
     */
    record Passing(RoomEvent event, Position position, int ordinal) implements News {
        /** Whether both have come, or both have gone, in the same room. */
        boolean isAlike(Passing other) {
            return event.getClass() == other.event.getClass() && room().equals(other.room());
        }
    }

    default RoomId room() {
        return event().room();
    }

    default MessageId id() {
        return event().id();
    }

    default long offset() {
        return position().offset();
    }
}
