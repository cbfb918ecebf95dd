package dev.homeroom.edge.chat;

import dev.homeroom.contract.RoomId;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Which connections of this edge are in which room. */
@Component
final class Occupants {
    private final Map<RoomId, Set<ChatConnection>> rooms = new ConcurrentHashMap<>();

    void add(RoomId room, ChatConnection connection) {
        rooms.compute(room, (_, present) -> {
            Set<ChatConnection> connections = present == null ? ConcurrentHashMap.newKeySet() : present;
            connections.add(connection);
            return connections;
        });
    }

    void remove(RoomId room, ChatConnection connection) {
        rooms.computeIfPresent(room, (_, present) -> {
            present.remove(connection);
            return present.isEmpty() ? null : present;
        });
    }

    /** The rooms that anybody is in. */
    Set<RoomId> rooms() {
        return Set.copyOf(rooms.keySet());
    }

    Set<ChatConnection> in(RoomId room) {
        return Set.copyOf(rooms.getOrDefault(room, Set.of()));
    }
}
