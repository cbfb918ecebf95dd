package dev.homeroom.edge.presence;

import dev.homeroom.contract.AccountId;
import dev.homeroom.contract.RoomEvent;
import dev.homeroom.contract.RoomId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Comings and goings that the log does not have yet. Each is said until it is confirmed, or until a later one of the same
 * person in the same room makes it pointless. Not thread-safe: guarded by its partition's lock.
 */
final class Unsaid {
    private record Who(RoomId room, AccountId account) {
        static Who of(RoomEvent event) {
            return new Who(event.room(), event.author().account());
        }
    }

    private final Map<Who, RoomEvent> latest = new HashMap<>();
    private final List<RoomEvent> due = new ArrayList<>();

    void add(RoomEvent event) {
        latest.put(Who.of(event), event);
        due.add(event);
    }

    /** What is to be said now; of each it has to be told whether it is {@link #confirmed} or has {@link #failed}. */
    List<RoomEvent> take() {
        List<RoomEvent> taken = List.copyOf(due);
        due.clear();
        return taken;
    }

    void confirmed(RoomEvent event) {
        latest.remove(Who.of(event), event);
    }

    void failed(RoomEvent event) {
        if (event.equals(latest.get(Who.of(event)))) {
            due.add(event);
        }
    }

    boolean isEmpty() {
        return latest.isEmpty() && due.isEmpty();
    }
}
