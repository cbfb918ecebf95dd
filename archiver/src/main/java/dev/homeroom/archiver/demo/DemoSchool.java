package dev.homeroom.archiver.demo;

import dev.homeroom.archiver.account.Accounts;
import dev.homeroom.archiver.account.Schools;
import dev.homeroom.archiver.group.Group;
import dev.homeroom.archiver.group.GroupResult;
import dev.homeroom.archiver.group.Groups;
import dev.homeroom.archiver.room.Rooms;
import dev.homeroom.archiver.start.Preparation;
import dev.homeroom.contract.SchoolId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A teacher, three students and an admin, with a group and a room; made once, in one transaction. Where there is to be more,
 * {@link ContentWorker} makes it, also the room, so that nobody is in there before what has been said.
 */
@Component
@Order(2)
class DemoSchool implements Preparation {
    private static final Logger log = LoggerFactory.getLogger(DemoSchool.class);
    private static final String NAME = "Demo School";

    private final DemoSettings settings;
    private final Schools schools;
    private final Accounts accounts;
    private final People people;
    private final Groups groups;
    private final Rooms rooms;
    private final ContentRows content;

    DemoSchool(
            DemoSettings settings,
            Schools schools,
            Accounts accounts,
            People people,
            Groups groups,
            Rooms rooms,
            ContentRows content) {
        this.settings = settings;
        this.schools = schools;
        this.accounts = accounts;
        this.people = people;
        this.groups = groups;
        this.rooms = rooms;
        this.content = content;
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
        boolean withContent = settings.demoContent() && schools.oldest().isEmpty();
        List<Person> wanted = withContent ? Person.NAMED : Person.PLAIN;
        if (Person.usernames(wanted).anyMatch(accounts::isTaken)) {
            log.error(
                    "No demo school is made, since somebody has one of its usernames: {}.",
                    Person.usernames(wanted).toList());
            return;
        }
        fill(schools.create(NAME), wanted, withContent);
        log.info("Made the demo school; everybody knows its passwords.");
    }

    private void fill(SchoolId school, List<Person> wanted, boolean withContent) {
        wanted.forEach(person -> people.enrol(school, person));
        if (withContent) {
            content.begin(school);
        } else {
            makeRoom(school);
        }
    }

    private void makeRoom(SchoolId school) {
        List<UUID> students = people.ids(Stream.of("amy", "ben", "chen"));
        if (groups.create(school, DemoRoom.CLASS.title(), students) instanceof GroupResult.Done(Group group)) {
            rooms.create(people.caller(Person.TEACHER), DemoRoom.CLASS.title(), List.of(), List.of(group.id()));
        }
    }
}
