package dev.homeroom.edge.presence;

/** What a session's entering means to the room. */
public enum Arrival {
    /** The person was nowhere in the room: it is told. */
    FIRST_ANYWHERE,
    /** The person is in the room on another edge: only the edges are told. */
    FIRST_HERE,
    /** One more session of somebody who is here: nobody is told. */
    ALREADY_HERE
}
