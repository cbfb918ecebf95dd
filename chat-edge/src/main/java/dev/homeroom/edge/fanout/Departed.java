package dev.homeroom.edge.fanout;

import dev.homeroom.edge.presence.Departure;

/**
 * What came of leaving a room.
 *
 * @param departure what it means to the others
 * @param sequence the number of this change of the room's list on this edge
 */
public record Departed(Departure departure, long sequence) {}
