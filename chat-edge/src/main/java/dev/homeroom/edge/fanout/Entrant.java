package dev.homeroom.edge.fanout;

import dev.homeroom.contract.Author;

/**
 * Who enters a room, or looks into it.
 *
 * @param author the person
 * @param subscriber their session
 * @param dialect in which the session is told of this room
 * @param watching whether they only look in: they are told of everything, and are not present to the room
 */
public record Entrant(Author author, Subscriber subscriber, Dialect dialect, boolean watching) {}
