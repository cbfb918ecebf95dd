package dev.homeroom.archiver.demo;

import dev.homeroom.archiver.account.Caller;
import dev.homeroom.archiver.concern.ConcernDesk;
import dev.homeroom.archiver.group.Group;
import dev.homeroom.archiver.group.GroupResult;
import dev.homeroom.archiver.group.Groups;
import dev.homeroom.archiver.room.HoursChange;
import dev.homeroom.archiver.room.RoomResult;
import dev.homeroom.archiver.room.Rooms;
import dev.homeroom.contract.RoomHours;
import dev.homeroom.contract.RoomId;
import dev.homeroom.contract.SchoolId;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Sets the demo school up: the rest of its people, the group, the rooms, the words that it flags. */
@Component
class SchoolYear {
    private static final List<String> FLAGGED = List.of("shut up", "idiot", "笨蛋", "去死");
    private static final Duration SLOW_MODE = Duration.ofSeconds(10);
    private static final LocalTime BOOKS_FROM = LocalTime.of(15, 30);
    private static final LocalTime BOOKS_UNTIL = LocalTime.of(18, 30);

    private final People people;
    private final Groups groups;
    private final Rooms rooms;
    private final ConcernDesk concerns;

    SchoolYear(People people, Groups groups, Rooms rooms, ConcernDesk concerns) {
        this.people = people;
        this.groups = groups;
        this.rooms = rooms;
        this.concerns = concerns;
    }

    /** @return the rooms in the order of {@link DemoRoom} */
    List<RoomId> begin(SchoolId school) {
        Person.OTHERS.forEach(person -> people.enrol(school, person));
        FLAGGED.forEach(word -> concerns.flag(people.caller(Person.ADMIN), word));
        UUID everybody = group(school);
        return Arrays.stream(DemoRoom.values())
                .map(room -> open(room, everybody))
                .toList();
    }

    private UUID group(SchoolId school) {
        List<UUID> students = people.ids(Person.students().stream());
        return switch (groups.create(school, DemoRoom.CLASS.title(), students)) {
            case GroupResult.Done(Group group) -> group.id();
            case GroupResult other -> throw new IllegalStateException("no group was made: " + other);
        };
    }

    private RoomId open(DemoRoom room, UUID everybody) {
        Caller teacher = people.caller(Person.TEACHER);
        RoomResult made = rooms.create(
                teacher,
                room.title(),
                people.ids(room.members().stream()),
                room == DemoRoom.CLASS ? List.of(everybody) : List.of(),
                room == DemoRoom.PROJECT ? SLOW_MODE : null,
                room == DemoRoom.BOOKS ? hours() : null);
        return switch (made) {
            case RoomResult.Done done -> new RoomId(done.room().id());
            case RoomResult other -> throw new IllegalStateException("no room was made: " + other);
        };
    }

    private static HoursChange hours() {
        return new HoursChange(new RoomHours(
                zone(),
                Arrays.stream(DayOfWeek.values())
                        .map(day -> new RoomHours.Span(day, BOOKS_FROM, BOOKS_UNTIL))
                        .toList()));
    }

    /** Of this installation; a room can have those of the tz database alone. */
    static ZoneId zone() {
        ZoneId zone = ZoneId.systemDefault();
        return ZoneId.getAvailableZoneIds().contains(zone.getId()) ? zone : ZoneId.of("UTC");
    }
}
