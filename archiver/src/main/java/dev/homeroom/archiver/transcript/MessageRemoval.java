package dev.homeroom.archiver.transcript;

import dev.homeroom.archiver.account.Caller;
import dev.homeroom.archiver.outbox.Outbox;
import dev.homeroom.archiver.transcript.ArchivedMessages.ArchivedMessage;
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
 */
@Component
public class MessageRemoval {
    private final ArchivedMessages messages;
    private final Outbox outbox;
    private final TransactionTemplate transaction;

    MessageRemoval(ArchivedMessages messages, Outbox outbox, TransactionTemplate transaction) {
        this.messages = messages;
        this.outbox = outbox;
        this.transaction = transaction;
    }

    /** What became of it. */
    public enum Outcome {
        REMOVED,
        /** By an earlier removal. */
        REMOVED_BEFORE,
        NOT_FOUND
    }

    public Outcome remove(Caller teacher, RoomId room, MessageId message) {
        Optional<ArchivedMessage> found = messages.await(room, message);
        if (found.isEmpty()) {
            return Outcome.NOT_FOUND;
        }
        if (found.get().removed()) {
            return Outcome.REMOVED_BEFORE;
        }
        transaction.executeWithoutResult(_ -> tell(teacher, room, message));
        return Outcome.REMOVED;
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
}
