package dev.homeroom.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.homeroom.contract.Decoded.Malformed;
import dev.homeroom.contract.Decoded.UnknownType;
import dev.homeroom.contract.Decoded.Valid;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodecTests {
    static List<RoomEvent> events() {
        return Samples.events();
    }

    @ParameterizedTest
    @MethodSource("events")
    void readsBackWhatItWrote(RoomEvent event) {
        assertThat(RoomEventCodec.decode(RoomEventCodec.encode(event))).isEqualTo(new Valid<>(event));
    }

    @ParameterizedTest
    @MethodSource("events")
    void writesEventsThatFollowTheirSchema(RoomEvent event) {
        assertThat(complaints("room-event", RoomEventCodec.encode(event))).isEmpty();
    }

    @Test
    void roomsPresenceAndSessionsFollowTheirSchemasAndReadBack() {
        byte[] room = RoomRecordCodec.encode(Samples.room());
        byte[] presence = PresenceRecordCodec.encode(Samples.presence());
        assertThat(complaints("room", room)).isEmpty();
        assertThat(complaints("presence", presence)).isEmpty();
        assertThat(RoomRecordCodec.decode(room)).isEqualTo(new Valid<>(Samples.room()));
        assertThat(PresenceRecordCodec.decode(presence)).isEqualTo(new Valid<>(Samples.presence()));
        for (SavedSession session : Samples.sessions()) {
            byte[] value = SavedSessionCodec.encode(session);
            assertThat(complaints("session", value)).isEmpty();
            assertThat(SavedSessionCodec.decode(value)).isEqualTo(new Valid<>(session));
        }
    }

    @Test
    void roomsWithSlowModeAndHoursFollowTheirSchemaAndReadBack() {
        byte[] room = RoomRecordCodec.encode(Samples.roomWithHours());
        assertThat(complaints("room", room)).isEmpty();
        assertThat(RoomRecordCodec.decode(room)).isEqualTo(new Valid<>(Samples.roomWithHours()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "slow_mode":30 | "slow_mode":0              | slow_mode has a value that it cannot have
                    "slow_mode":30 | "slow_mode":-5             | slow_mode has a value that it cannot have
                    "slow_mode":30 | "slow_mode":601            | slow_mode has a value that it cannot have
                    "slow_mode":30 | "slow_mode":1.5            | slow_mode is not a whole number
                    Europe/Berlin  | Europe/Nowhere             | zone has a value that it cannot have
                    "monday"       | "someday"                  | day has a value that it cannot have
                    "08:00"        | "25:00"                    | from has a value that it cannot have
                    "08:00"        | "13:30:05"                 | spans has a value that it cannot have
                    """)
    void refusesSlowModeAndHoursThatCannotBe(String good, String bad, String reason) {
        String room = new String(RoomRecordCodec.encode(Samples.roomWithHours()), UTF_8);
        assertThat(RoomRecordCodec.decode(room.replace(good, bad).getBytes(UTF_8)))
                .isEqualTo(new Malformed<>(reason));
    }

    @ParameterizedTest
    @ValueSource(strings = {"posted", "posted-by-guest", "entered", "left", "removed"})
    void readsEveryEventOfVersion1(String name) throws IOException {
        byte[] sample = resource("/samples/v1/" + name + ".json");
        assertThat(RoomEventCodec.decode(sample)).isInstanceOf(Valid.class);
        assertThat(complaints("room-event", sample)).isEmpty();
    }

    @Test
    void readsRoomsPresenceAndSessionsOfVersion1() throws IOException {
        assertThat(RoomRecordCodec.decode(resource("/samples/v1/room.json"))).isInstanceOf(Valid.class);
        assertThat(complaints("room", resource("/samples/v1/room-with-hours.json")))
                .isEmpty();
        assertThat(RoomRecordCodec.decode(resource("/samples/v1/room-with-hours.json")))
                .isInstanceOf(Valid.class);
        assertThat(PresenceRecordCodec.decode(resource("/samples/v1/presence.json")))
                .isInstanceOf(Valid.class);
        assertThat(SavedSessionCodec.decode(resource("/samples/v1/session.json")))
                .isInstanceOf(Valid.class);
    }

    @Test
    void passesOverFieldsOfLaterVersions() {
        String later = json(Samples.events().getFirst()).replace("{", "{\"mood\":{\"a\":[1]},");
        assertThat(RoomEventCodec.decode(later.getBytes(UTF_8)))
                .isEqualTo(new Valid<>(Samples.events().getFirst()));
    }

    @Test
    void tellsTypesOfLaterVersionsFromGarbage() {
        String later = json(Samples.events().getFirst()).replace("\"posted\"", "\"applauded\"");
        assertThat(RoomEventCodec.decode(later.getBytes(UTF_8))).isEqualTo(new UnknownType<>("applauded"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    not json at all                     | not JSON
                    [1,2]                               | not a JSON object
                    {}                                  | type is missing
                    {"type":7}                          | type is not a string
                    {"type":"posted"}                   | id is missing
                    {"type":"posted","id":"1-1-1-1-1"}  | id has a value that it cannot have
                    """)
    void namesWhatIsWrong(String value, String reason) {
        assertThat(RoomEventCodec.decode(value.getBytes(UTF_8))).isEqualTo(new Malformed<>(reason));
    }

    @Test
    void refusesTextThatPostgresCouldNotKeep() {
        String withNul = json(Samples.events().get(1)).replace("hello", "he\\u0000llo");
        assertThat(RoomEventCodec.decode(withNul.getBytes(UTF_8)))
                .isEqualTo(new Malformed<>("text has a value that it cannot have"));
    }

    @Test
    void refusesARecordWithoutValue() {
        assertThat(RoomEventCodec.decode(null)).isEqualTo(new Malformed<>("no value"));
    }

    private static String json(RoomEvent event) {
        return new String(RoomEventCodec.encode(event), UTF_8);
    }

    private static List<?> complaints(String schema, byte[] value) {
        String name = "classpath:dev/homeroom/contract/schema/" + schema + ".schema.json";
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of(name))
                .validate(new String(value, UTF_8), InputFormat.JSON);
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = CodecTests.class.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            return in.readAllBytes();
        }
    }
}
