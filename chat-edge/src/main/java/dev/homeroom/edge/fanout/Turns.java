package dev.homeroom.edge.fanout;

import dev.homeroom.contract.AccountId;
import dev.homeroom.contract.MessageId;
import dev.homeroom.contract.RoomId;
import dev.homeroom.contract.RoomRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * Who last wrote in the rooms of a partition, and when: what the log tells, and what is on its way to it from here. It goes as
 * far back as slow mode can, and is bounded. Not thread-safe.
 */
final class Turns {
    static final int CAPACITY = 20_000;

    private record Writer(RoomId room, AccountId account) {}

    private record Turn(MessageId message, Instant at) {}

    /** Oldest first, but for clocks that differ. */
    private final SequencedMap<Writer, Turn> last = new LinkedHashMap<>();

    /** A message stands in the log. */
    void posted(RoomId room, AccountId account, MessageId message, Instant at) {
        put(new Writer(room, account), new Turn(message, at));
    }

    /**
     * Gives the turn to this message if the writer's last is long enough ago, or is this very one.
     *
     * @return how long it still has to wait; zero if it has the turn
     */
    Duration take(RoomId room, AccountId account, MessageId message, Duration gap, Instant now) {
        Writer writer = new Writer(room, account);
        Turn before = last.get(writer);
        if (before != null && !before.message().equals(message)) {
            Duration left = left(before, gap, now);
            if (left.isPositive()) {
                return left;
            }
        }
        put(writer, new Turn(message, now));
        return Duration.ZERO;
    }

    int size() {
        return last.size();
    }

    /** No longer than the gap, also where the clock of whoever wrote is ahead. */
    private static Duration left(Turn before, Duration gap, Instant now) {
        Duration left = gap.minus(Duration.between(before.at(), now));
        return left.compareTo(gap) > 0 ? gap : left;
    }

    private void put(Writer writer, Turn turn) {
        last.remove(writer);
        last.put(writer, turn);
        Instant pointless = turn.at().minus(RoomRecord.LONGEST_SLOW_MODE);
        while (last.size() > CAPACITY || last.firstEntry().getValue().at().isBefore(pointless)) {
            last.pollFirstEntry();
        }
    }
}
