package dev.homeroom.archiver.concern;

import java.time.Duration;
import java.time.Instant;

/** What became of reporting a message. */
sealed interface ReportResult {
    /** @param at when they first reported the message */
    record Received(Instant at) implements ReportResult {}

    /** For whoever reports, that is. */
    record NoSuchRoom() implements ReportResult {}

    record NoSuchMessage() implements ReportResult {}

    /** The room exists for them, but they do not belong to it. */
    record NotAMember() implements ReportResult {}

    record OwnMessage() implements ReportResult {}

    /** @param retryAfter until another one is taken */
    record TooMany(Duration retryAfter) implements ReportResult {}
}
