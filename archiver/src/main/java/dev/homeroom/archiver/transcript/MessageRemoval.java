package dev.homeroom.archiver.transcript;

import dev.homeroom.archiver.account.Caller;
import dev.homeroom.archiver.outbox.Outbox;
import dev.homeroom.contract.Author;
import dev.homeroom.contract.MessageId;
import dev.homeroom.contract.RoomEvent.MessageRemoved;
import dev.homeroom.contract.RoomEventCodec;
import dev.homeroom.contract.RoomId;
import dev.homeroom.contract.Topics;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes a message away: by a record on the room log, from which edges and the archive learn it alike.
 *
 * <p>A message that was just sent may not be archived yet, so an unknown one is waited for a little.
 */
@Component
class MessageRemoval {
    private static final long BETWEEN_LOOKS_MILLIS = 50;

    private final Entries entries;
    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final TranscriptSettings settings;

    MessageRemoval(Entries entries, Outbox outbox, TransactionTemplate transaction, TranscriptSettings settings) {
        this.entries = entries;
        this.outbox = outbox;
        this.transaction = transaction;
        this.settings = settings;
    }

    /** What became of it. */
    enum Outcome {
        REMOVED,
        /** By an earlier removal. */
        REMOVED_BEFORE,
        NOT_FOUND
    }

    Outcome remove(Caller teacher, RoomId room, MessageId message) {
        Optional<Boolean> removed = awaitMessage(room, message);
        if (removed.isEmpty()) {
            return Outcome.NOT_FOUND;
        }
        if (removed.get()) {
            return Outcome.REMOVED_BEFORE;
        }
        transaction.executeWithoutResult(_ -> tell(teacher, room, message));
        return Outcome.REMOVED;
    }

    private Optional<Boolean> awaitMessage(RoomId room, MessageId message) {
        long end = System.nanoTime() + settings.longestWait().toNanos();
        Optional<Boolean> removed = entries.isRemoved(room, message);
        while (removed.isEmpty() && System.nanoTime() < end && slept()) {
            removed = entries.isRemoved(room, message);
        }
        return removed;
    }

    private void tell(Caller teacher, RoomId room, MessageId message) {
        MessageRemoved event = new MessageRemoved(
                MessageId.create(),
                room,
                Author.of(teacher.id()),
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                null,
                message);
        outbox.add(Topics.MESSAGES, room.toString(), RoomEventCodec.encode(event));
    }

    private static boolean slept() {
        try {
            Thread.sleep(BETWEEN_LOOKS_MILLIS);
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
