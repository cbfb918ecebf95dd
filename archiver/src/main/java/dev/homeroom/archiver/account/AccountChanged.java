package dev.homeroom.archiver.account;

import dev.homeroom.contract.AccountId;

/** Published within the transaction that changes a name, a role, or whether the account is active. */
public record AccountChanged(AccountId account) {}
