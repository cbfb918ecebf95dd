package dev.homeroom.edge.recovery;

import dev.homeroom.contract.SavedSession;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;

/** A question for one session, which can be answered when its partition has been read up to where it ended. */
final class SessionLookup {
    private final PrivateId id;
    private final CompletableFuture<Optional<SavedSession>> answer = new CompletableFuture<>();
    private volatile long end = Long.MAX_VALUE;

    SessionLookup(PrivateId id) {
        this.id = id;
    }

    int partition() {
        return id.partition();
    }

    CompletableFuture<Optional<SavedSession>> answer() {
        return answer;
    }

    /** Where the partition ended after the question. */
    void until(long offset) {
        end = offset;
    }

    /** Whether nobody waits for the answer any more. */
    boolean isOver() {
        return answer.isDone();
    }

    void fail(Throwable failure) {
        answer.completeExceptionally(failure);
    }

    /** @return whether it could be answered */
    boolean answer(SessionTable table, LongSupplier position) {
        return position.getAsLong() >= end && answer.complete(table.find(id.key()));
    }
}
