package dev.homeroom.archiver.concern;

/** What became of deciding about a concern. */
sealed interface DecisionResult {
    record Decided(Concern concern) implements DecisionResult {}

    /** For whoever asked, that is. */
    record NotFound() implements DecisionResult {}

    /** Somebody else has decided since the caller looked. */
    record DecidedMeanwhile() implements DecisionResult {}

    /** The message stands in no transcript any more, and cannot be removed. */
    record MessageGone() implements DecisionResult {}

    /** Its author cannot be muted: a teacher, or no member any more. */
    record NotAStudentOfTheRoom() implements DecisionResult {}

    /** There is nobody to pass it on to. */
    record NoSafeguardingLead() implements DecisionResult {}
}
