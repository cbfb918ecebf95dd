package dev.homeroom.archiver.room;

import dev.homeroom.contract.RoomState;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What shall be different about a room; null leaves a thing as it is.
 *
 * @param members those chosen by themselves; whoever made the room stays one of them
 * @param groups those whose members are the room's as well
 * @param slowMode zero for none
 */
public record RoomChange(
        @Nullable String title,
        @Nullable RoomState state,
        @Nullable List<UUID> members,
        @Nullable List<UUID> groups,
        @Nullable Duration slowMode,
        @Nullable HoursChange hours) {}
