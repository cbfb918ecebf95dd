package dev.homeroom.bench.crowd;

import static java.nio.charset.StandardCharsets.UTF_8;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Why a server has refused a message. */
final class Refusals {
    private static final JsonMapper JSON = new JsonMapper();

    private Refusals() {}

    /** The code in a refusing acknowledgement, or a word for one of another form. */
    static String code(byte[] bytes, int from, int to) {
        try {
            return JSON.readTree(new String(bytes, from, to - from, UTF_8))
                    .path(0)
                    .path("error")
                    .path("code")
                    .asString("without a code");
        } catch (JacksonException _) {
            return "unreadable";
        }
    }
}
