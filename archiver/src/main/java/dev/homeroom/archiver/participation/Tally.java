package dev.homeroom.archiver.participation;

import java.time.Instant;
import java.util.UUID;

/**
 * What one person wrote in one day, or one hour, of a room. What was removed is not in it.
 *
 * @param at when the day begins, or the hour
 * @param uncounted how many of the messages are still to be looked through for words
 */
record Tally(
        UUID person, Instant at, int messages, long words, int replies, int uncounted, Instant first, Instant last) {}
