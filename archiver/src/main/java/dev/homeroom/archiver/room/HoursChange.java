package dev.homeroom.archiver.room;

import dev.homeroom.contract.RoomHours;
import org.jspecify.annotations.Nullable;

/** @param hours those that a room shall have; null if it shall always be open */
public record HoursChange(@Nullable RoomHours hours) {}
