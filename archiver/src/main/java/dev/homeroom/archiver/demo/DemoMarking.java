package dev.homeroom.archiver.demo;

import dev.homeroom.archiver.account.Caller;
import dev.homeroom.archiver.demo.Script.Line;
import dev.homeroom.archiver.marking.MarkingDesk;
import dev.homeroom.archiver.marking.MarkingDesk.Draft;
import dev.homeroom.archiver.marking.MarkingDesk.WantedCriterion;
import dev.homeroom.archiver.marking.MarkingDesk.WantedLevel;
import dev.homeroom.archiver.room.Rooms;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What teachers think of what was said: a rubric, and comments and grades, some of which students see already. */
@Component
class DemoMarking {
    private static final List<WantedCriterion> RUBRIC = List.of(
            new WantedCriterion(
                    "Evidence · 证据",
                    "Gives reasons, numbers or examples for what is claimed.",
                    levels("Claims only", "A reason", "Reasons with an example", "Own data, with units")),
            new WantedCriterion(
                    "Building on others · 回应同学",
                    "Listens, answers, and carries other people's ideas on.",
                    levels("Alone", "Answers", "Carries an idea on", "Connects several ideas")),
            new WantedCriterion(
                    "Clear language · 表达",
                    "Short, exact sentences, in English or in Chinese.",
                    levels("Hard to follow", "Mostly clear", "Clear", "Clear and vivid")));

    private final People people;
    private final Rooms rooms;
    private final MarkingDesk desk;

    DemoMarking(People people, Rooms rooms, MarkingDesk desk) {
        this.people = people;
        this.rooms = rooms;
        this.desk = desk;
    }

    private static List<WantedLevel> levels(String... names) {
        return Stream.iterate(1, points -> points <= names.length, points -> points + 1)
                .map(points -> new WantedLevel(names[points - 1], "", points))
                .toList();
    }

    void mark(Map<DemoRoom, ToldRoom> rooms) {
        ToldRoom lessons = Objects.requireNonNull(rooms.get(DemoRoom.CLASS));
        Caller teacher = people.caller(Person.TEACHER);
        desk.setRubric(lessons.id(), RUBRIC);
        markAmy(teacher, lessons);
        markChen(teacher, lessons);
        markBen(teacher, lessons);
        draft(
                teacher,
                lessons,
                "A picture in one sentence, and the whole class uses it now.",
                List.of("well_said"),
                "sponge");
        markProject(Objects.requireNonNull(rooms.get(DemoRoom.PROJECT)));
        markBooks(teacher, Objects.requireNonNull(rooms.get(DemoRoom.BOOKS)));
    }

    private void markAmy(Caller teacher, ToldRoom lessons) {
        Draft comment = draft(
                teacher,
                lessons,
                "You changed your mind because of something you read, and you say so. That is brave, and good science."
                        + " Which source was it? 下次写上来源。",
                List.of("reasoning", "well_said"),
                "both");
        release(teacher, lessons, comment);
        desk.answer(
                people.caller("amy"),
                comment,
                "Thank you! It was the town's flood map from the library. I'll put it on the poster.");
        Draft grade = desk.grade(
                teacher,
                lessons.id(),
                people.id("amy"),
                "You connect what others say, Amy, and the whole class thinks better for it. Next step: shorter sentences.",
                List.of(2, 3, 2));
        release(teacher, lessons, grade);
    }

    private void markChen(Caller teacher, ToldRoom lessons) {
        Draft comment = draft(
                teacher,
                lessons,
                "三条消息就是一份完整的实验报告：数据、单位、结论。Well done, Chen.",
                List.of("reasoning"),
                "data",
                "data2",
                "data3");
        release(teacher, lessons, comment);
    }

    /** Of which he sees nothing yet. */
    private void markBen(Caller teacher, ToldRoom lessons) {
        draft(
                teacher,
                lessons,
                "Argue with the goats, not with Otto. You put it right yourself.",
                List.of("tone"),
                "shutup");
        desk.grade(
                teacher,
                lessons.id(),
                people.id("ben"),
                "From jokes to our own data in ten days. Talk with him before this is released.",
                List.of(3, 1, 2));
    }

    private void markProject(ToldRoom project) {
        Caller wen = people.caller(Person.SECOND_TEACHER);
        release(
                wen,
                project,
                draft(
                        wen,
                        project,
                        "观察得很仔细！Real notes: time, weather, what you saw and what you smelled.",
                        List.of("well_said"),
                        "notes"));
        draft(wen, project, "数据救回来了，也学会了备份。", List.of(), "oops");
    }

    private void markBooks(Caller teacher, ToldRoom books) {
        release(
                teacher,
                books,
                draft(
                        teacher,
                        books,
                        "Four lines, and I saw the whole house. Read them to us on stage?",
                        List.of("well_said"),
                        "lines"));
    }

    private Draft draft(Caller teacher, ToldRoom room, String text, List<String> tags, String... labels) {
        List<UUID> about = Stream.of(labels)
                .map(label -> room.script().line(label))
                .map(line -> messageOf(room, line))
                .toList();
        return desk.comment(teacher, room.id(), text, tags, about);
    }

    private UUID messageOf(ToldRoom room, Line line) {
        return room.message(line, people.caller(line.by()).id()).value();
    }

    private void release(Caller teacher, ToldRoom room, Draft draft) {
        desk.release(teacher, rooms.access(teacher, room.id()).orElseThrow(), draft);
    }
}
