package dev.homeroom.edge.resume;

/** What came of trying to replay. */
public enum Replay {
    /** All that was missed has been delivered and the session is live. */
    COMPLETE,
    /** The log does not reach back that far, or it would be too much: nothing was delivered, the session is not live yet. */
    OUT_OF_REACH,
    /** The session has left the rooms meanwhile, or has entered them anew: it was told nothing more. */
    ABANDONED,
    /** Kafka did not answer, or too much came meanwhile: the client comes back and tries again. */
    FAILED
}
