package dev.homeroom.archiver.account;

import dev.homeroom.archiver.account.AccountResult.Done;
import dev.homeroom.archiver.account.AccountResult.LastAdmin;
import dev.homeroom.archiver.account.AccountResult.NotForStudents;
import dev.homeroom.archiver.account.AccountResult.NotFound;
import dev.homeroom.archiver.account.AccountResult.UsernameTaken;
import dev.homeroom.archiver.paging.Page;
import dev.homeroom.archiver.paging.PageMark;
import dev.homeroom.contract.AccountId;
import dev.homeroom.contract.SchoolId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The people of a school. */
@Component
public class Accounts {
    private final AccountRows rows;
    private final Passwords passwords;
    private final ApplicationEventPublisher events;

    Accounts(AccountRows rows, Passwords passwords, ApplicationEventPublisher events) {
        this.rows = rows;
        this.passwords = passwords;
        this.events = events;
    }

    public AccountResult create(SchoolId school, NewAccount wanted) {
        if (wanted.role() == Role.STUDENT && wanted.safeguardingLead()) {
            return new NotForStudents();
        }
        String encoded = passwords.encode(wanted.password());
        Username username = new Username(wanted.username());
        Account account = new Account(
                AccountId.create(),
                school,
                username.value(),
                wanted.displayName(),
                wanted.role(),
                true,
                wanted.safeguardingLead());
        return rows.insert(account, username, encoded) ? new Done(account) : new UsernameTaken();
    }

    @Transactional
    public AccountResult change(SchoolId school, AccountId id, AccountChange change) {
        List<AccountId> admins = rows.lockActiveAdmins(school);
        Optional<Account> found = rows.find(school, id);
        if (found.isEmpty()) {
            return new NotFound();
        }
        Account changed = change.appliedTo(found.get());
        if (changed.role() == Role.STUDENT && Boolean.TRUE.equals(change.safeguardingLead())) {
            return new NotForStudents();
        }
        if (admins.equals(List.of(id)) && !(changed.active() && changed.role() == Role.ADMIN)) {
            return new LastAdmin();
        }
        write(found.get(), changed, change.password());
        return new Done(changed);
    }

    private void write(Account old, Account changed, @Nullable String password) {
        if (password != null) {
            rows.updatePassword(changed.id(), passwords.encode(password));
        }
        if (!changed.equals(old)) {
            rows.update(changed);
            events.publishEvent(new AccountChanged(changed.id()));
        }
    }

    public Page<Account> list(SchoolId school, AccountQuery query, @Nullable String after, int limit) {
        List<Account> found = rows.list(school, query, PageMark.decode(after), limit + 1);
        return Page.of(found, limit, account -> Username.keyOf(account.username()));
    }

    /** Whether somebody looks after the safety of the school's students. */
    public boolean haveSafeguardingLead(SchoolId school) {
        return rows.haveSafeguardingLead(school);
    }

    /** Whether anybody in the installation has this username. */
    public boolean isTaken(String username) {
        return rows.isTaken(Username.keyOf(username));
    }

    /** Those of {@code ids} that are no accounts of the school. */
    public List<UUID> unknown(SchoolId school, Collection<UUID> ids) {
        Set<UUID> existing = rows.existing(school, ids);
        return ids.stream().filter(id -> !existing.contains(id)).toList();
    }
}
