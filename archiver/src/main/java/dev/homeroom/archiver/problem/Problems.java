package dev.homeroom.archiver.problem;

import org.springframework.http.HttpStatus;

/** The problems that belong to no feature. */
public final class Problems {
    private Problems() {}

    public static Problem notSignedIn() {
        return Problem.of(
                HttpStatus.UNAUTHORIZED, "not-signed-in", "Sign in first, or again: this needs a valid token.");
    }

    public static Problem forbidden() {
        return Problem.of(HttpStatus.FORBIDDEN, "forbidden", "Your role does not allow this.");
    }

    public static Problem foreignOrigin() {
        return Problem.of(HttpStatus.FORBIDDEN, "foreign-origin", "Changes are taken only from Homeroom's own pages.");
    }

    public static Problem badPath() {
        return Problem.of(HttpStatus.BAD_REQUEST, "bad-path", "The address has characters that it cannot have.");
    }

    public static Problem bodyTooLarge() {
        return Problem.of(HttpStatus.CONTENT_TOO_LARGE, "body-too-large", "The body is longer than the limit.");
    }

    public static Problem starting() {
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "starting", "The archiver is not ready yet. Try again soon.");
    }

    public static Problem archiveUnavailable() {
        return Problem.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "archive-unavailable",
                "The archive cannot be reached at the moment. Try again soon.");
    }

    static Problem broken() {
        return Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "internal-error", "Something broke. It has been logged.");
    }

    /** For what the framework or the web server refuses by itself: an unknown path, a wrong method, a head too long. */
    static Problem ofStatus(HttpStatus status) {
        return switch (status) {
            case BAD_REQUEST -> Problem.of(status, "bad-request", "The request is malformed.");
            case NOT_FOUND -> Problem.of(status, "not-found", "There is nothing at this address.");
            case METHOD_NOT_ALLOWED -> Problem.of(status, "method-not-allowed", "This address has no such method.");
            case UNSUPPORTED_MEDIA_TYPE ->
                Problem.of(status, "unsupported-media-type", "Send JSON, with Content-Type: application/json.");
            case NOT_ACCEPTABLE -> Problem.of(status, "not-acceptable", "This address answers in another media type.");
            default -> Problem.of(status, "refused", "The request cannot be answered.");
        };
    }
}
