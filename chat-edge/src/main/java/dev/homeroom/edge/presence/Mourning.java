package dev.homeroom.edge.presence;

import dev.homeroom.contract.EdgeId;
import java.util.List;

/**
 * What an edge has to do for edges that died.
 *
 * @param rooms which have not been told yet
 * @param buried edges of which all has been told, and only the last heartbeat is left
 */
public record Mourning(List<Bereaved> rooms, List<EdgeId> buried) {
    public static final Mourning NONE = new Mourning(List.of(), List.of());
}
