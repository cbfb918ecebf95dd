package dev.homeroom.archiver.demo;

import dev.homeroom.archiver.demo.Moment.Came;
import dev.homeroom.archiver.demo.Moment.Said;
import dev.homeroom.archiver.demo.Moment.Went;
import dev.homeroom.archiver.demo.Script.Line;
import dev.homeroom.archiver.outbox.Outbox;
import dev.homeroom.contract.AccountId;
import dev.homeroom.contract.Author;
import dev.homeroom.contract.EdgeId;
import dev.homeroom.contract.MessageId;
import dev.homeroom.contract.MessageText;
import dev.homeroom.contract.PresenceChange;
import dev.homeroom.contract.RoomEvent;
import dev.homeroom.contract.RoomEvent.Entered;
import dev.homeroom.contract.RoomEvent.Left;
import dev.homeroom.contract.RoomEvent.MessagePosted;
import dev.homeroom.contract.RoomEventCodec;
import dev.homeroom.contract.Topics;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Puts what has been said on the room log, as edges would have: the archive, replays and analytics learn of it from there. It
 * goes through the outbox, so it is on its way if and only if its rooms are there.
 *
 * <p>Each event has the time at which it happened. Its record has the time of writing: the broker refuses older records, and
 * what is told together should be kept for replays together, and no shorter than what is said after it.
 */
@Component
class Storyteller {
    private static final EdgeId EDGE = new EdgeId("demo");

    private final People people;
    private final Outbox outbox;

    Storyteller(People people, Outbox outbox) {
        this.people = people;
        this.outbox = outbox;
    }

    void tell(Collection<ToldRoom> rooms, Instant now) {
        List<Script> scripts = rooms.stream().map(ToldRoom::script).toList();
        Timetable timetable = Timetable.before(now, SchoolYear.zone(), scripts);
        rooms.forEach(room -> tell(room, timetable.of(room.script())));
    }

    private void tell(ToldRoom room, List<Moment> moments) {
        Function<String, AccountId> accounts = accounts(moments.stream());
        long sequence = 0;
        for (Moment moment : moments) {
            PresenceChange change = new PresenceChange(EDGE, ++sequence);
            RoomEvent event = event(room, moment, accounts.apply(moment.who()), change);
            outbox.add(Topics.MESSAGES, room.id().toString(), RoomEventCodec.encode(event));
        }
    }

    private Function<String, AccountId> accounts(Stream<Moment> moments) {
        var known = moments.map(Moment::who)
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(), who -> people.caller(who).id()));
        return who -> Objects.requireNonNull(known.get(who));
    }

    private static RoomEvent event(ToldRoom room, Moment moment, AccountId account, PresenceChange change) {
        Author author = Author.of(account);
        return switch (moment) {
            case Came came -> new Entered(MessageId.create(), room.id(), author, came.at(), null, change);
            case Went went -> new Left(MessageId.create(), room.id(), author, went.at(), null, change);
            case Said(Instant at, Line line) ->
                new MessagePosted(
                        room.message(line, account),
                        room.id(),
                        author,
                        at,
                        null,
                        new MessageText(line.text()),
                        room.clientId(line));
        };
    }
}
