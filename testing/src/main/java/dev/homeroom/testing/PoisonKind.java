package dev.homeroom.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.homeroom.contract.Author;
import dev.homeroom.contract.MessageId;
import dev.homeroom.contract.RoomId;
import dev.homeroom.contract.Topics;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** All kinds of records that must not be on the room log, and must harm nobody. What each says, if anything, is {@value #SAYS}. */
public enum PoisonKind {
    NOT_JSON("malformed"),
    NO_OBJECT("malformed"),
    NO_VALUE("malformed"),
    EMPTY_VALUE("malformed"),
    CUT_SHORT("malformed"),
    NOT_UTF8("malformed"),
    NUL("malformed"),
    LONE_SURROGATE("malformed"),
    LONE_SURROGATE_IN_UTF8("malformed"),
    BLANK("malformed"),
    NOTHING_BUT_A_TYPE("malformed"),
    WITHOUT_AUTHOR("malformed"),
    TEXT_OF_ANOTHER_TYPE("malformed"),
    NO_TIME("malformed"),
    NUMBER_OUT_OF_RANGE("malformed"),
    ENDLESS_NUMBER("malformed"),
    DEEP("malformed"),
    FORGED_GUEST("malformed"),
    FORGED_GUEST_ROOM("malformed"),
    LYING_HEADERS("malformed"),
    UNKNOWN_TYPE("unknown_type"),
    WITHOUT_KEY("wrong_key"),
    KEY_OF_ANOTHER_ROOM("wrong_key"),
    KEY_THAT_IS_NO_ROOM("wrong_key"),
    FIVE_MEGABYTES("too_large"),
    CLOCK_A_YEAR_AHEAD("wrong_clock"),
    CLOCK_A_YEAR_BEHIND("wrong_clock"),
    END_OF_TIME("wrong_clock"),
    UNKNOWN_ROOM("unknown_room"),
    TAKEN_ID("taken_id");

    /** What no member and no teacher may ever see. */
    public static final String SAYS = "poison";

    private final String reason;

    PoisonKind(String reason) {
        this.reason = reason;
    }

    /** Why the archiver puts it aside. */
    public String reason() {
        return reason;
    }

    public ProducerRecord<byte[], byte[]> record(Target target) {
        return switch (this) {
            case NOT_JSON -> target.keyed("poison");
            case NO_OBJECT -> target.keyed("[\"poison\"]");
            case NO_VALUE -> target.entry(target.key(), null);
            case EMPTY_VALUE -> target.keyed("");
            case CUT_SHORT -> target.keyed(target.posted().substring(0, 60));
            case NOT_UTF8 -> target.keyed(target.saying("poison\u00C3("), ISO_8859_1);
            case NUL -> target.keyed(target.saying("poison\\u0000"));
            case LONE_SURROGATE -> target.keyed(target.saying("poison\\ud800"));
            case LONE_SURROGATE_IN_UTF8 -> target.keyed(target.saying("poison\u00ED\u00A0\u0080"), ISO_8859_1);
            case BLANK -> target.keyed(target.saying(" "));
            case NOTHING_BUT_A_TYPE -> target.keyed("{\"type\":\"posted\",\"text\":\"poison\"}");
            case WITHOUT_AUTHOR -> target.keyed(target.posted().replace("\"account\"", "\"acount\""));
            case TEXT_OF_ANOTHER_TYPE -> target.keyed(target.posted().replace("\"poison\"", "[\"poison\"]"));
            case NO_TIME -> target.keyed(target.sentAt("yesterday"));
            case NUMBER_OUT_OF_RANGE -> target.keyed(target.entered("36893488147419103232"));
            case ENDLESS_NUMBER -> target.keyed(target.entered("9".repeat(100_000)));
            case DEEP -> target.keyed("{\"a\":".repeat(20_000));
            case FORGED_GUEST -> target.keyed(target.with("\"guest_name\":\"poison\""));
            case FORGED_GUEST_ROOM -> target.keyed(target.with("\"guest_room\":\"poison\""));
            case LYING_HEADERS -> target.withHeadersOfADeadLetter();
            case UNKNOWN_TYPE -> target.keyed(target.posted().replace("posted", "sung"));
            case WITHOUT_KEY -> target.entry(null, bytes(target.posted()));
            case KEY_OF_ANOTHER_ROOM -> target.entry(UUID.randomUUID().toString(), bytes(target.posted()));
            case KEY_THAT_IS_NO_ROOM -> target.entry("\u0000poison", bytes(target.posted()));
            case FIVE_MEGABYTES -> target.keyed(target.saying("poison ".repeat(750_000)));
            case CLOCK_A_YEAR_AHEAD -> target.keyed(target.sentAfterDays(365));
            case CLOCK_A_YEAR_BEHIND -> target.keyed(target.sentAfterDays(-365));
            case END_OF_TIME -> target.keyed(target.sentAt(Instant.MAX.toString()));
            case UNKNOWN_ROOM -> target.inNoRoom();
            case TAKEN_ID -> target.keyed(target.posted(target.taken()));
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    /**
     * The room that is to be harmed.
     *
     * @param author a member
     * @param taken the id of a message that says something else
     * @param partitions how many the log has
     */
    public record Target(RoomId room, Author author, MessageId taken, int partitions) {
        private String key() {
            return room.toString();
        }

        /** In the room's partition, whatever the key. */
        private ProducerRecord<byte[], byte[]> entry(@Nullable String key, byte @Nullable [] value) {
            int partition = Topics.partitionOf(room, partitions);
            return new ProducerRecord<>(Topics.MESSAGES, partition, key == null ? null : bytes(key), value);
        }

        private ProducerRecord<byte[], byte[]> keyed(String value) {
            return entry(key(), bytes(value));
        }

        private ProducerRecord<byte[], byte[]> keyed(String value, Charset charset) {
            return entry(key(), value.getBytes(charset));
        }

        private ProducerRecord<byte[], byte[]> withHeadersOfADeadLetter() {
            ProducerRecord<byte[], byte[]> entry = keyed(SAYS);
            Stream.of("reason", "detail", "topic", "topic-id", "partition", "offset", "value")
                    .forEach(name -> entry.headers().add("homeroom-" + name, bytes("none")));
            entry.headers().add("", null).add("trace", new byte[] {0, -1});
            return entry;
        }

        private ProducerRecord<byte[], byte[]> inNoRoom() {
            RoomId nowhere = Stream.generate(RoomId::create)
                    .filter(id -> Topics.partitionOf(id, partitions) == Topics.partitionOf(room, partitions))
                    .findFirst()
                    .orElseThrow();
            return entry(nowhere.toString(), bytes(posted().replace(key(), nowhere.toString())));
        }

        private String posted() {
            return posted(MessageId.create());
        }

        private String posted(MessageId id) {
            return event("posted", id, Instant.now().toString(), "\"text\":\"" + SAYS + "\"");
        }

        private String saying(String text) {
            return posted().replace(SAYS, text);
        }

        private String with(String field) {
            return posted().replace("\"text\"", field + ",\"text\"");
        }

        private String sentAt(String time) {
            return event("posted", MessageId.create(), time, "\"text\":\"" + SAYS + "\"");
        }

        private String sentAfterDays(int days) {
            return sentAt(Instant.now().plusSeconds(days * 86_400L).toString());
        }

        private String entered(String sequence) {
            return event(
                    "entered",
                    MessageId.create(),
                    Instant.now().toString(),
                    "\"edge\":\"edge-1\",\"sequence\":" + sequence);
        }

        private String event(String type, MessageId id, String sentAt, String rest) {
            return "{\"type\":\"%s\",\"id\":\"%s\",\"room\":\"%s\",\"account\":\"%s\",\"sent_at\":\"%s\",%s}"
                    .formatted(type, id, room, author.account(), sentAt, rest);
        }
    }
}
