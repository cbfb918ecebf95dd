package dev.homeroom.edge.session;

import dev.homeroom.contract.AccountId;
import dev.homeroom.contract.SchoolId;
import java.time.Instant;

/**
 * A person who has signed in, as their token says.
 *
 * @param id the account
 * @param school the tenant
 * @param name the name to show where no room says another
 * @param until when the token ends
 */
public record Account(AccountId id, SchoolId school, String name, Instant until) {}
