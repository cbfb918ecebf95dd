package dev.homeroom.contract;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** {@link PresenceRecord}s to and from the JSON of {@code presence.schema.json}. */
public final class PresenceRecordCodec {
    private PresenceRecordCodec() {}

    public static byte[] encode(PresenceRecord presence) {
        ObjectNode json = JsonRecord.create();
        json.put("room", presence.room().toString());
        json.put("edge", presence.edge().value());
        json.put("sequence", presence.sequence());
        json.put("at", presence.at().toString());
        var present = json.putArray("present");
        presence.present().forEach(author -> AuthorCodec.write(present.addObject(), author));
        return JsonRecord.encode(json);
    }

    public static Decoded<PresenceRecord> decode(byte @Nullable [] value) {
        return JsonRecord.decode(value, json -> new Decoded.Valid<>(read(json)));
    }

    private static PresenceRecord read(JsonRecord json) {
        return new PresenceRecord(
                new RoomId(json.uuid("room")),
                json.value("edge", EdgeId::new),
                json.number("sequence"),
                json.objects("present").map(AuthorCodec::read).toList(),
                json.instant("at"));
    }
}
