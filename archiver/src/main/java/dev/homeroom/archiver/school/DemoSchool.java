package dev.homeroom.archiver.school;

import dev.homeroom.archiver.account.Account;
import dev.homeroom.archiver.account.AccountResult.Done;
import dev.homeroom.archiver.account.Accounts;
import dev.homeroom.archiver.account.Caller;
import dev.homeroom.archiver.account.NewAccount;
import dev.homeroom.archiver.account.Role;
import dev.homeroom.archiver.account.Schools;
import dev.homeroom.archiver.group.Group;
import dev.homeroom.archiver.group.GroupResult;
import dev.homeroom.archiver.group.Groups;
import dev.homeroom.archiver.room.Rooms;
import dev.homeroom.archiver.start.Preparation;
import dev.homeroom.contract.SchoolId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A teacher, three students, an admin, a group and a room; made once, in one transaction. */
@Component
@Order(2)
class DemoSchool implements Preparation {
    private static final Logger log = LoggerFactory.getLogger(DemoSchool.class);
    private static final String NAME = "Demo School";
    private static final String CLASS = "Class 7b";
    private static final Map<String, Role> PEOPLE = new TreeMap<>(Map.of(
            "admin", Role.ADMIN,
            "teacher", Role.TEACHER,
            "amy", Role.STUDENT,
            "ben", Role.STUDENT,
            "chen", Role.STUDENT));

    private final DemoSettings settings;
    private final Schools schools;
    private final Accounts accounts;
    private final Groups groups;
    private final Rooms rooms;

    DemoSchool(DemoSettings settings, Schools schools, Accounts accounts, Groups groups, Rooms rooms) {
        this.settings = settings;
        this.schools = schools;
        this.accounts = accounts;
        this.groups = groups;
        this.rooms = rooms;
    }

    @Override
    @Transactional
    public void prepare() {
        if (!settings.demo()) {
            return;
        }
        schools.lock();
        if (schools.named(NAME).isPresent()) {
            return;
        }
        if (PEOPLE.keySet().stream().anyMatch(accounts::isTaken)) {
            log.error("No demo school is made, since somebody has one of its usernames: {}.", PEOPLE.keySet());
            return;
        }
        fill(schools.create(NAME));
        log.info("Made the demo school; everybody knows its passwords.");
    }

    private void fill(SchoolId school) {
        Map<String, Account> people = new LinkedHashMap<>();
        PEOPLE.forEach((username, role) -> people.put(username, account(school, username, role)));
        List<UUID> students = people.values().stream()
                .filter(account -> account.role() == Role.STUDENT)
                .map(account -> account.id().value())
                .toList();
        if (groups.create(school, CLASS, students) instanceof GroupResult.Done(Group group)) {
            rooms.create(caller(Objects.requireNonNull(people.get("teacher"))), CLASS, List.of(), List.of(group.id()));
        }
    }

    /** The username is the password too, and with a capital the name. */
    private Account account(SchoolId school, String username, Role role) {
        String name = username.substring(0, 1).toUpperCase(Locale.ROOT) + username.substring(1);
        if (accounts.create(school, new NewAccount(username, name, role, username)) instanceof Done(Account account)) {
            return account;
        }
        throw new IllegalStateException("somebody took the username " + username + " just now");
    }

    private static Caller caller(Account account) {
        return new Caller(
                account.id(),
                account.school(),
                account.role(),
                account.username(),
                account.displayName(),
                account.safeguardingLead());
    }
}
