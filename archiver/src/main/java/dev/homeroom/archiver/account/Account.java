package dev.homeroom.archiver.account;

import dev.homeroom.contract.AccountId;
import dev.homeroom.contract.SchoolId;

/** Somebody with a login. */
public record Account(AccountId id, SchoolId school, String username, String displayName, Role role, boolean active) {}
