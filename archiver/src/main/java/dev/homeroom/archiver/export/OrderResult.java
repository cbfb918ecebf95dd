package dev.homeroom.archiver.export;

/** What became of an order. */
sealed interface OrderResult {
    record Taken(ExportJob job) implements OrderResult {}

    /** They have so many that are not finished. */
    record TooManyWaiting(int limit) implements OrderResult {}

    /** Everybody's together have all the room that there is. */
    record Full() implements OrderResult {}

    /** They have so many in all. */
    record TooManyKept(int limit) implements OrderResult {}
}
