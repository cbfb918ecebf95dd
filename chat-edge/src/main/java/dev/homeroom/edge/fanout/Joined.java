package dev.homeroom.edge.fanout;

import dev.homeroom.contract.Author;
import java.util.Collection;

/**
 * What came of entering a room.
 *
 * @param subscription the session's being in the room
 * @param present everybody present, the one who entered among them
 */
public record Joined(Subscription subscription, Collection<Author> present) {}
