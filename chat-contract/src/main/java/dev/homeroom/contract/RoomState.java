package dev.homeroom.contract;

/** What may happen in a room. */
public enum RoomState {
    /** Members read and write. */
    OPEN,
    /** Members read; only teachers write. */
    LOCKED,
    /** Nobody is in it any more; its transcript remains. */
    CLOSED
}
