package dev.homeroom.archiver.account;

/**
 * An account to be made.
 *
 * @param safeguardingLead whether they look after the safety of the school's students; no student can
 */
public record NewAccount(String username, String displayName, Role role, String password, boolean safeguardingLead) {
    public NewAccount(String username, String displayName, Role role, String password) {
        this(username, displayName, role, password, false);
    }
}
