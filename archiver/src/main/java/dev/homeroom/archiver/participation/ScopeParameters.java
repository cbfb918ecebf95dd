package dev.homeroom.archiver.participation;

import dev.homeroom.archiver.problem.ProblemException;
import dev.homeroom.archiver.problem.QueryTime;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters that say what is counted.
 *
 * @param from messages sent at this time or later (ISO 8601 with an offset)
 * @param to messages sent before this time
 * @param zone where days begin and end, such as Asia/Shanghai; UTC where there is none
 * @param group of the people who are in this group now
 */
record ScopeParameters(
        @Nullable String from,
        @Nullable String to,
        @Nullable String zone,
        @Nullable UUID group) {
    /** Those of old Unixes are known to Java and not to Postgres. */
    private static final String UNIX = "SystemV/";

    /** @param ofGroup who is in the group, if there is one */
    Scope toScope(@Nullable Set<UUID> ofGroup) {
        return new Scope(QueryTime.parse("from", from), QueryTime.parse("to", to), zoneId(), ofGroup);
    }

    static boolean isZone(String name) {
        return ZoneId.getAvailableZoneIds().contains(name) && !name.startsWith(UNIX);
    }

    private ZoneId zoneId() {
        if (zone == null) {
            return ZoneId.of("UTC");
        }
        if (!isZone(zone)) {
            throw ProblemException.invalid("zone", "must be a time zone such as Asia/Shanghai");
        }
        return ZoneId.of(zone);
    }
}
