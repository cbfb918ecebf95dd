package dev.homeroom.bench.check;

import java.nio.IntBuffer;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Compares what the receivers of one room have heard. The room's order is the one that most of them saw. Each must have heard
 * each message that was acked, or that anybody heard, once, and in that order.
 */
public final class RoomCheck {
    private final BitSet expected;
    private final Map<Integer, Integer> rank;

    private RoomCheck(BitSet expected, Map<Integer, Integer> rank) {
        this.expected = expected;
        this.rank = rank;
    }

    /**
     * @param acked sequence numbers of the acked messages
     * @param stored what the transcript has; it adds to what must have been heard, and its order does not count
     */
    public static RoomCheck of(BitSet acked, Collection<Heard> receivers, Optional<Heard> stored) {
        BitSet expected = (BitSet) acked.clone();
        receivers.forEach(heard -> heard.stream().forEach(expected::set));
        stored.ifPresent(heard -> heard.stream().forEach(expected::set));
        return new RoomCheck(expected, ranks(mostCommonOrder(receivers)));
    }

    private static IntBuffer mostCommonOrder(Collection<Heard> receivers) {
        return receivers.stream()
                .map(heard -> IntBuffer.wrap(heard.stream().distinct().toArray()))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(IntBuffer.allocate(0));
    }

    private static Map<Integer, Integer> ranks(IntBuffer order) {
        return IntStream.range(0, order.limit()).boxed().collect(Collectors.toMap(order::get, Function.identity()));
    }

    /** Judges what one of them, or the transcript, has. */
    public Findings judge(Heard heard) {
        List<Integer> distinct = heard.stream().distinct().boxed().toList();
        long doubled = heard.stream().count() - distinct.size();
        return new Findings(expected.cardinality() - distinct.size(), doubled, outOfOrder(distinct));
    }

    private long outOfOrder(List<Integer> distinct) {
        int highest = -1;
        long count = 0;
        for (int sequence : distinct) {
            int place = rank.getOrDefault(sequence, highest);
            count += place < highest ? 1 : 0;
            highest = Math.max(highest, place);
        }
        return count;
    }
}
