package dev.homeroom.backends;

import java.util.List;

/**
 * What to put before a command, so that it does not see that it is run by root.
 *
 * <p>Postgres refuses to work for root. In a user namespace of its own it is nobody, while the files that it owns stay
 * root's.
 */
final class Superuser {
    private Superuser() {}

    static List<String> hidden() {
        return System.getProperty("user.name").equals("root") ? List.of("unshare", "-U") : List.of();
    }
}
