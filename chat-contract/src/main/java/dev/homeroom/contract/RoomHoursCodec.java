package dev.homeroom.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** {@link RoomHours} as part of a room's JSON. */
public final class RoomHoursCodec {
    private RoomHoursCodec() {}

    public static void write(ObjectNode json, RoomHours hours) {
        json.put("zone", hours.zone().getId());
        var spans = json.putArray("spans");
        hours.spans()
                .forEach(span -> spans.addObject()
                        .put("day", span.day().name().toLowerCase(Locale.ROOT))
                        .put("from", span.from().toString())
                        .put("until", span.until().toString()));
    }

    public static String encode(RoomHours hours) {
        ObjectNode json = JsonRecord.create();
        write(json, hours);
        return new String(JsonRecord.encode(json), UTF_8);
    }

    public static Decoded<RoomHours> decode(String text) {
        return JsonRecord.decode(text.getBytes(UTF_8), json -> new Decoded.Valid<>(read(json)));
    }

    static RoomHours read(JsonRecord json) {
        ZoneId zone = json.value("zone", ZoneId::of);
        return json.checked(
                "spans",
                () -> new RoomHours(
                        zone,
                        json.objects("spans").map(RoomHoursCodec::readSpan).toList()));
    }

    private static RoomHours.Span readSpan(JsonRecord json) {
        return new RoomHours.Span(
                json.constant("day", DayOfWeek.class),
                json.value("from", LocalTime::parse),
                json.value("until", LocalTime::parse));
    }
}
