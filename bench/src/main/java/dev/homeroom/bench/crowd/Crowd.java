package dev.homeroom.bench.crowd;

import dev.homeroom.bench.check.Stamp;
import dev.homeroom.bench.pace.Clock;
import dev.homeroom.bench.pace.Schedule;
import dev.homeroom.bench.socketio.Client;
import dev.homeroom.bench.wire.Loop;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * People sitting in rooms, each on a connection of their own. All connections of a room are read by the same loop. Messages
 * are said by one thread.
 */
public final class Crowd implements AutoCloseable {
    private static final int AT_ONCE = 64;

    private final Rotation rotation;
    private final Schedule schedule;
    private final int textLength;
    private final List<Section> sections = new ArrayList<>();
    private final List<Seat> seats = new ArrayList<>();
    private final long run = UUID.randomUUID().getMostSignificantBits();

    /** The rooms that one loop reads. */
    private record Section(Loop loop, Tally tally, List<Seat> seats) {
        void addTo(Account account) {
            loop.ask(() -> {
                tally.addTo(account);
                seats.forEach(account::hear);
                return account;
            });
        }
    }

    private Crowd(Rotation rotation, Schedule schedule, int textLength) {
        this.rotation = rotation;
        this.schedule = schedule;
        this.textLength = textLength;
    }

    /**
     * Lets everybody in.
     *
     * @param threads that read
     * @param textLength of each message, in characters
     */
    public static Crowd open(Venue venue, Rotation rotation, Schedule schedule, int threads, int textLength)
            throws EntryFailedException, IOException {
        Crowd crowd = new Crowd(rotation, schedule, textLength);
        try {
            for (int i = 0; i < threads; i++) {
                crowd.sections.add(new Section(Loop.start("loop-" + i), new Tally(schedule), new ArrayList<>()));
            }
            crowd.enter(venue);
            return crowd;
        } catch (EntryFailedException | IOException e) {
            crowd.close();
            throw e;
        }
    }

    private void enter(Venue venue) throws EntryFailedException {
        Entrance entrance = new Entrance(AT_ONCE);
        for (int room = 0; room < rotation.rooms(); room++) {
            Section section = sections.get(room % sections.size());
            for (int member = 0; member < rotation.members(); member++) {
                Ticket ticket = venue.ticket(room, member);
                Seat seat = new Seat(room, ticket.room(), section.tally(), entrance);
                seats.add(seat);
                section.seats().add(seat);
                entrance.next();
                Client.connect(section.loop(), ticket.server(), ticket.token(), seat);
            }
        }
        entrance.awaitAll();
    }

    /** Starts the clock by which messages are due. */
    public Clock begin() {
        Clock clock = Clock.start();
        sections.forEach(section -> section.loop().ask(() -> {
            section.tally().begin(clock);
            return clock;
        }));
        return clock;
    }

    /** Says a message, by whose turn it is. */
    public void say(int message, long dueNanos) {
        int room = rotation.room(message);
        Seat seat = seats.get(room * rotation.members() + rotation.member(message));
        String text = new Stamp(room, rotation.sequence(message), dueNanos).text(textLength);
        seat.say(message, messageId(message), text);
    }

    /** A UUID (version 4, RFC 9562) that no other run makes. */
    private String messageId(int message) {
        return new UUID(run, Long.MIN_VALUE | message).toString();
    }

    /** How far everything has got. Cheap. */
    public Progress progress() {
        return sections.stream().map(section -> section.tally().progress()).reduce(Progress.NONE, Progress::plus);
    }

    /** Waits until everybody has all that was said, or until nothing has come for a while. */
    public void settle(Duration patience) {
        Settling.await(this::progress, got -> got.isComplete(schedule.messages(), rotation.members()), patience);
    }

    /** All that was heard until now. */
    public Account account() {
        Account account = new Account(schedule.parts());
        sections.forEach(section -> section.addTo(account));
        return account;
    }

    /** CPU time of each loop so far. */
    public List<Duration> cpuTimes() {
        return sections.stream().map(section -> section.loop().cpuTime()).toList();
    }

    @Override
    public void close() {
        seats.forEach(Seat::leave);
        sections.forEach(section -> section.loop().close());
    }
}
