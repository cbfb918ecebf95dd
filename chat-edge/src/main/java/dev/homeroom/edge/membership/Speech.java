package dev.homeroom.edge.membership;

/** Whether a member may write in a room now. */
public enum Speech {
    FREE,
    /** A teacher has muted this member, who may still read. */
    MUTED,
    /** Only teachers write. */
    ROOM_LOCKED,
    /** It is none of the hours in which students write. */
    ROOM_NOT_OPEN,
    /** Nobody is in the room any more. */
    ROOM_CLOSED
}
