package dev.homeroom.edge.chat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The one object argument of an event, read field by field with complaints that name the field. */
final class Fields {
    /** A complaint, on its way to the refusal. */
    static final class BadFieldException extends RuntimeException {
        BadFieldException(String complaint) {
            super(complaint, null, false, false);
        }
    }

    private final ObjectNode object;

    private Fields(ObjectNode object) {
        this.object = object;
    }

    static Fields of(List<JsonNode> arguments) {
        if (arguments.size() == 1 && arguments.getFirst() instanceof ObjectNode object) {
            return new Fields(object);
        }
        throw new BadFieldException("The event takes one object and an acknowledgement.");
    }

    Fields only(Set<String> known) {
        object.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new BadFieldException(
                            "There is no field of that name here; known are " + String.join(", ", known));
                });
        return this;
    }

    String text(String name) {
        String text = optionalText(name);
        if (text == null) {
            throw new BadFieldException("The field " + name + " is missing.");
        }
        return text;
    }

    @Nullable
    String optionalText(String name) {
        JsonNode node = object.get(name);
        if (node == null || node.isNull()) {
            return null;
        }
        if (!node.isString()) {
            throw new BadFieldException("The field " + name + " is not a string.");
        }
        return node.stringValue();
    }

    @Nullable
    UUID optionalUuid(String name) {
        return optional(name, UUID::fromString, "The field " + name + " is not a UUID.");
    }

    /** Reads a field by a parser that throws IllegalArgumentException for what it cannot read. */
    <T> @Nullable T optional(String name, Function<String, T> parser, String complaint) {
        String text = optionalText(name);
        try {
            return text == null ? null : parser.apply(text);
        } catch (IllegalArgumentException _) {
            throw new BadFieldException(complaint);
        }
    }
}
