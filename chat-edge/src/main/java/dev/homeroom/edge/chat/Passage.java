package dev.homeroom.edge.chat;

import dev.homeroom.contract.Cursor;
import dev.homeroom.contract.Position;
import dev.homeroom.contract.RoomEvent;

/**
 * Somebody's coming or going.
 *
 * @param event {@link RoomEvent.Entered} or {@link RoomEvent.Left}
 * @param cursor of its position
 */
record Passage(RoomEvent event, String cursor) {
    static Passage at(Position position, RoomEvent event) {
        return new Passage(event, new Cursor(position).text());
    }
}
