package dev.homeroom.bench.contender;

/** A contender cannot take part on this machine; the message says what is missing. */
public final class UnavailableException extends Exception {
    UnavailableException(String message) {
        super(message);
    }
}
