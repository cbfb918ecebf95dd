package dev.homeroom.edge.fanout;

import dev.homeroom.contract.Position;
import java.time.Instant;

/** What is remembered of a recent event: where it stands in the log, and when it was sent. */
public record Seen(Position position, Instant sentAt) {}
