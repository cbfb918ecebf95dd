package dev.homeroom.archiver.account;

import dev.homeroom.contract.AccountId;
import dev.homeroom.contract.SchoolId;

/** Who asks: the account behind a valid token, as the database has it now. Every query is bound to its school. */
public record Caller(AccountId id, SchoolId school, Role role, String username, String displayName) {
    public boolean is(Role wanted) {
        return role == wanted;
    }
}
