package dev.homeroom.edge.chat;

import dev.homeroom.edge.fanout.Announcement;
import dev.homeroom.edge.fanout.Dialect;
import dev.homeroom.edge.socketio.EncodedPacket;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Encodes for a dialect when the first session that speaks it is told. */
final class LazyAnnouncement implements Announcement {
    private final Supplier<EncodedPacket> room;
    private final Supplier<@Nullable EncodedPacket> plain;
    private final Map<Dialect, Optional<EncodedPacket>> encoded = new EnumMap<>(Dialect.class);

    LazyAnnouncement(Supplier<EncodedPacket> room, Supplier<@Nullable EncodedPacket> plain) {
        this.room = room;
        this.plain = plain;
    }

    @Override
    public @Nullable EncodedPacket in(Dialect dialect) {
        return encoded.computeIfAbsent(dialect, this::encode).orElse(null);
    }

    private Optional<EncodedPacket> encode(Dialect dialect) {
        return switch (dialect) {
            case ROOM -> Optional.of(room.get());
            case PLAIN -> Optional.ofNullable(plain.get());
        };
    }
}
