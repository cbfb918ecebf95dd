package dev.homeroom.archiver.room;

import dev.homeroom.contract.RoomId;
import java.util.Collection;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes people members of rooms, and no more of them than a room may have. The room must be locked. */
@Component
class Membership {
    private final MemberRows rows;
    private final RoomSettings settings;

    Membership(MemberRows rows, RoomSettings settings) {
        this.rows = rows;
        this.settings = settings;
    }

    int limit() {
        return settings.maxMembers();
    }

    /**
     * Makes the members those of {@code direct} and of the room's groups. A room that has too many already, since the limit
     * was lowered, may keep them or lose some.
     *
     * @return false if they are too many: then the transaction must be rolled back
     */
    boolean replace(RoomId room, Collection<UUID> direct) {
        int before = rows.count(room);
        rows.replace(room, direct);
        int after = rows.count(room);
        return after <= settings.maxMembers() || after <= before;
    }

    /** Follows a change of one of the room's groups. */
    boolean refresh(RoomId room) {
        return replace(room, rows.direct(room));
    }
}
