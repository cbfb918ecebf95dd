package dev.homeroom.bench.crowd;

/**
 * Who says which message: the rooms take turns, and within a room its members.
 *
 * @param rooms how many
 * @param members of each room
 */
public record Rotation(int rooms, int members) {
    public int room(int message) {
        return message % rooms;
    }

    /** The number of the message in its room. */
    public int sequence(int message) {
        return message / rooms;
    }

    public int member(int message) {
        return (sequence(message) + room(message)) % members;
    }

    public int message(int room, int sequence) {
        return sequence * rooms + room;
    }

    public int seats() {
        return rooms * members;
    }
}
