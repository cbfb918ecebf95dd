package dev.homeroom.edge.membership;

import dev.homeroom.contract.RoomHours;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether a room's hours let students write.
 *
 * @param since when this was so; it may have been so before
 * @param changesAt when it is so no more; empty if it stays
 */
public record Opening(boolean isOpen, Instant since, Optional<Instant> changesAt) {
    static Opening at(RoomHours hours, Instant now) {
        return new Opening(hours.isOpen(now), now, hours.nextChange(now));
    }

    boolean holdsAt(Instant now) {
        return !now.isBefore(since)
                && changesAt.filter(change -> !now.isBefore(change)).isEmpty();
    }
}
