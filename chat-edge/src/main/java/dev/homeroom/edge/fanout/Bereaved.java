package dev.homeroom.edge.fanout;

import dev.homeroom.contract.EdgeId;
import dev.homeroom.contract.RoomId;
import dev.homeroom.edge.presence.RoomPresence.Lost;

/**
 * A room that people have left because their edge died.
 *
 * @param room the room
 * @param edge the dead edge
 * @param lost who is gone
 */
public record Bereaved(RoomId room, EdgeId edge, Lost lost) {}
