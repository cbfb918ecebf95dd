package dev.homeroom.faults.check;

/** What is counted: each is a promise, or a part of one, and must be 0. */
public enum Count {
    ACKED_BUT_NOT_ON_LOG("acked, but not on the log"),
    ACKED_BUT_LOST("acked, but not in the transcript"),
    SHOWN_BUT_NOT_KEPT("shown, but not on the log"),
    KEPT_TWICE("written once, on the log twice"),
    SHOWN_TWICE("shown twice"),
    SHOWN_OUT_OF_ORDER("shown out of order"),
    SILENT_GAPS("silently not shown"),
    SHOWN_FALSELY("shown in other words or at another place"),
    NOT_DELIVERED("not delivered after healing"),
    TRANSCRIPT_DIFFERS("transcript unlike the log"),
    POISON_LOST("bad records neither stored nor set aside"),
    PRESENT_WRONGLY("wrong lists of who is present"),
    NOT_LET_GO("stopped reading and was not let go"),
    REFUSED("refused what is allowed"),
    NOT_RESUMED("not resumed from what the log still has"),
    NOT_SETTLED("not back in their rooms after healing"),
    NOT_ACKNOWLEDGED("written and not acknowledged after healing"),
    MEMORY("programs that grew without bound"),
    DIED("parts that ended by themselves");

    private final String title;

    Count(String title) {
        this.title = title;
    }

    /** For people. */
    public String title() {
        return title;
    }
}
