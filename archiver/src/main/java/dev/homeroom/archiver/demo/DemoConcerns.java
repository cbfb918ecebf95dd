package dev.homeroom.archiver.demo;

import dev.homeroom.archiver.concern.ConcernDesk;
import dev.homeroom.archiver.concern.Outcome;
import dev.homeroom.archiver.concern.Reason;
import dev.homeroom.archiver.demo.Script.Line;
import dev.homeroom.archiver.transcript.MessageRemoval;
import dev.homeroom.contract.MessageId;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What students report, and what their teacher does about it: a report waits, one is passed on, one is decided. */
@Component
class DemoConcerns {
    private final People people;
    private final ConcernDesk desk;
    private final MessageRemoval removal;

    DemoConcerns(People people, ConcernDesk desk, MessageRemoval removal) {
        this.people = people;
        this.desk = desk;
        this.removal = removal;
    }

    void raise(Map<DemoRoom, ToldRoom> rooms) {
        ToldRoom lessons = Objects.requireNonNull(rooms.get(DemoRoom.CLASS));
        ToldRoom books = Objects.requireNonNull(rooms.get(DemoRoom.BOOKS));
        removal.remove(people.caller(Person.TEACHER), lessons.id(), message(lessons, "pizza"));
        report("juno", lessons, "shutup", Reason.BULLYING, "He says this to Otto a lot, not only here.");
        report("pia", lessons, "phone", Reason.PRIVATE_INFORMATION, "He means well, but his phone number is in there.");
        decide(lessons, "phone", Outcome.MESSAGE_REMOVED, "Talked to Tariq: numbers go to friends, not into rooms.");
        report("mei", books, "worry", Reason.DANGER, "我有点担心她。I'm worried about Juno.");
        decide(
                books,
                "worry",
                Outcome.PASSED_ON,
                "She smiled again on the next day, but please have a look at this with me.");
    }

    private void report(String reporter, ToldRoom room, String label, Reason reason, String note) {
        desk.report(people.caller(reporter), room.id(), message(room, label), reason, note);
    }

    private void decide(ToldRoom room, String label, Outcome outcome, String note) {
        desk.decide(people.caller(Person.TEACHER), room.id(), message(room, label), outcome, note);
    }

    private MessageId message(ToldRoom room, String label) {
        Line line = room.script().line(label);
        return room.message(line, people.caller(line.by()).id());
    }
}
