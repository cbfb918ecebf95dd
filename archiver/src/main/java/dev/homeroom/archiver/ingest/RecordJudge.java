package dev.homeroom.archiver.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.homeroom.archiver.ingest.Judgement.Good;
import dev.homeroom.archiver.ingest.Judgement.Poison;
import dev.homeroom.archiver.ingest.Judgement.Reason;
import dev.homeroom.contract.Author;
import dev.homeroom.contract.Decoded;
import dev.homeroom.contract.GuestRoom;
import dev.homeroom.contract.RoomEvent;
import dev.homeroom.contract.RoomEventCodec;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Tells records that can be stored from those that cannot, by themselves alone: whether the room exists is for the
 * database to say. Never throws, whatever the record holds.
 */
final class RecordJudge {
    private static final int LONGEST_NAME = 200;

    private final IngestSettings settings;
    private final InstantSource clock;

    RecordJudge(IngestSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    Judgement judge(ConsumerRecord<byte[], byte[]> record) {
        byte @Nullable [] value = record.value();
        if (value != null && value.length > settings.maxRecord().toBytes()) {
            return new Poison(record, Reason.TOO_LARGE, value.length + " bytes");
        }
        return switch (RoomEventCodec.decode(value)) {
            case Decoded.Malformed<RoomEvent>(String reason) -> new Poison(record, Reason.MALFORMED, reason);
            case Decoded.UnknownType<RoomEvent> _ -> new Poison(record, Reason.UNKNOWN_TYPE, "type is not known");
            case Decoded.Valid<RoomEvent>(RoomEvent event) -> judge(record, event);
        };
    }

    private Judgement judge(ConsumerRecord<byte[], byte[]> record, RoomEvent event) {
        if (!Arrays.equals(record.key(), event.room().toString().getBytes(UTF_8))) {
            return new Poison(record, Reason.WRONG_KEY, "the key is not the room");
        }
        if (isFarFromNow(event.sentAt())) {
            return new Poison(record, Reason.WRONG_CLOCK, "sent_at is too far from now");
        }
        String flaw = flawOfGuest(event);
        return flaw == null ? new Good(record, event) : new Poison(record, Reason.MALFORMED, flaw);
    }

    private boolean isFarFromNow(Instant sentAt) {
        Instant now = clock.instant();
        return sentAt.isAfter(now.plus(settings.clockAhead())) || sentAt.isBefore(now.minus(settings.clockBehind()));
    }

    /** Ids of guests and their rooms are made from their names: any other pair would let one pass for another. */
    private static @Nullable String flawOfGuest(RoomEvent event) {
        String name = event.author().guestName();
        GuestRoom room = event.guestRoom();
        if (name != null && !(isPlain(name) && Author.guest(name).equals(event.author()))) {
            return "guest_name has a value that it cannot have";
        }
        if (room != null && !(isPlain(room.title()) && room.id().equals(event.room()))) {
            return "guest_room has a value that it cannot have";
        }
        return null;
    }

    private static boolean isPlain(String text) {
        return !text.isBlank()
                && text.length() <= LONGEST_NAME
                && text.codePoints()
                        .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
    }
}
