package dev.homeroom.edge.chat;

import dev.homeroom.edge.fanout.Announcement;
import dev.homeroom.edge.fanout.Dialect;
import dev.homeroom.edge.socketio.TokenedEvent;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Encodes for a dialect when the first session that speaks it is told. Two threads may both do so; they make the same. */
final class LazyAnnouncement implements Announcement {
    private final Supplier<TokenedEvent> room;
    private final Supplier<@Nullable TokenedEvent> plain;
    private volatile @Nullable TokenedEvent encodedRoom;
    private volatile @Nullable TokenedEvent encodedPlain;

    LazyAnnouncement(Supplier<TokenedEvent> room, Supplier<@Nullable TokenedEvent> plain) {
        this.room = room;
        this.plain = plain;
    }

    @Override
    public @Nullable TokenedEvent in(Dialect dialect) {
        return switch (dialect) {
            case ROOM -> inRoomDialect();
            case PLAIN -> inPlainDialect();
        };
    }

    private TokenedEvent inRoomDialect() {
        TokenedEvent event = encodedRoom;
        if (event == null) {
            event = room.get();
            encodedRoom = event;
        }
        return event;
    }

    private @Nullable TokenedEvent inPlainDialect() {
        TokenedEvent event = encodedPlain;
        if (event == null) {
            event = plain.get();
            encodedPlain = event;
        }
        return event;
    }
}
