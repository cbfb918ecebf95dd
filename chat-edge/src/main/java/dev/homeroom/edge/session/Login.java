package dev.homeroom.edge.session;

/** What a token turned out to be. */
public sealed interface Login {
    record SignedIn(Account account) implements Login {}

    /** Was good once; the person signs in again. */
    record Expired() implements Login {}

    /** Forged, damaged, or signed with a key that is not ours. */
    record Invalid() implements Login {}
}
