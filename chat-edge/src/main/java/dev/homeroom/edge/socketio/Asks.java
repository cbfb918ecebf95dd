package dev.homeroom.edge.socketio;

import dev.homeroom.edge.engineio.Timeout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The answers of one client that are waited for, bounded in number. */
final class Asks {
    private final int most;
    private @Nullable Map<Long, Ask> byId;
    private long lastId;

    Asks(int most) {
        this.most = most;
    }

    /** An ask that is done already if it cannot be made. */
    synchronized Ask open(boolean possible) {
        Ask ask = new Ask(++lastId);
        if (!possible) {
            ask.answer.completeExceptionally(new CancellationException("the socket has ended"));
            return ask;
        }
        if (byId == null) {
            byId = new HashMap<>();
        }
        if (byId.size() >= most) {
            ask.answer.completeExceptionally(new RejectedExecutionException("too many answers are waited for"));
        } else {
            byId.put(ask.id, ask);
        }
        return ask;
    }

    /** An answer that nobody waits for, or not any more, is passed over. */
    void answered(long id, List<JsonNode> arguments) {
        Ask ask = take(id);
        if (ask != null) {
            ask.cancelTimeout();
            ask.answer.complete(arguments);
        }
    }

    private synchronized @Nullable Ask take(long id) {
        return byId == null ? null : byId.remove(id);
    }

    void cancelAll() {
        for (Ask ask : takeAll()) {
            ask.cancelTimeout();
            ask.answer.completeExceptionally(new CancellationException("the socket has ended"));
        }
    }

    private synchronized List<Ask> takeAll() {
        List<Ask> all = byId == null ? List.of() : new ArrayList<>(byId.values());
        byId = null;
        return all;
    }

    /** One answer that is waited for. */
    final class Ask {
        private final long id;
        private final CompletableFuture<List<JsonNode>> answer = new CompletableFuture<>();
        private volatile @Nullable Timeout timeout;

        private Ask(long id) {
            this.id = id;
        }

        long id() {
            return id;
        }

        boolean isDone() {
            return answer.isDone();
        }

        CompletionStage<List<JsonNode>> answer() {
            return answer;
        }

        void expireWith(Timeout after) {
            timeout = after;
        }

        void expire() {
            if (take(id) != null) {
                answer.completeExceptionally(new TimeoutException("no answer in time"));
            }
        }

        private void cancelTimeout() {
            Timeout set = timeout;
            if (set != null) {
                set.cancel();
            }
        }
    }
}
