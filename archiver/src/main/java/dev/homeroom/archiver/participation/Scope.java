package dev.homeroom.archiver.participation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is counted.
 *
 * @param from messages that were sent at this time or later; null for all
 * @param to messages that were sent before this time; null for all
 * @param zone where days begin and end
 * @param people of these people alone; null for all
 */
record Scope(
        @Nullable Instant from,
        @Nullable Instant to,
        ZoneId zone,
        @Nullable Set<UUID> people) {
    /** The longest that a day can be, which has one hour more when the clocks go back. */
    private static final Duration ONE_DAY = Duration.ofHours(25);

    /** Within one day it is of use to see the hours. */
    Step step() {
        return from != null && to != null && Duration.between(from, to).compareTo(ONE_DAY) <= 0 ? Step.HOUR : Step.DAY;
    }

    LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, zone);
    }

    boolean has(UUID person) {
        return people == null || people.contains(person);
    }
}
