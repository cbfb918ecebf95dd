package dev.homeroom.archiver.ingest;

import dev.homeroom.archiver.ingest.Judgement.Good;
import dev.homeroom.archiver.ingest.Judgement.Poison;
import dev.homeroom.archiver.ingest.Judgement.Reason;
import dev.homeroom.contract.RoomEvent.MessageRemoved;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Judges records and writes them: the good ones to the transcript, the others to the dead letters. Called in a transaction;
 * dead letters are confirmed by Kafka before it can be committed.
 */
@Component
class BatchWriter {
    private final EntryRows entries;
    private final KnownRooms rooms;
    private final DeadLetters deadLetters;
    private final RecordJudge judge;

    BatchWriter(EntryRows entries, KnownRooms rooms, DeadLetters deadLetters, IngestSettings settings) {
        this.entries = entries;
        this.rooms = rooms;
        this.deadLetters = deadLetters;
        this.judge = new RecordJudge(settings, InstantSource.system());
    }

    /** @param refusal if not null, all are put aside with it */
    void write(Generation generation, List<ConsumerRecord<byte[], byte[]>> records, @Nullable String refusal) {
        List<Judgement> judgements = records.stream()
                .map(record -> refusal == null ? judge.judge(record) : new Poison(record, Reason.REFUSED, refusal))
                .toList();
        List<Good> good = only(Good.class, judgements);
        List<Poison> poison = new ArrayList<>(only(Poison.class, judgements));
        Set<UUID> known = rooms.among(good);
        List<Good> stored =
                good.stream().filter(one -> known.contains(room(one))).toList();
        good.stream()
                .filter(one -> !known.contains(room(one)))
                .map(one -> new Poison(one.record(), Reason.UNKNOWN_ROOM, "there is no such room"))
                .forEach(poison::add);
        rooms.rememberGuests(stored);
        entries.store(generation, firstOfEachId(stored));
        entries.remove(
                only(MessageRemoved.class, stored.stream().map(Good::event).toList()));
        deadLetters.putAside(poison);
    }

    private static List<Good> firstOfEachId(List<Good> stored) {
        record Key(UUID room, UUID id) {}
        Map<Key, Good> first = new LinkedHashMap<>();
        for (Good good : stored) {
            if (!(good.event() instanceof MessageRemoved)) {
                first.putIfAbsent(new Key(room(good), good.event().id().value()), good);
            }
        }
        return List.copyOf(first.values());
    }

    private static UUID room(Good good) {
        return good.event().room().value();
    }

    private static <T> List<T> only(Class<T> type, List<?> items) {
        return items.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
