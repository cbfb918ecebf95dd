package dev.homeroom.bench.check;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/**
 * Waits until an archive has each room's last message. It keeps the order of the log, so that it then has all that came before;
 * whether that is so is checked afterwards.
 */
public final class ArchiveWatch {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int AT_ONCE = 4;

    private final Archive archive;
    private final LongSupplier nanos;

    /** @param nanos the clock */
    public ArchiveWatch(Archive archive, LongSupplier nanos) {
        this.archive = archive;
        this.nanos = nanos;
    }

    /**
     * @param heard by each receiver of each room
     * @return when it was seen to be complete, by the clock; empty if it was not within a minute
     */
    public Optional<Long> awaitComplete(List<List<Heard>> heard) {
        long deadline = nanos.getAsLong() + PATIENCE.toNanos();
        int[] open = IntStream.range(0, heard.size()).toArray();
        while (open.length > 0 && nanos.getAsLong() < deadline) {
            open = stillOpen(open, room -> !hasLast(room, heard.get(room)));
        }
        return open.length == 0 ? Optional.of(nanos.getAsLong()) : Optional.empty();
    }

    private boolean hasLast(int room, List<Heard> receivers) {
        int newest = archive.newest(room).map(Stamp::sequence).orElse(-1);
        return receivers.stream().anyMatch(heard -> heard.last() == newest);
    }

    private static int[] stillOpen(int[] rooms, IntPredicate isOpen) {
        List<Boolean> answers = each(rooms, isOpen::test);
        return IntStream.range(0, rooms.length)
                .filter(answers::get)
                .map(i -> rooms[i])
                .toArray();
    }

    /** All that it has, room by room. */
    public List<Heard> transcripts(int rooms) {
        return each(IntStream.range(0, rooms).toArray(), archive::all);
    }

    private static <T> List<T> each(int[] rooms, IntFunction<T> question) {
        try (ExecutorService askers = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<T>> answers = IntStream.of(rooms)
                    .mapToObj(room -> askers.submit(() -> question.apply(room)))
                    .toList();
            return answers.stream().map(ArchiveWatch::resultOf).toList();
        }
    }

    private static <T> T resultOf(Future<T> answer) {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }
}
