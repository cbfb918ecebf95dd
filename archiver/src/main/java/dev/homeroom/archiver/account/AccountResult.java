package dev.homeroom.archiver.account;

/** What became of making or changing an account. */
public sealed interface AccountResult {
    record Done(Account account) implements AccountResult {}

    /** Of this school, that is. */
    record NotFound() implements AccountResult {}

    /** By anybody in the installation. */
    record UsernameTaken() implements AccountResult {}

    /** The school would be left without an active admin. */
    record LastAdmin() implements AccountResult {}

    /** A student cannot be the safeguarding lead. */
    record NotForStudents() implements AccountResult {}
}
