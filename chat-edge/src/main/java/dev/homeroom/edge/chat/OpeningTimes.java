package dev.homeroom.edge.chat;

import dev.homeroom.contract.RoomHours;
import dev.homeroom.contract.RoomId;
import dev.homeroom.edge.membership.Room;
import dev.homeroom.edge.membership.RoomDirectory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Tells whoever is in a room when its hours begin or end, by this edge's clock. It looks at the rooms that somebody is in, four
 * times a second, and reckons anew only where a room has changed or its hours have begun or ended. The edge's timer thread.
 */
@Component
final class OpeningTimes {
    private static final Logger LOG = LoggerFactory.getLogger(OpeningTimes.class);
    private static final Duration LOOK = Duration.ofMillis(250);

    /** The first change of a room's hours after some look; empty if they never change. */
    private record Change(Room room, Optional<Instant> at) {}

    private final RoomDirectory directory;
    private final Occupants occupants;
    private final Clock clock;
    private final Map<RoomId, Change> changes = new HashMap<>();
    private Instant lookedAt;

    @Autowired
    OpeningTimes(RoomDirectory directory, Occupants occupants, ScheduledExecutorService timer) {
        this(directory, occupants, Clock.systemUTC());
        var _ = timer.scheduleWithFixedDelay(this::lookSafely, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    OpeningTimes(RoomDirectory directory, Occupants occupants, Clock clock) {
        this.directory = directory;
        this.occupants = occupants;
        this.clock = clock;
        this.lookedAt = clock.instant();
    }

    private void lookSafely() {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.error("Rooms could not be told of their hours", e);
        }
    }

    /** Tells the rooms whose hours have begun or ended since the last look, also those that nobody was in then. */
    void look() {
        Instant now = clock.instant();
        Set<RoomId> occupied = occupants.rooms();
        changes.keySet().retainAll(occupied);
        occupied.stream().flatMap(room -> directory.find(room).stream()).forEach(room -> look(room, now));
        lookedAt = now;
    }

    private void look(Room room, Instant now) {
        Optional<RoomHours> hours = room.hours();
        if (hours.isEmpty()) {
            changes.remove(room.id());
            return;
        }
        Change known = changes.get(room.id());
        Change next = known != null && known.room() == room ? known : change(room, hours.get(), lookedAt);
        if (next.at().filter(at -> !at.isAfter(now)).isPresent()) {
            occupants.in(room.id()).forEach(connection -> connection.roomChanged(room.id(), room));
            next = change(room, hours.get(), now);
        }
        changes.put(room.id(), next);
    }

    private static Change change(Room room, RoomHours hours, Instant after) {
        return new Change(room, hours.nextChange(after));
    }
}
