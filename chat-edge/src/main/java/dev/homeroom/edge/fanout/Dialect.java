package dev.homeroom.edge.fanout;

/** In which of the two vocabularies a session is told of events. */
public enum Dialect {
    /** {@code new_message}, {@code user_joined} and so on, with fields. */
    ROOM,
    /** {@code message} with one plain string. */
    PLAIN
}
