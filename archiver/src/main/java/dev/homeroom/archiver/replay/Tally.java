package dev.homeroom.archiver.replay;

import dev.homeroom.archiver.ingest.Readmitted;

/** What has become of the letters so far. On one thread. */
final class Tally {
    private long read;
    private long passedOver;
    private long illegible;
    private long unplaced;
    private long gone;
    private Readmitted readmitted = Readmitted.NONE;

    void read(int letters) {
        read += letters;
    }

    void passOver() {
        passedOver++;
    }

    void illegible() {
        illegible++;
    }

    void unplaced() {
        unplaced++;
    }

    void gone() {
        gone++;
    }

    void add(Readmitted some) {
        readmitted = readmitted.plus(some);
    }

    long letters() {
        return read;
    }

    /** That were not asked for. */
    long thatWerePassedOver() {
        return passedOver;
    }

    /** That no archiver wrote. */
    long thatAreIllegible() {
        return illegible;
    }

    /** Of a topic that the database knows nothing of, so that their place among the others is not known. */
    long ofUnknownTopics() {
        return unplaced;
    }

    /** Whose record had to be left out, and is not on the log any more. */
    long whoseRecordIsGone() {
        return gone;
    }

    Readmitted readmitted() {
        return readmitted;
    }
}
