package dev.homeroom.faults.crowd;

/**
 * How the clients stand.
 *
 * @param commands so many it has obeyed so far
 * @param connected so many of them
 * @param settled so many are in all their rooms
 * @param unacknowledged messages that somebody still keeps
 */
public record Standing(int commands, int connected, int settled, int unacknowledged) {
    static final Standing NONE = new Standing(0, 0, 0, 0);
}
