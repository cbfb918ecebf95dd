package dev.homeroom.archiver.demo;

import dev.homeroom.archiver.account.Account;
import dev.homeroom.archiver.account.AccountResult.Done;
import dev.homeroom.archiver.account.Accounts;
import dev.homeroom.archiver.account.Caller;
import dev.homeroom.archiver.account.Credentials;
import dev.homeroom.archiver.account.Credentials.Credential;
import dev.homeroom.contract.SchoolId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The people of the demo school, by their usernames. */
@Component
class People {
    private final Accounts accounts;
    private final Credentials credentials;

    People(Accounts accounts, Credentials credentials) {
        this.accounts = accounts;
        this.credentials = credentials;
    }

    Account enrol(SchoolId school, Person person) {
        if (accounts.create(school, person.account()) instanceof Done(Account account)) {
            return account;
        }
        throw new IllegalStateException("somebody took the username " + person.username());
    }

    Caller caller(String username) {
        return credentials
                .ofUsername(username)
                .map(Credential::caller)
                .orElseThrow(() -> new IllegalStateException("nobody is called " + username + " any more"));
    }

    UUID id(String username) {
        return caller(username).id().value();
    }

    List<UUID> ids(Stream<String> usernames) {
        return usernames.map(this::id).toList();
    }
}
