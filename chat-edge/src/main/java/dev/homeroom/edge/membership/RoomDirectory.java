package dev.homeroom.edge.membership;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.homeroom.contract.AccountId;
import dev.homeroom.contract.Decoded;
import dev.homeroom.contract.RoomId;
import dev.homeroom.contract.RoomMember;
import dev.homeroom.contract.RoomRecord;
import dev.homeroom.contract.RoomRecordCodec;
import dev.homeroom.contract.RoomState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * All rooms, as the rooms topic has them: a view kept by one reading thread, asked by any.
 *
 * <p>A revision that is not newer than the one known changes nothing, so records may come again.
 */
@Component
public final class RoomDirectory {
    private static final Logger LOG = LoggerFactory.getLogger(RoomDirectory.class);

    private final Map<RoomId, Room> rooms = new ConcurrentHashMap<>();
    /** The rooms of schools by title; guests' rooms are not among them. */
    private final Map<String, Set<RoomId>> titles = new ConcurrentHashMap<>();

    private final List<RoomListener> listeners = new CopyOnWriteArrayList<>();

    public void addListener(RoomListener listener) {
        listeners.add(listener);
    }

    public Standing standing(AccountId account, RoomId room) {
        return find(room)
                .flatMap(found -> found.member(account).map(as -> standing(found, as)))
                .orElseGet(Standing.Unknown::new);
    }

    private static Standing standing(Room room, RoomMember as) {
        return room.state() == RoomState.CLOSED ? new Standing.Closed(room) : new Standing.Member(room, as);
    }

    public Optional<Room> find(RoomId room) {
        return Optional.ofNullable(rooms.get(room));
    }

    /** The room of this title that this account is a member of, if there is just one that is not closed. */
    public Optional<Room> findOwn(AccountId account, String title) {
        List<Room> found = titles.getOrDefault(title, Set.of()).stream()
                .flatMap(id -> find(id).stream())
                .filter(room -> standing(account, room.id()) instanceof Standing.Member)
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** Whether a room of a school has this title, so that guests cannot have it. */
    public boolean isSchoolTitle(String title) {
        return titles.containsKey(title);
    }

    /** Takes a record of the rooms topic; on the reading thread only. */
    public void accept(ConsumerRecord<byte[], byte[]> entry) {
        if (entry.value() == null) {
            remove(entry.key());
            return;
        }
        switch (RoomRecordCodec.decode(entry.value())) {
            case Decoded.Valid<RoomRecord>(RoomRecord room) -> put(new Room(room));
            case Decoded.UnknownType<RoomRecord> _ -> {}
            case Decoded.Malformed<RoomRecord>(String reason) ->
                LOG.warn("Passed over the room at {}-{}: {}", entry.partition(), entry.offset(), reason);
        }
    }

    private void put(Room room) {
        Room before = rooms.get(room.id());
        if (before == null || before.revision() < room.revision()) {
            rooms.put(room.id(), room);
            tell(before, room);
        }
    }

    private void remove(byte @Nullable [] key) {
        if (key == null || key.length == 0) {
            return;
        }
        try {
            Room before = rooms.remove(RoomId.parse(new String(key, UTF_8)));
            if (before != null) {
                tell(before, null);
            }
        } catch (IllegalArgumentException _) {
            LOG.warn("Passed over a tombstone whose key is no room id");
        }
    }

    private void tell(@Nullable Room before, @Nullable Room after) {
        forgetTitle(before);
        noteTitle(after);
        listeners.forEach(listener -> listener.roomChanged(before, after));
    }

    private void forgetTitle(@Nullable Room room) {
        if (room != null) {
            titles.computeIfPresent(room.title(), (_, ids) -> {
                ids.remove(room.id());
                return ids.isEmpty() ? null : ids;
            });
        }
    }

    private void noteTitle(@Nullable Room room) {
        if (room != null && !room.isGuest()) {
            titles.computeIfAbsent(room.title(), _ -> ConcurrentHashMap.newKeySet())
                    .add(room.id());
        }
    }
}
