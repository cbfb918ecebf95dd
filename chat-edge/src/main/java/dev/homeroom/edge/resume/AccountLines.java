package dev.homeroom.edge.resume;

import dev.homeroom.contract.AccountId;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Lets each account do one thing at a time, in the order in which its sessions ask. Any thread; waiting blocks. */
final class AccountLines {
    private static final class Line {
        private final Semaphore free = new Semaphore(1, true);
        private int standing;
    }

    private final Map<AccountId, Line> lines = new ConcurrentHashMap<>();

    /** An account's turn, until it is closed. */
    final class Turn implements AutoCloseable {
        private final AccountId account;
        private final Line line;

        private Turn(AccountId account, Line line) {
            this.account = account;
            this.line = line;
        }

        @Override
        public void close() {
            line.free.release();
            leave(account);
        }
    }

    /** @throws TimeoutException if the account's other sessions have not come to an end in time */
    Turn await(AccountId account, long deadlineNanos) throws InterruptedException, TimeoutException {
        Line line = stand(account);
        boolean taken = false;
        try {
            taken = line.free.tryAcquire(deadlineNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
        } finally {
            if (!taken) {
                leave(account);
            }
        }
        if (!taken) {
            throw new TimeoutException("other sessions of the account are still replayed to");
        }
        return new Turn(account, line);
    }

    private Line stand(AccountId account) {
        return Objects.requireNonNull(lines.compute(account, (_, known) -> {
            Line line = known == null ? new Line() : known;
            line.standing++;
            return line;
        }));
    }

    private void leave(AccountId account) {
        lines.computeIfPresent(account, (_, line) -> --line.standing == 0 ? null : line);
    }
}
