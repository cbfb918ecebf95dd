package dev.homeroom.archiver.problem;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Ends a request with a {@link Problem}; for the web part of a feature only. */
public final class ProblemException extends RuntimeException {
    private final transient Problem problem;
    private final transient @Nullable Duration retryAfter;

    public ProblemException(Problem problem) {
        this(problem, null);
    }

    public ProblemException(Problem problem, @Nullable Duration retryAfter) {
        super(problem.type(), null, false, false);
        this.problem = problem;
        this.retryAfter = retryAfter;
    }

    public static ProblemException notFound(String what) {
        return new ProblemException(
                Problem.of(HttpStatus.NOT_FOUND, what + "-not-found", "There is no such " + what + "."));
    }

    public static ProblemException conflict(String slug, String detail) {
        return new ProblemException(Problem.of(HttpStatus.CONFLICT, slug, detail));
    }

    public static ProblemException forbidden(String detail) {
        return new ProblemException(Problem.of(HttpStatus.FORBIDDEN, "forbidden", detail));
    }

    public static ProblemException invalid(String field, String message) {
        return new ProblemException(Problem.invalid(field, message));
    }

    Problem problem() {
        return problem;
    }

    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }
}
