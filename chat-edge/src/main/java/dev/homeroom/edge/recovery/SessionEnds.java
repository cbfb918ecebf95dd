package dev.homeroom.edge.recovery;

import dev.homeroom.edge.log.LogEnds;
import dev.homeroom.edge.log.LogEnds.Span;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;

/**
 * Asks where partitions begin and end, of each one question at a time, however many sessions are looked up there: whoever asks
 * while a question is under way is answered by the next, since an end from before would not do. Any thread; never blocks.
 */
final class SessionEnds {
    private final IntFunction<CompletableFuture<Span>> question;
    private final Map<Integer, CompletableFuture<Span>> underWay = new HashMap<>();
    private final Map<Integer, CompletableFuture<Span>> next = new HashMap<>();

    SessionEnds(LogEnds ends) {
        this(ends::ofSessions);
    }

    SessionEnds(IntFunction<CompletableFuture<Span>> question) {
        this.question = question;
    }

    /** Where it begins, and where it ended at some time after this call. Only this partition's answers wait for its broker. */
    synchronized CompletableFuture<Span> of(int partition) {
        return underWay.containsKey(partition)
                ? next.computeIfAbsent(partition, _ -> new CompletableFuture<>())
                : ask(partition);
    }

    private CompletableFuture<Span> ask(int partition) {
        CompletableFuture<Span> answer = question.apply(partition);
        underWay.put(partition, answer);
        var _ = answer.whenComplete((_, _) -> answered(partition));
        return answer;
    }

    private synchronized void answered(int partition) {
        underWay.remove(partition);
        CompletableFuture<Span> waiting = next.remove(partition);
        if (waiting != null) {
            var _ = ask(partition).whenComplete((span, failure) -> {
                if (failure == null) {
                    waiting.complete(span);
                } else {
                    waiting.completeExceptionally(failure);
                }
            });
        }
    }
}
