package dev.homeroom.archiver.account;

import dev.homeroom.contract.AccountId;
import dev.homeroom.contract.SchoolId;

/**
 * Somebody with a login.
 *
 * @param safeguardingLead whether the school has them look after its students' safety; never a student
 */
public record Account(
        AccountId id,
        SchoolId school,
        String username,
        String displayName,
        Role role,
        boolean active,
        boolean safeguardingLead) {}
