package dev.homeroom.bench.crowd;

/** Not everybody got in, so that there is nothing to measure. */
public final class EntryFailedException extends Exception {
    EntryFailedException(String reason) {
        super("somebody could not get in: " + reason);
    }
}
