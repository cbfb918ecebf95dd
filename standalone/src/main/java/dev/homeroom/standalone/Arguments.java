package dev.homeroom.standalone;

/** What the command line turned out to be. */
sealed interface Arguments {
    record Run(Options options) implements Arguments {}

    record Help() implements Arguments {}

    /** @param line what is wrong, for a person */
    record Wrong(String line) implements Arguments {}
}
