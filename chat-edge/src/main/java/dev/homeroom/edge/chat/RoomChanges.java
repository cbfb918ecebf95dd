package dev.homeroom.edge.chat;

import dev.homeroom.edge.membership.Room;
import dev.homeroom.edge.membership.RoomDirectory;
import dev.homeroom.edge.membership.RoomListener;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts a room's changes in force for the connections that are in it: whoever may no longer be there is out. */
@Component
final class RoomChanges implements RoomListener {
    private final Occupants occupants;

    RoomChanges(RoomDirectory directory, Occupants occupants) {
        this.occupants = occupants;
        directory.addListener(this);
    }

    @Override
    public void roomChanged(@Nullable Room before, @Nullable Room after) {
        if (before != null) {
            occupants.in(before.id()).forEach(connection -> connection.roomChanged(before.id(), after));
        } else if (after != null) {
            occupants.in(after.id()).forEach(connection -> connection.roomChanged(after.id(), after));
        }
    }
}
