package dev.homeroom.edge.fanout;

import dev.homeroom.contract.Author;
import dev.homeroom.edge.presence.Arrival;
import java.util.Collection;

/**
 * What came of entering a room.
 *
 * @param subscription the session's being in the room
 * @param arrival what it means to the others
 * @param sequence the number of this change of the room's list on this edge
 * @param present everybody present, the one who entered among them
 */
public record Joined(Subscription subscription, Arrival arrival, long sequence, Collection<Author> present) {}
