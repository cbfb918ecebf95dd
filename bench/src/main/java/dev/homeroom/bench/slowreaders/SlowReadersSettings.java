package dev.homeroom.bench.slowreaders;

import dev.homeroom.bench.crowd.Rotation;
import java.time.Duration;

/**
 * How big the scene is. What a slow one is sent while they do not read, {@code messagesPerSecond / rooms} messages a second, has
 * to be more than the server's bound and the buffers of both systems hold together, within {@code stall}.
 *
 * @param rooms in which the same number of people sit
 * @param members of each room who read, each on a connection of its own
 * @param slowPercent how many more connections there are that stop reading, in percent of those that read
 * @param messagesPerSecond of all rooms together
 * @param warmUp at first, under the same load, not counted
 * @param pause for collecting the server's garbage, before each time that all read, that the slow ones stop, and that they come back
 * @param stall how long the slow ones do not read, and how long everybody reads before that
 * @param back how long they have to come back before all begins again
 * @param repeats how often
 * @param patience how long to wait for what has not come when all has been said
 * @param textLength of each message, in characters
 * @param receiveBuffer of a slow one's system, in bytes
 * @param threads that read the connections of the others
 */
public record SlowReadersSettings(
        int rooms,
        int members,
        int slowPercent,
        int messagesPerSecond,
        Duration warmUp,
        Duration pause,
        Duration stall,
        Duration back,
        int repeats,
        Duration patience,
        int textLength,
        int receiveBuffer,
        int threads) {
    Rotation rotation() {
        return new Rotation(rooms, members);
    }

    /** How many stop reading. */
    public int slow() {
        return Math.ceilDiv(rooms * members * slowPercent, 100);
    }

    /** All members of each room, those who stop reading included. */
    public int seats() {
        return members + Math.ceilDiv(slow(), rooms);
    }

    Duration length(Stage stage) {
        return switch (stage) {
            case BEFORE, BETWEEN, AWAY -> pause;
            case READING, STALLED -> stall;
            case COMING_BACK -> back;
        };
    }

    /** In words. */
    @Override
    public String toString() {
        return "%d rooms of %d, %d messages/s of %d characters; %d more connections stop reading for %d s, %d times"
                .formatted(rooms, members, messagesPerSecond, textLength, slow(), stall.toSeconds(), repeats);
    }
}
