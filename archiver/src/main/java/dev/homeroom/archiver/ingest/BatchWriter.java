package dev.homeroom.archiver.ingest;

import dev.homeroom.archiver.ingest.Judgement.Good;
import dev.homeroom.archiver.ingest.Judgement.Poison;
import dev.homeroom.contract.RoomEvent.MessageRemoved;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.stereotype.Component;

/**
 * Judges records and writes the good ones to the transcript. Called in a transaction that has locked the progress of the
 * records' partitions.
 */
@Component
class BatchWriter {
    private final EntryRows entries;
    private final KnownRooms rooms;
    private final FreshBatches fresh;
    private final IngestSettings settings;
    private final RecordJudge judge;

    BatchWriter(EntryRows entries, KnownRooms rooms, FreshBatches fresh, IngestSettings settings) {
        this.entries = entries;
        this.rooms = rooms;
        this.fresh = fresh;
        this.settings = settings;
        this.judge = new RecordJudge(settings);
    }

    /** By the record alone, without having written it. */
    Judgement judge(ConsumerRecord<byte[], byte[]> record) {
        return judge.judge(record);
    }

    /** @param records of each partition in the order of the log */
    Written write(Generation generation, List<ConsumerRecord<byte[], byte[]>> records) {
        return write(generation, records, good -> earliest(good).minus(settings.resendWindow()));
    }

    /**
     * The same for records that come late, of which some may say that they were sent later than what has the same id: that is
     * looked for at any time.
     */
    Written writeLate(Generation generation, List<ConsumerRecord<byte[], byte[]>> records) {
        return write(generation, records, _ -> Instant.EPOCH);
    }

    private Written write(
            Generation generation, List<ConsumerRecord<byte[], byte[]>> records, Function<List<Good>, Instant> since) {
        List<Judgement> judgements =
                inKnownRooms(records.stream().map(judge::judge).toList());
        List<Good> good = only(Good.class, judgements);
        rooms.rememberGuests(good);
        List<LeftOut> leftOut = new ArrayList<>(storeEntries(generation, good, since.apply(good)));
        leftOut.addAll(remove(good));
        Written written = written(judgements, leftOut);
        fresh.note(generation, written.stored());
        return written;
    }

    private List<Judgement> inKnownRooms(List<Judgement> judgements) {
        Set<UUID> known = rooms.among(only(Good.class, judgements));
        return judgements.stream()
                .map(judgement -> judgement instanceof Good good && !known.contains(room(good))
                        ? new Poison(good.record(), DeadLetterReason.UNKNOWN_ROOM, "there is no such room")
                        : judgement)
                .toList();
    }

    /** The first of each id, and then the others, so that they are held against it. */
    private List<LeftOut> storeEntries(Generation generation, List<Good> good, Instant since) {
        record Key(UUID room, UUID id) {}
        Map<Key, Good> first = new LinkedHashMap<>();
        List<Good> again = new ArrayList<>();
        for (Good one : good) {
            if (!(one.event() instanceof MessageRemoved)
                    && first.putIfAbsent(new Key(room(one), one.event().id().value()), one) != null) {
                again.add(one);
            }
        }
        List<LeftOut> leftOut = new ArrayList<>(entries.store(generation, List.copyOf(first.values()), since));
        leftOut.addAll(entries.store(generation, again, since));
        return leftOut;
    }

    private static Instant earliest(List<Good> good) {
        return good.stream()
                .map(one -> one.event().sentAt())
                .min(Instant::compareTo)
                .orElseGet(Instant::now);
    }

    /** @return those that had nothing to remove any more */
    private List<LeftOut> remove(List<Good> good) {
        Set<UUID> removed = new HashSet<>(entries.remove(
                only(MessageRemoved.class, good.stream().map(Good::event).toList())));
        return good.stream()
                .filter(one -> one.event() instanceof MessageRemoved removal
                        && !removed.remove(removal.removed().value()))
                .map(one -> new LeftOut(one.record(), false))
                .toList();
    }

    private static Written written(List<Judgement> judgements, List<LeftOut> leftOut) {
        IdentityHashMap<ConsumerRecord<byte[], byte[]>, LeftOut> byRecord = new IdentityHashMap<>();
        leftOut.forEach(one -> byRecord.put(one.record(), one));
        Written written = new Written(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Judgement judgement : judgements) {
            switch (judgement) {
                case Poison poison -> written.poison().add(poison);
                case Good good -> {
                    LeftOut left = byRecord.get(good.record());
                    if (left == null) {
                        written.stored().add(good);
                    } else if (left.isOther()) {
                        written.poison().add(takenId(good));
                    } else {
                        written.known().add(good);
                    }
                }
            }
        }
        return written;
    }

    private static Poison takenId(Good good) {
        return new Poison(good.record(), DeadLetterReason.TAKEN_ID, "the room has something else under this id");
    }

    private static UUID room(Good good) {
        return good.event().room().value();
    }

    private static <T> List<T> only(Class<T> type, List<?> items) {
        return items.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
