package dev.homeroom.contract;

/** What a record's value turned out to be. */
public sealed interface Decoded<T> {
    record Valid<T>(T value) implements Decoded<T> {}

    /** Well formed, but of a type that this version does not know: written by a newer program, to be skipped. */
    record UnknownType<T>(String type) implements Decoded<T> {}

    /** @param reason in plain words, without any of the record's content */
    record Malformed<T>(String reason) implements Decoded<T> {}
}
