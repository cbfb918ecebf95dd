package dev.homeroom.archiver.ingest;

import java.util.List;
import java.util.UUID;

/**
 * Tells, within the transaction that does it, that a month of the transcript is dropped.
 *
 * @param rooms in which something was said in that month
 */
public record MonthDropped(List<UUID> rooms) {}
