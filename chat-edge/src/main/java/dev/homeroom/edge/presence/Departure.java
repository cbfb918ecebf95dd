package dev.homeroom.edge.presence;

/** What a session's leaving means to the room. */
public enum Departure {
    /** The person is nowhere in the room any more: it is told. */
    LAST_ANYWHERE,
    /** The person is in the room on another edge still: only the edges are told. */
    LAST_HERE,
    /** Another session of theirs is here: nobody is told. */
    STILL_HERE,
    /** There was nothing to leave. */
    WAS_NOT_HERE
}
