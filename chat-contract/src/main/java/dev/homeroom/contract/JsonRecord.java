package dev.homeroom.contract;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One JSON object being read: each getter names the field in its complaint, and never shows the field's content. */
final class JsonRecord {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ObjectNode fields;

    private JsonRecord(ObjectNode fields) {
        this.fields = fields;
    }

    /** Runs {@code read} on the value and turns its complaints into {@link Decoded.Malformed}. */
    static <T> Decoded<T> decode(byte @Nullable [] value, Function<JsonRecord, Decoded<T>> read) {
        if (value == null) {
            return new Decoded.Malformed<>("no value");
        }
        try {
            return read.apply(of(JSON.readTree(value)));
        } catch (JacksonException _) {
            return new Decoded.Malformed<>("not JSON");
        } catch (MalformedRecordException e) {
            return new Decoded.Malformed<>(String.valueOf(e.getMessage()));
        }
    }

    static ObjectNode create() {
        return JSON.createObjectNode();
    }

    static byte[] encode(ObjectNode fields) {
        return JSON.writeValueAsBytes(fields);
    }

    private static JsonRecord of(JsonNode node) {
        if (node instanceof ObjectNode fields) {
            return new JsonRecord(fields);
        }
        throw new MalformedRecordException("not a JSON object");
    }

    String text(String name) {
        String text = optionalText(name);
        if (text == null) {
            throw new MalformedRecordException(name + " is missing");
        }
        return text;
    }

    @Nullable
    String optionalText(String name) {
        JsonNode node = fields.get(name);
        if (node == null || node.isNull()) {
            return null;
        }
        if (!node.isString()) {
            throw new MalformedRecordException(name + " is not a string");
        }
        return node.stringValue();
    }

    UUID uuid(String name) {
        return parsed(name, text(name), Uuids::parse);
    }

    @Nullable
    UUID optionalUuid(String name) {
        String text = optionalText(name);
        return text == null ? null : parsed(name, text, Uuids::parse);
    }

    Instant instant(String name) {
        return parsed(name, text(name), Instant::parse);
    }

    <E extends Enum<E>> E constant(String name, Class<E> type) {
        return parsed(name, text(name), text -> Enum.valueOf(type, text.toUpperCase(Locale.ROOT)));
    }

    <T> T value(String name, Function<String, T> parser) {
        return parsed(name, text(name), parser);
    }

    long number(String name) {
        JsonNode node = fields.get(name);
        if (node == null || !node.isIntegralNumber() || !node.canConvertToLong()) {
            throw new MalformedRecordException(name + " is not a whole number");
        }
        return node.longValue();
    }

    Optional<Long> optionalNumber(String name) {
        JsonNode node = fields.get(name);
        return node == null || node.isNull() ? Optional.empty() : Optional.of(number(name));
    }

    boolean flag(String name) {
        JsonNode node = fields.get(name);
        if (node == null || !node.isBoolean()) {
            throw new MalformedRecordException(name + " is not true or false");
        }
        return node.booleanValue();
    }

    /** False where it is absent. */
    boolean optionalFlag(String name) {
        JsonNode node = fields.get(name);
        return node != null && !node.isNull() && flag(name);
    }

    Optional<JsonRecord> optionalObject(String name) {
        JsonNode node = fields.get(name);
        return node == null || node.isNull() ? Optional.empty() : Optional.of(of(node));
    }

    Stream<JsonRecord> objects(String name) {
        JsonNode node = fields.get(name);
        if (node == null || !node.isArray()) {
            throw new MalformedRecordException(name + " is not a list");
        }
        return node.valueStream().map(JsonRecord::of);
    }

    /** What is made of the field, unless it cannot be made of what the field has. */
    <T> T checked(String name, Supplier<T> made) {
        return parsed(name, "", _ -> made.get());
    }

    private static <T> T parsed(String name, String text, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException | DateTimeException _) {
            throw new MalformedRecordException(name + " has a value that it cannot have");
        }
    }
}
