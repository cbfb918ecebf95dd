package dev.homeroom.edge.membership;

import org.jspecify.annotations.Nullable;

/** Is told of each change of a room, on the directory's reading thread, after the directory itself has it. */
public interface RoomListener {
    /**
     * @param before null if the room is new here
     * @param after null if the room is gone
     */
    void roomChanged(@Nullable Room before, @Nullable Room after);
}
