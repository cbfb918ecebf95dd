package dev.homeroom.contract;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** {@link RoomRecord}s to and from the JSON of {@code room.schema.json}. */
public final class RoomRecordCodec {
    private RoomRecordCodec() {}

    public static byte[] encode(RoomRecord room) {
        ObjectNode json = JsonRecord.create();
        json.put("room", room.room().toString());
        json.put("school", room.school().toString());
        json.put("title", room.title());
        json.put("state", lower(room.state()));
        json.put("guest", room.guest());
        json.put("revision", room.revision());
        var members = json.putArray("members");
        room.members().forEach(member -> write(members.addObject(), member));
        if (room.slowMode() != null) {
            json.put("slow_mode", room.slowMode().toSeconds());
        }
        if (room.hours() != null) {
            RoomHoursCodec.write(json.putObject("hours"), room.hours());
        }
        return JsonRecord.encode(json);
    }

    public static Decoded<RoomRecord> decode(byte @Nullable [] value) {
        return JsonRecord.decode(value, json -> new Decoded.Valid<>(read(json)));
    }

    private static void write(ObjectNode json, RoomMember member) {
        json.put("account", member.account().toString());
        json.put("name", member.name());
        json.put("role", lower(member.role()));
        json.put("muted", member.muted());
        json.put("former", member.former());
    }

    private static RoomRecord read(JsonRecord json) {
        Duration slowMode =
                json.optionalNumber("slow_mode").map(Duration::ofSeconds).orElse(null);
        RoomHours hours = json.optionalObject("hours").map(RoomHoursCodec::read).orElse(null);
        RoomId room = new RoomId(json.uuid("room"));
        SchoolId school = new SchoolId(json.uuid("school"));
        String title = json.text("title");
        RoomState state = json.constant("state", RoomState.class);
        boolean guest = json.flag("guest");
        long revision = json.number("revision");
        List<RoomMember> members =
                json.objects("members").map(RoomRecordCodec::readMember).toList();
        return json.checked(
                "slow_mode",
                () -> new RoomRecord(room, school, title, state, guest, revision, members, slowMode, hours));
    }

    private static RoomMember readMember(JsonRecord json) {
        return new RoomMember(
                new AccountId(json.uuid("account")),
                json.text("name"),
                json.constant("role", RoomRole.class),
                json.flag("muted"),
                json.flag("former"));
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
