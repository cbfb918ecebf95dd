package dev.homeroom.edge.presence;

import dev.homeroom.contract.RoomEvent;
import java.util.List;

/**
 * A room that an edge served which is dead.
 *
 * @param list the dead edge's list, which is to be cleared once the room has been told
 * @param gone what the room is to be told; the ids follow from what happened, so two edges that tell it make one event
 */
public record Bereaved(ClearedList list, List<RoomEvent> gone) {}
