package dev.homeroom.archiver.account;

import dev.homeroom.contract.AccountId;
import dev.homeroom.contract.SchoolId;

/**
 * Who asks: the account behind a valid token, as the database has it now. Every query is bound to its school.
 *
 * @param safeguardingLead a right and not a role: most who have it are teachers too
 */
public record Caller(
        AccountId id, SchoolId school, Role role, String username, String displayName, boolean safeguardingLead) {
    public boolean is(Role wanted) {
        return role == wanted;
    }

    /** Whether every room of the school exists for them. */
    public boolean seesWholeSchool() {
        return safeguardingLead || is(Role.ADMIN);
    }
}
