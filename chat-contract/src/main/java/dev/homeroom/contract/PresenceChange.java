package dev.homeroom.contract;

/**
 * Which edge saw somebody come or go, and the number of that change among those of this edge and room. By the number, a
 * reader merges the room log with {@link PresenceRecord}s that may be older or newer.
 *
 * @param edge the edge whose presence list has changed
 * @param sequence the list's number after the change
 */
public record PresenceChange(EdgeId edge, long sequence) {}
