package dev.homeroom.faults.check;

/** How much happened, so that one sees that the counts mean something. Not thread-safe. */
public final class Tally {
    long written;
    long acked;
    long deliveries;
    long entries;
    long disconnects;
    long suffered;
    long recovered;
    long afresh;

    /** Messages that clients wrote. */
    public long written() {
        return written;
    }

    public long acked() {
        return acked;
    }

    public long deliveries() {
        return deliveries;
    }

    /** Rooms that were entered, again and again. */
    public long entries() {
        return entries;
    }

    public long disconnects() {
        return disconnects;
    }

    /** Connections that clients broke themselves, or left hanging. */
    public long suffered() {
        return suffered;
    }

    /** Sessions that were recovered. */
    public long recovered() {
        return recovered;
    }

    /** Sessions that began anew. */
    public long afresh() {
        return afresh;
    }
}
