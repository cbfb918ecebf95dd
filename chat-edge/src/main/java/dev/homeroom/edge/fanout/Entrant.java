package dev.homeroom.edge.fanout;

import dev.homeroom.contract.Author;

/**
 * Who enters a room.
 *
 * @param author the person
 * @param subscriber their session
 * @param dialect in which the session is told of this room
 */
public record Entrant(Author author, Subscriber subscriber, Dialect dialect) {}
