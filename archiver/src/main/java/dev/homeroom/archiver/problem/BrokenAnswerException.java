package dev.homeroom.archiver.problem;

/** An answer failed that had begun: it is too late for a problem. Leaves every handler, so that the server breaks off. */
public final class BrokenAnswerException extends RuntimeException {
    public BrokenAnswerException(RuntimeException cause) {
        super("an answer could not be completed", cause, false, false);
    }
}
