package dev.homeroom.bench.school;

/** The server does not do what the school needs. */
public final class SchoolException extends RuntimeException {
    SchoolException(String message) {
        super(message);
    }

    SchoolException(String message, Throwable cause) {
        super(message, cause);
    }
}
