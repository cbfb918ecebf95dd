package dev.homeroom.edge.chat;

import dev.homeroom.edge.session.Account;
import org.jspecify.annotations.Nullable;

/** Who is behind a connection. */
sealed interface Identity {
    /** Somebody who has signed in. */
    record SignedIn(Account account) implements Identity {}

    /** @param name the name given when connecting, if any; in each room a guest may give another */
    record Guest(@Nullable String name) implements Identity {}
}
