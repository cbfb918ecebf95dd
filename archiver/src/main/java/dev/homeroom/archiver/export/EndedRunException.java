package dev.homeroom.archiver.export;

import org.jspecify.annotations.Nullable;

/** Ends the writing of a file from within. */
final class EndedRunException extends RuntimeException {
    private final @Nullable String problem;

    EndedRunException(@Nullable String problem) {
        super(problem, null, false, false);
        this.problem = problem;
    }

    /** Somebody has deleted the export, or another archiver has taken it over. */
    static EndedRunException lost() {
        return new EndedRunException(null);
    }

    /** What to tell whoever ordered it; null where it is not this run's any more to tell anything. */
    @Nullable
    String problem() {
        return problem;
    }
}
