package dev.homeroom.bench.slowreaders;

import dev.homeroom.bench.check.Findings;
import dev.homeroom.bench.check.RoomCheck;
import dev.homeroom.bench.crowd.Entrance;
import dev.homeroom.bench.crowd.EntryFailedException;
import dev.homeroom.bench.crowd.Settling;
import dev.homeroom.bench.crowd.Ticket;
import dev.homeroom.bench.crowd.Venue;
import dev.homeroom.bench.pace.Clock;
import dev.homeroom.bench.verdict.Judge;
import dev.homeroom.bench.wire.Loop;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/**
 * All who stop reading, and do so together. They are spread over the rooms, and are read by a loop of their own; every other one
 * comes back by cursor, every other one by token. For one thread.
 */
final class Laggards implements AutoCloseable {
    private static final int AT_ONCE = 16;

    private final Loop loop;
    private final List<Laggard> everybody = new ArrayList<>();

    private Laggards(Loop loop) {
        this.loop = loop;
    }

    /** Lets them in, as the last members of each room. */
    static Laggards open(Venue venue, SlowReadersSettings settings) throws EntryFailedException, IOException {
        Laggards laggards = new Laggards(Loop.start("laggards"));
        try {
            laggards.enter(venue, settings);
            return laggards;
        } catch (EntryFailedException e) {
            laggards.close();
            throw e;
        }
    }

    private void enter(Venue venue, SlowReadersSettings settings) throws EntryFailedException {
        Entrance entrance = new Entrance(AT_ONCE);
        Laggard.Way[] ways = Laggard.Way.values();
        for (int i = 0; i < settings.slow(); i++) {
            int room = i % settings.rooms();
            Ticket ticket = venue.ticket(room, settings.members() + i / settings.rooms());
            Laggard laggard =
                    new Laggard(room, ticket, ways[i % ways.length], loop, settings.receiveBuffer(), entrance);
            everybody.add(laggard);
            entrance.next();
            loop.execute(laggard::connect);
        }
        entrance.awaitAll();
    }

    void begin(Clock clock) {
        each(laggard -> laggard.begin(clock));
    }

    void stopReading() {
        each(Laggard::stopReading);
    }

    void readOn() {
        each(Laggard::readOn);
    }

    private void each(Consumer<Laggard> action) {
        loop.ask(() -> {
            everybody.forEach(action);
            return everybody;
        });
    }

    /** Waits until they have all that was acked, or until nothing has come for a while. */
    void settle(Judge judge, Duration patience) {
        long expected = everybody.stream()
                .mapToLong(laggard -> judge.acked(laggard.room()).cardinality())
                .sum();
        Settling.await(() -> sum(laggard -> laggard.heard().size()), heard -> heard >= expected, patience);
    }

    private int sum(ToIntFunction<Laggard> figure) {
        return loop.ask(() -> everybody.stream().mapToInt(figure).sum());
    }

    /** What is wrong with what they have heard, held against all that was said. */
    Findings findings(Judge judge) {
        List<RoomCheck> checks = judge.checks();
        return loop.ask(() -> everybody.stream()
                .map(laggard -> checks.get(laggard.room()).judge(laggard.heard()))
                .reduce(Findings.NONE, Findings::plus));
    }

    int strange() {
        return sum(Laggard::strange);
    }

    int startedAnew() {
        return sum(Laggard::startedAnew);
    }

    /** What has become of all of them in one repeat. */
    List<Stall> stalls(int repeat) {
        return loop.ask(() ->
                everybody.stream().map(laggard -> laggard.stalls().get(repeat)).toList());
    }

    @Override
    public void close() {
        each(Laggard::leave);
        loop.close();
    }
}
