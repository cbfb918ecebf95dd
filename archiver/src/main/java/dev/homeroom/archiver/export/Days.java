package dev.homeroom.archiver.export;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Notices where a new day begins. */
final class Days {
    private final ZoneId zone;

    private @Nullable LocalDate current;

    Days(ZoneId zone) {
        this.zone = zone;
    }

    /** The day of that time where it is another one than before; null where it is the same. */
    @Nullable
    LocalDate begunBy(Instant time) {
        LocalDate day = time.atZone(zone).toLocalDate();
        if (day.equals(current)) {
            return null;
        }
        current = day;
        return day;
    }

    void forget() {
        current = null;
    }
}
