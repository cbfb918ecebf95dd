package dev.homeroom.bench.crowd;

import dev.homeroom.bench.check.Heard;
import dev.homeroom.bench.measure.Latencies;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a whole crowd has heard. Latencies are those of the measured part; all else is of the whole run. */
public final class Account {
    final List<Latencies> deliveries;
    final Latencies answers = new Latencies();
    final BitSet acked = new BitSet();
    final Map<String, Integer> refusals = new TreeMap<>();
    final Map<String, Integer> drops = new TreeMap<>();
    final Map<Integer, List<Heard>> heard = new TreeMap<>();
    long strange;
    long lastNanos;

    /** @param parts that are measured */
    Account(Collection<?> parts) {
        this.deliveries = Latencies.forEach(parts);
    }

    /** From when a message was due until it was there, for each delivery. */
    public Latencies deliveries() {
        Latencies all = new Latencies();
        deliveries.forEach(all::add);
        return all;
    }

    /** The same for deliveries of messages that were due in one part. */
    public Latencies deliveries(int part) {
        return deliveries.get(part);
    }

    /** The same for acknowledgements. */
    public Latencies answers() {
        return answers;
    }

    /** The numbers of the messages that were acked. */
    public BitSet acked() {
        return acked;
    }

    /** How many messages were refused, by code. */
    public Map<String, Integer> refusals() {
        return refusals;
    }

    public int refused() {
        return refusals.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many connections ended too early, by reason. */
    public Map<String, Integer> drops() {
        return drops;
    }

    /** Messages that do not belong to this load. */
    public long strange() {
        return strange;
    }

    /** When the last delivery of the measured part came. */
    public long lastNanos() {
        return lastNanos;
    }

    /** What each receiver of a room has heard. */
    public List<Heard> heardIn(int room) {
        return heard.getOrDefault(room, List.of());
    }

    void hear(List<Latencies> heardInParts) {
        for (int part = 0; part < heardInParts.size(); part++) {
            deliveries.get(part).add(heardInParts.get(part));
        }
    }

    void hear(Seat seat) {
        heard.computeIfAbsent(seat.room(), _ -> new ArrayList<>())
                .add(seat.heard().copy());
    }
}
