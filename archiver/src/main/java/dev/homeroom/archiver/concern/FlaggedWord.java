package dev.homeroom.archiver.concern;

import java.time.Instant;
import java.util.UUID;

/**
 * A word or a phrase that brings up messages which hold it.
 *
 * @param addedBy what they are called now
 * @param lookingBack whether earlier messages are still being looked through
 */
record FlaggedWord(UUID id, String text, String addedBy, Instant addedAt, boolean lookingBack) {}
