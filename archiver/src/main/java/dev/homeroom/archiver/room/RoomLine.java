package dev.homeroom.archiver.room;

import dev.homeroom.contract.RoomHours;
import dev.homeroom.contract.RoomState;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A room in a list of rooms. */
record RoomLine(
        UUID id,
        String title,
        RoomState state,
        RoomAccess access,
        boolean guest,
        int memberCount,
        @Nullable Instant lastMessageAt,
        Instant createdAt,
        @Nullable Duration slowMode,
        @Nullable RoomHours hours) {}
