package dev.homeroom.bench.slowreaders;

/** The parts of one repeat, in their order. The load is the same in all of them. */
enum Stage {
    /** The server's garbage is collected, which nothing is measured of. */
    BEFORE,
    /** Everybody reads. */
    READING,
    /** As {@link #BEFORE}, so that what is compared begins alike. */
    BETWEEN,
    /** The slow ones do not. */
    STALLED,
    /** As {@link #BEFORE}, while the slow ones are away. */
    AWAY,
    /** The slow ones read again, find that they were let go, connect anew and are told what they missed. */
    COMING_BACK
}
