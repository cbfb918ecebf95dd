package dev.homeroom.archiver.transcript;

/** Which part of a room's log, and from which end a page is filled. */
sealed interface Span {
    /** The newest entries. */
    record Newest() implements Span {}

    /** The newest entries up to this place and including it. */
    record Through(LogPlace place) implements Span {}

    /** The newest entries that are older than this place. */
    record Before(LogPlace place) implements Span {}

    /** The oldest entries that are newer than this place. */
    record After(LogPlace place) implements Span {}

    /** Those that are newer than the one place, up to the other and including it. */
    record Between(LogPlace place, LogPlace last) implements Span {}

    /** The oldest entries from this place on and including it. */
    record From(LogPlace place) implements Span {}

    /** Whether the page is filled from its older end. */
    default boolean upwards() {
        return this instanceof After || this instanceof From || this instanceof Between;
    }
}
