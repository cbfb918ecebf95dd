package dev.homeroom.edge.socketio;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON of packets, within limits that keep hostile input cheap. */
final class Json {
    private static final int LONGEST_NUMBER = 100;
    private static final int LONGEST_NAME = 1_024;

    private static final JsonMapper WRITER = JsonMapper.shared();

    private final JsonMapper mapper;

    /** @param maxBytes no text within can be longer */
    Json(int maxDepth, int maxBytes) {
        this.mapper = JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxNestingDepth(maxDepth)
                                .maxStringLength(maxBytes)
                                .maxNameLength(LONGEST_NAME)
                                .maxNumberLength(LONGEST_NUMBER)
                                .build())
                        .build())
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    JsonNode read(String text) {
        try {
            return mapper.readTree(text);
        } catch (StreamConstraintsException _) {
            throw MalformedPacketException.tooLarge("JSON that passes a limit");
        } catch (JacksonException _) {
            throw new MalformedPacketException("no JSON");
        }
    }

    /** As a text and not as bytes, since a writer of UTF-8 refuses lone surrogates, which clients may send. */
    static String write(JsonNode node) {
        return WRITER.writeValueAsString(node);
    }
}
