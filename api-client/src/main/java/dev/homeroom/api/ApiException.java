package dev.homeroom.api;

/** The server does not answer, or not as it should. */
public final class ApiException extends RuntimeException {
    ApiException(String message) {
        super(message);
    }

    ApiException(String message, Throwable cause) {
        super(message, cause);
    }
}
