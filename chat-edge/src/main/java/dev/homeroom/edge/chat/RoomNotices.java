package dev.homeroom.edge.chat;

import dev.homeroom.contract.Cursor;
import dev.homeroom.contract.Position;
import dev.homeroom.contract.RoomHoursCodec;
import dev.homeroom.contract.RoomId;
import dev.homeroom.contract.RoomMember;
import dev.homeroom.edge.membership.Room;
import dev.homeroom.edge.socketio.EncodedPacket;
import java.time.Instant;
import java.util.Locale;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a connection is told of its rooms besides the log's events. */
final class RoomNotices {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private RoomNotices() {}

    static EncodedPacket changed(Room room, RoomMember member) {
        ObjectNode json = JSON.objectNode().put("room", room.id().toString());
        describe(json, room, member);
        return EncodedPacket.event("room_changed", json);
    }

    /** @param reason {@code closed} for everybody, or {@code removed} for this member */
    static EncodedPacket closed(RoomId room, String reason) {
        return EncodedPacket.event(
                "room_closed", JSON.objectNode().put("room", room.toString()).put("reason", reason));
    }

    /** All that was missed has been replayed; what follows is live. */
    static EncodedPacket caughtUp(RoomId room, Position position) {
        return EncodedPacket.event(
                "caught_up", JSON.objectNode().put("room", room.toString()).put("cursor", new Cursor(position).text()));
    }

    /** The room as this member has it, now. */
    static void describe(ObjectNode json, Room room, RoomMember member) {
        json.put("title", room.title());
        json.put("state", room.state().name().toLowerCase(Locale.ROOT));
        json.put("role", member.role().name().toLowerCase(Locale.ROOT));
        json.put("muted", member.muted());
        if (room.slowMode().isPositive()) {
            json.put("slow_mode", room.slowMode().toSeconds());
        }
        room.hours().ifPresent(hours -> RoomHoursCodec.write(json.putObject("hours"), hours));
        room.opening(Instant.now()).ifPresent(opening -> {
            json.put("open", opening.isOpen());
            opening.changesAt().ifPresent(change -> json.put("changes_at", change.toString()));
        });
    }
}
