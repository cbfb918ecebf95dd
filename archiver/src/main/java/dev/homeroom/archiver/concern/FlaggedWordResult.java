package dev.homeroom.archiver.concern;

/** What became of adding a word. */
sealed interface FlaggedWordResult {
    record Added(FlaggedWord word) implements FlaggedWordResult {}

    /** There is no word in it. */
    record Wordless() implements FlaggedWordResult {}

    /** The school flags it already, perhaps in another form. */
    record Known() implements FlaggedWordResult {}

    record TooMany(int limit) implements FlaggedWordResult {}
}
