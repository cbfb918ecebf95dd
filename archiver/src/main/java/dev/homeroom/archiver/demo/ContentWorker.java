package dev.homeroom.archiver.demo;

import dev.homeroom.archiver.demo.ContentRows.Unfinished;
import dev.homeroom.archiver.demo.Script.Line;
import dev.homeroom.archiver.start.BackgroundThread;
import dev.homeroom.archiver.start.Worker;
import dev.homeroom.archiver.transcript.ArchivedMessages;
import dev.homeroom.contract.RoomId;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the content of a demo school that was begun with some: first people, rooms and what is said in them; then, once that is
 * archived, what teachers and students did about it.
 *
 * <p>Each of the two is one transaction, which also notes that it is done. So whoever is killed in between leaves a whole, and a
 * later start goes on from there.
 */
@Component
class ContentWorker implements Worker {
    private static final Logger log = LoggerFactory.getLogger(ContentWorker.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final DemoSettings settings;
    private final ContentRows rows;
    private final SchoolYear schoolYear;
    private final Storyteller storyteller;
    private final People people;
    private final ArchivedMessages archived;
    private final DemoMarking marking;
    private final DemoConcerns concerns;
    private final TransactionTemplate transaction;

    private final BackgroundThread thread = new BackgroundThread("archiver-demo-content");

    ContentWorker(
            DemoSettings settings,
            ContentRows rows,
            SchoolYear schoolYear,
            Storyteller storyteller,
            People people,
            ArchivedMessages archived,
            DemoMarking marking,
            DemoConcerns concerns,
            TransactionTemplate transaction) {
        this.settings = settings;
        this.rows = rows;
        this.schoolYear = schoolYear;
        this.storyteller = storyteller;
        this.people = people;
        this.archived = archived;
        this.marking = marking;
        this.concerns = concerns;
        this.transaction = transaction;
    }

    @Override
    public void start() {
        if (settings.demo() && settings.demoContent()) {
            thread.repeatUntil(
                    BETWEEN_LOOKS,
                    "The content of the demo school could not be made",
                    () -> Boolean.TRUE.equals(transaction.execute(_ -> goOn())));
        }
    }

    @Override
    public List<BackgroundThread> threads() {
        return List.of(thread);
    }

    /** @return whether there is nothing left to do, or another archiver is at it */
    private boolean goOn() {
        Optional<Unfinished> found = rows.lockUnfinished();
        found.ifPresent(this::goOn);
        return found.isEmpty();
    }

    private void goOn(Unfinished school) {
        if (school.rooms().isEmpty()) {
            begin(school);
        } else if (told(school.rooms()).values().stream().allMatch(this::isArchived)) {
            finish(school);
        }
    }

    private void begin(Unfinished school) {
        List<RoomId> rooms = schoolYear.begin(school.school());
        storyteller.tell(told(rooms).values(), Instant.now());
        rows.told(school.school(), rooms);
    }

    private void finish(Unfinished school) {
        Map<DemoRoom, ToldRoom> rooms = told(school.rooms());
        marking.mark(rooms);
        concerns.raise(rooms);
        rows.complete(school.school());
        log.info("The content of the demo school is complete.");
    }

    private static Map<DemoRoom, ToldRoom> told(List<RoomId> rooms) {
        Map<DemoRoom, ToldRoom> told = new EnumMap<>(DemoRoom.class);
        Iterator<RoomId> ids = rooms.iterator();
        for (DemoRoom room : DemoRoom.values()) {
            told.put(room, new ToldRoom(ids.next(), room.script()));
        }
        return told;
    }

    private boolean isArchived(ToldRoom room) {
        Line last = room.script().last();
        return archived.find(
                        room.id(), room.message(last, people.caller(last.by()).id()))
                .isPresent();
    }
}
