package dev.homeroom.edge.presence;

import dev.homeroom.contract.PresenceKey;

/**
 * A list that is taken away: nobody was there when its edge had made so many changes.
 *
 * @param sequence tells it from older and newer lists and changes of its edge
 */
public record ClearedList(PresenceKey key, long sequence) {}
