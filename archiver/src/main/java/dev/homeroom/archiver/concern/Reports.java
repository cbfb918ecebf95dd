package dev.homeroom.archiver.concern;

import dev.homeroom.archiver.account.Caller;
import dev.homeroom.archiver.concern.ReportResult.NoSuchMessage;
import dev.homeroom.archiver.concern.ReportResult.NoSuchRoom;
import dev.homeroom.archiver.concern.ReportResult.NotAMember;
import dev.homeroom.archiver.concern.ReportResult.OwnMessage;
import dev.homeroom.archiver.concern.ReportResult.Received;
import dev.homeroom.archiver.concern.ReportResult.TooMany;
import dev.homeroom.archiver.room.RoomEntrance;
import dev.homeroom.archiver.room.Rooms;
import dev.homeroom.archiver.transcript.ArchivedMessages;
import dev.homeroom.archiver.transcript.ArchivedMessages.ArchivedMessage;
import dev.homeroom.contract.MessageId;
import dev.homeroom.contract.RoomId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes what people report: of rooms that they are in all that they see, of rooms that they were in what was said while they
 * were. Of the latter an unknown message is not told from an unknown room.
 */
@Component
class Reports {
    private static final Duration HOUR = Duration.ofHours(1);

    private final Rooms rooms;
    private final ArchivedMessages messages;
    private final ReportRows rows;
    private final TransactionTemplate transaction;
    private final ConcernSettings settings;

    Reports(
            Rooms rooms,
            ArchivedMessages messages,
            ReportRows rows,
            TransactionTemplate transaction,
            ConcernSettings settings) {
        this.rooms = rooms;
        this.messages = messages;
        this.rows = rows;
        this.transaction = transaction;
        this.settings = settings;
    }

    ReportResult report(Caller reporter, RoomId room, MessageId id, Reason reason, @Nullable String note) {
        Optional<RoomEntrance> entrance = rooms.access(reporter, room);
        boolean member = entrance.isPresent() && entrance.get().access().isMember();
        Optional<ArchivedMessage> message = member ? messages.await(room, id) : messages.find(room, id);
        if (!member
                && message.filter(one -> rooms.wasMember(reporter, room, one.sentAt()))
                        .isEmpty()) {
            return entrance.isPresent() ? new NotAMember() : new NoSuchRoom();
        }
        if (message.isEmpty()) {
            return new NoSuchMessage();
        }
        return message.get().author().equals(reporter.id())
                ? new OwnMessage()
                : Objects.requireNonNull(transaction.execute(_ -> take(reporter, message.get(), reason, note)));
    }

    private ReportResult take(Caller reporter, ArchivedMessage message, Reason reason, @Nullable String note) {
        rows.lockReporter(reporter.id());
        List<Instant> recent = rows.recent(reporter.id(), HOUR);
        if (recent.size() >= settings.reportsPerHour() && !rows.hasReported(reporter.id(), message)) {
            Instant next = recent.get(settings.reportsPerHour() - 1).plus(HOUR);
            return new TooMany(Duration.between(Instant.now(), next));
        }
        return new Received(rows.report(reporter, message, reason, note));
    }
}
