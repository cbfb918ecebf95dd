package dev.homeroom.archiver.account;

/** An account to be made. */
public record NewAccount(String username, String displayName, Role role, String password) {}
