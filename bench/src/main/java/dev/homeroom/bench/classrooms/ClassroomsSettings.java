package dev.homeroom.bench.classrooms;

import dev.homeroom.bench.crowd.Rotation;
import dev.homeroom.bench.pace.Schedule;
import java.time.Duration;

/**
 * How big the scene is.
 *
 * @param rooms in which the same number of people sit
 * @param members of each room, each on a connection of its own
 * @param messagesPerSecond of all rooms together
 * @param warmUp at first, under the same load, not counted
 * @param measured after that
 * @param patience how long to wait for what has not come when all has been said
 * @param textLength of each message, in characters
 * @param threads that read the connections
 */
public record ClassroomsSettings(
        int rooms,
        int members,
        int messagesPerSecond,
        Duration warmUp,
        Duration measured,
        Duration patience,
        int textLength,
        int threads) {
    Rotation rotation() {
        return new Rotation(rooms, members);
    }

    Schedule schedule() {
        return new Schedule(messagesPerSecond, warmUp, measured);
    }

    /** In words. */
    @Override
    public String toString() {
        return "%d rooms of %d, %d messages/s of %d characters, %d s after %d s of warm-up"
                .formatted(rooms, members, messagesPerSecond, textLength, measured.toSeconds(), warmUp.toSeconds());
    }
}
